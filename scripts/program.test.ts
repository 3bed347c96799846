import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { program } from './program.mjs';

let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'programs-'));
});
afterAll(() => rm(cache, { recursive: true }));

it('is compiled once, whoever asks at the same time; what is long out of use goes', async () => {
  const old = join(cache, 'old');
  await mkdir(old);
  await utimes(old, 0, 0);
  await mkdir(join(cache, 'of today'));
  const [first, second] = await Promise.all([program('assess', cache), program('readerThread', cache)]);
  expect(dirname(first)).toBe(dirname(second));
  expect([existsSync(first), existsSync(second)]).toEqual([true, true]);
  expect(await readdir(cache)).toEqual(expect.arrayContaining(['of today']));
  expect(await readdir(cache)).toHaveLength(2);
  expect(await program('assess', cache)).toBe(first);
});

it('what breaks unforeseen names the place in the sources', async () => {
  const file = join(cache, 'file');
  await writeFile(file, '');
  const folder = await mkdtemp(join(cache, 'empty-'));
  const args = ['scripts/assess.mjs', folder, '--year', '2017', '--out', file];
  const { stderr } = await promisify(execFile)(process.execPath, args).catch((error) => error);
  expect(stderr).toContain('EEXIST');
  expect(stderr).toMatch(/scripts\/assess\/main\.ts:\d+/);
});

// What the system itself keeps can be written by nobody, whoever runs the tests.
it.runIf(process.platform === 'linux')('where nothing can be written it runs from its sources', async () => {
  const code = `
    import { programOrSource } from './scripts/program.mjs';
    const path = await programOrSource('assess', '/sys/programs');
    process.argv = [process.argv[0], path];
    console.log(path);
    await import(path);`;
  const {
    stdout,
    stderr,
    code: exit,
  } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]).catch((error) => error);
  expect(stdout).toMatch(/scripts\/assess\/main\.ts\n$/);
  expect([exit, stderr]).toEqual([2, expect.stringContaining('用法：')]);
});
