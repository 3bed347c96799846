import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { which } from '../../scripts/which.mjs';

export interface Nginx {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  stop(): Promise<void>;
}

const CONF = new URL('../../docs/nginx.conf', import.meta.url);

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Replaces exactly one occurrence, so that a changed docs/nginx.conf cannot go untested in silence. */
function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`docs/nginx.conf: expected exactly one "${from}"`);
  return text.replace(from, to);
}

/** docs/nginx.conf on loopback, inside a main file that keeps everything it writes in one folder. */
function configuration(folder: string, port: number): string {
  let site = readFileSync(CONF, 'utf8');
  site = replaceOnce(site, 'listen 80;', `listen 127.0.0.1:${port};`);
  site = replaceOnce(site, 'root /srv/www;', `root ${folder}/www;`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((k) => `${k}_temp_path ${folder}/${k};`);
  return [
    'daemon off;',
    // One process, as the person who runs the test, who may read the folder.
    'master_process off;',
    `pid ${folder}/pid;`,
    `error_log ${folder}/error.log;`,
    'events {}',
    `http { access_log off; ${temporary.join(' ')}`,
    site,
    '}',
  ].join('\n');
}

/**
 * Starts the system's nginx with docs/nginx.conf, the built page under /kaoping/.
 * @param dist folder of the built page
 * @throws where nginx is missing or refuses the configuration, with what it said
 */
export async function startNginx(dist: string): Promise<Nginx> {
  const command = which('nginx');
  if (!command)
    throw new Error(
      'nginx is not installed, so docs/nginx.conf cannot be tested. Install it: apt-get install nginx-light',
    );
  const folder = mkdtempSync(join(tmpdir(), 'kaoping-nginx-'));
  mkdirSync(join(folder, 'www'));
  symlinkSync(dist, join(folder, 'www', 'kaoping'));
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port));

  let said = '';
  const child = spawn(command, ['-e', join(folder, 'error.log'), '-p', folder, '-c', join(folder, 'nginx.conf')]);
  child.stderr.on('data', (data) => {
    said += data;
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1200 && child.exitCode === null; tries++) {
    const answered = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answered) return { origin, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`nginx did not start with docs/nginx.conf: ${said}`);
}
