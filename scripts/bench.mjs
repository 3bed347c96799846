// `npm run bench`: a million rows through the page's own code in Chromium, beside native DuckDB and plain JavaScript.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensurePackages, requireNode } from './setup.mjs';

requireNode();
ensurePackages();
const main = fileURLToPath(new URL('./bench/main.ts', import.meta.url));
// The JavaScript peer holds a million rows as objects.
const { status } = spawnSync(
  process.execPath,
  ['--max-old-space-size=12000', '--expose-gc', '--import', import.meta.resolve('tsx'), main, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
