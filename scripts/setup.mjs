import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const NODE_NEEDED = [20, 19];

/** Ends the process with a plain sentence where Node is too old; a syntax error from some package would say less. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = NODE_NEEDED;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  const need = NODE_NEEDED.join('.');
  console.error(
    `需要 Node.js ${need} 或更高版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装后再试。`,
  );
  console.error(
    `Node.js ${need} or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org.`,
  );
  process.exit(1);
}

/**
 * Runs a command in the project's folder, without standard input.
 * @param {string} command
 * @param {string[]} args
 * @param {{ stdoutToStderr?: boolean, env?: Record<string, string> }} [options]
 * @returns {number} its exit code; 1 where it could not be started or was killed
 */
export function run(command, args, { stdoutToStderr = false, env = {} } = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', stdoutToStderr ? 2 : 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (done.error) console.error(`${command}: ${done.error.message}`);
  return done.status ?? 1;
}

/**
 * npm as a command, found by the path with which npm started this process: on Windows `npm` alone is a script that cannot
 * be spawned without a shell.
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli && /\.[cm]?js$/.test(cli)) return [process.execPath, [cli, ...args]];
  return process.platform === 'win32' ? ['cmd', ['/c', 'npm', ...args]] : ['npm', args];
}

/**
 * Runs npm.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const npm = (args, options) => run(...npmCommand(args), options);

/**
 * Runs npm beside other work, and keeps what it writes.
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export function npmBeside(args) {
  const [command, rest] = npmCommand(args);
  const child = spawn(command, rest, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Paths and versions of the packages that a lock file demands on every platform. */
function versions(file) {
  try {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(packages).flatMap(([path, p]) => (path && !p.optional ? [[path, p.version]] : [])));
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds what the lock file says. npm writes its own list last, so half an installation has none. */
function installed() {
  const held = versions(join(ROOT, 'node_modules', '.package-lock.json'));
  const wanted = versions(join(ROOT, 'package-lock.json'));
  return held !== undefined && wanted !== undefined && [...wanted].every(([path, v]) => held.get(path) === v);
}

/** Whether the person forbade that anything be installed for them. */
export const noInstall = () => process.env.KAOPING_NO_INSTALL === '1';

/**
 * Installs the packages of the lock file where they are missing or of other versions; ends the process with the
 * instruction where nothing may be installed. Messages go to standard error.
 */
export function ensurePackages() {
  if (installed()) return;
  if (noInstall()) {
    console.error('KAOPING_NO_INSTALL=1：不自动安装。缺少依赖包，请自行运行 npm ci --include=dev 后再试。');
    console.error('Nothing is installed. Packages are missing or of other versions: run npm ci --include=dev by hand.');
    process.exit(1);
  }
  console.error('正在安装依赖包（npm ci）… Installing packages…');
  const code = npm(['ci', '--include=dev'], { stdoutToStderr: true });
  if (code === 0) return;
  console.error(
    '依赖包安装失败，原因见上；请检查网络或 npm 镜像设置。Packages could not be installed; see the message above.',
  );
  process.exit(code);
}
