import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, loadConfigFromFile, type PluginOption } from 'vite';
import { type Site, serveSite } from '../../tests/support/site';
import { duckdbModule } from '../vite/duckdbModule';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Serves the bench's own page, which has the page's intake and engine and no screens. */
export async function serveBenchPage(cache: string): Promise<Site> {
  const folder = join(cache, 'page');
  await build({
    root: join(ROOT, 'scripts/bench/page'),
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [duckdbModule()],
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'chrome109', assetsInlineLimit: 0 },
  });
  // As docs/nginx.conf says: what a browser may not keep it keeps no compiled code of.
  return serveSite({ folder, keep: true });
}

/** Serves the page of the office as it is built, but for the compressed copies, which take most of the time. */
export async function serveOfficePage(cache: string): Promise<Site> {
  const folder = join(cache, 'office');
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(ROOT, 'vite.config.ts'));
  if (!loaded) throw new Error('vite.config.ts cannot be read');
  const plain = (plugins: readonly PluginOption[]): PluginOption[] =>
    plugins.flat(3).filter((p) => !(p && 'name' in p && /compress/.test(p.name)));
  const { config } = loaded;
  await build({
    ...config,
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: plain(config.plugins ?? []),
    build: { ...config.build, outDir: folder, emptyOutDir: true },
  });
  // Likewise; an office's second visit fetches none of it again.
  return serveSite({ folder, keep: true });
}
