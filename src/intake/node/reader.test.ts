import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GOOD } from '../../../tests/messy/goodFiles';
import { REQUEST, rowsOf } from '../../../tests/messy/take';
import { qinghai } from '../../../tests/support/profile';
import { messageOf } from '../../domain/failure';
import type { FoundProblem } from '../../domain/problems';
import { isPack } from '../unpack/unpack';
import { fileBlob } from './fileBlob';
import { nodeReader } from './reader';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function written(data: Blob): Promise<string> {
  const path = join(folder, `${++files}`);
  await writeFile(path, new Uint8Array(await data.arrayBuffer()));
  return path;
}

/** All that comes of a file. @param large bytes from which on it is read in a thread */
async function outcome(file: Blob, large: number) {
  const rows: unknown[] = [];
  const problems: FoundProblem[] = [];
  const read = await nodeReader(qinghai, large)
    .read(file, REQUEST, {
      rows: async (_, __, typed) => void rows.push(...rowsOf(typed)),
      problems: async (_, found) => void problems.push(...found),
      restart: async () => void rows.splice(0),
    })
    .catch((error) => ({ error: messageOf(error) }));
  return { read, rows, problems };
}

describe('a large file is read in a thread of its own', () => {
  it.each([
    ...Object.entries(GOOD),
    ['no form that is read', () => new Blob(['%PDF-1.7'])] as const,
    ['no table', () => new Blob(['姓名,年龄\n甲,3\n'])] as const,
    ['broken Parquet', () => new Blob(['PAR1', new Uint8Array(30), 'PAR1'])] as const,
  ])('to the same as a small one: %s', async (_, make) => {
    const data = await make();
    if (await isPack(data)) return;
    const path = await written(data);
    const inProcess = await outcome(await fileBlob(path), Number.POSITIVE_INFINITY);
    expect(await outcome(await fileBlob(path), 1)).toEqual(inProcess);
  });

  it('not to rows of a file that has changed since it was opened', async () => {
    const path = await written(new Blob(['编号,类型,县区,承办部门,接收日期\nT-1,投诉,海晏县,工商,2017-03-05\n']));
    const file = await fileBlob(path);
    await appendFile(path, 'T-2,投诉,海晏县,工商,2017-03-05\n');
    for (const large of [1, Number.POSITIVE_INFINITY])
      expect(await outcome(file, large)).toMatchObject({ read: { error: expect.stringMatching(/could not be read/) } });
  });

  it('and does not keep the process waiting', async () => {
    const path = await written(new Blob(['编号,类型,县区,承办部门,接收日期\nT-1,投诉,海晏县,工商,2017-03-05\n']));
    const script = `
      import { nodeReader } from ${JSON.stringify(join(import.meta.dirname, 'reader.ts'))};
      import { fileBlob } from ${JSON.stringify(join(import.meta.dirname, 'fileBlob.ts'))};
      import { qinghai } from ${JSON.stringify(join(import.meta.dirname, '../../../tests/support/profile.ts'))};
      const sink = { rows: async () => {}, problems: async () => {}, restart: async () => {} };
      const { parts } = await nodeReader(qinghai, 1).read(await fileBlob(${JSON.stringify(path)}), ${JSON.stringify(REQUEST)}, sink);
      console.log(parts[0].rowsRead);`;
    const module = join(folder, 'reads.mts');
    await writeFile(module, script);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', module]);
    expect(stdout.trim()).toBe('1');
  });
});

it('a hash that nobody waits for any more is not read to its end', async () => {
  const file = new Blob([new Uint8Array(9_000_000)]);
  const slice = vi.spyOn(file, 'slice');
  const given = new AbortController();
  const hashing = nodeReader(qinghai).hash(file, given.signal);
  given.abort(new Error('enough'));
  await expect(hashing).rejects.toThrow('enough');
  expect(slice).toHaveBeenCalledTimes(1);
});
