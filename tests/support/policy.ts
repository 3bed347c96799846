import { readFileSync } from 'node:fs';

/** The content security policy that docs/nginx.conf recommends, so that page tests run under it. */
export function contentSecurityPolicy(): string {
  const conf = readFileSync(new URL('../../docs/nginx.conf', import.meta.url), 'utf8');
  const policy = /add_header Content-Security-Policy "([^"]+)"/.exec(conf)?.[1];
  if (!policy) throw new Error('docs/nginx.conf has no Content-Security-Policy');
  return policy;
}
