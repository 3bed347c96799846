import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const INPUTS = [
  'src',
  'public',
  'datasets',
  'scripts/vite',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

const mtime = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Latest change below a path. Folders count too: their time tells of a file removed. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

/** Builds `dist/` where it is missing or older than what it is made from. */
export async function ensureBuild() {
  const built = mtime(join(ROOT, 'dist', 'index.html'));
  if (built !== undefined && INPUTS.every((input) => newest(join(ROOT, input)) <= built)) return;
  console.log('正在构建页面… Building the page…');
  const { build } = await import('vite');
  await build({ root: ROOT, logLevel: 'warn' });
}
