import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from './policy';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.csv': 'text/csv',
};

export interface Site {
  /** Address of the page, with its base path and a `/` at the end. */
  url: string;
  origin: string;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** Path under which the page stands; begins and ends with `/`. */
  base?: string;
  /** Folder served; the built page by default. */
  folder?: string;
  /** Name under which the page is asked for; one that leads to this computer. */
  host?: string;
  /** Serve under the policy of docs/nginx.conf (the default), or under none. */
  policy?: boolean;
  /** Let browsers keep assets/ for good, as docs/nginx.conf does; else each is asked for anew, as by a server that says nothing. */
  keep?: boolean;
  /** A free one by default. */
  port?: number;
}

/** The file that a request means, or undefined for one outside of the base path or of the folder. */
function fileOf(request: IncomingMessage, base: string, folder: string): string | undefined {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
  if (!path.startsWith(base)) return undefined;
  const file = join(folder, path.slice(base.length) || 'index.html');
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Serves the built page on a free port of this computer, as a plain static server of an office would. */
export async function serveSite({
  base = '/',
  folder = DIST,
  host = '127.0.0.1',
  policy = true,
  keep = false,
  port = 0,
}: SiteOptions = {}): Promise<Site> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`${folder} has no index.html: run "npm run build" first`);
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    ...(policy ? { 'Content-Security-Policy': contentSecurityPolicy() } : {}),
  };
  const server = createServer(async (request, response) => {
    const file = fileOf(request, base, folder);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const isKept = keep && file.startsWith(join(folder, 'assets', sep));
    const cache = isKept ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Cache-Control': cache });
    response.end(await readFile(file));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url: origin + base,
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
