// `npm run bench [rows]`: the product beside its peers, in one run on one machine (docs/performance.md).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensurePackages, requireNode } from './setup.mjs';

requireNode();
ensurePackages();
const main = fileURLToPath(new URL('./bench/main.ts', import.meta.url));
const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
