// `npm run --silent assess -- DIR …`: standard output belongs to the result alone, so everything said here goes to
// standard error.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensurePackages, requireNode } from './setup.mjs';

requireNode();
ensurePackages();

// npm changes into the project's folder first; DIR is meant from where the person stands.
const cwd = (process.env.npm_lifecycle_event === 'assess' && process.env.INIT_CWD) || process.cwd();
const main = fileURLToPath(new URL('./assess/main.ts', import.meta.url));
const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
