import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GOOD } from '../../../tests/messy/goodFiles';
import { REQUEST, rowsOf } from '../../../tests/messy/take';
import { qinghai } from '../../../tests/support/profile';
import { readerThread } from '../../../tests/support/readerThread';
import { messageOf } from '../../domain/failure';
import type { FoundProblem } from '../../domain/problems';
import type { FileReader } from '../read/reader';
import { isPack } from '../unpack/unpack';
import { fileBlob } from './fileBlob';
import { type NodeReader, nodeReader } from './reader';

let folder: string;
let script: URL;
const inProcess = nodeReader(qinghai);
let inThread: NodeReader;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
  script = await readerThread();
  inThread = nodeReader(qinghai, { script, large: 1 });
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function written(data: Blob, ending = ''): Promise<string> {
  const path = join(folder, `${++files}${ending}`);
  await writeFile(path, new Uint8Array(await data.arrayBuffer()));
  return path;
}

/** All that comes of a file. @param reader with a thread or without one */
async function outcome(file: Blob, reader: FileReader) {
  const rows: unknown[] = [];
  const problems: FoundProblem[] = [];
  const read = await reader
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
    const small = await outcome(await fileBlob(path), inProcess);
    expect(await outcome(await fileBlob(path), inThread)).toEqual(small);
  });

  it('not to rows of a file that has changed since it was opened', async () => {
    const path = await written(new Blob(['编号,类型,县区,承办部门,接收日期\nT-1,投诉,海晏县,工商,2017-03-05\n']));
    const file = await fileBlob(path);
    await appendFile(path, 'T-2,投诉,海晏县,工商,2017-03-05\n');
    for (const reader of [inThread, inProcess])
      expect(await outcome(file, reader)).toMatchObject({
        read: { error: expect.stringMatching(/could not be read/) },
      });
  });

  it.each([
    ['after a file', 'console.log((await reader.read(file, request, sink)).parts[0].rowsRead)', '1'],
    ['started ahead of files that do not come', 'reader.expect([file])', ''],
  ])('and does not keep the process waiting, %s', async (_, what, said) => {
    const path = await written(new Blob(['编号,类型,县区,承办部门,接收日期\nT-1,投诉,海晏县,工商,2017-03-05\n']));
    const text = `
      import { nodeReader } from ${JSON.stringify(join(import.meta.dirname, 'reader.ts'))};
      import { fileBlob } from ${JSON.stringify(join(import.meta.dirname, 'fileBlob.ts'))};
      import { qinghai } from ${JSON.stringify(join(import.meta.dirname, '../../../tests/support/profile.ts'))};
      const sink = { rows: async () => {}, problems: async () => {}, restart: async () => {} };
      const request = ${JSON.stringify(REQUEST)};
      const reader = nodeReader(qinghai, { script: new URL(${JSON.stringify(script.href)}), large: 1 });
      const file = await fileBlob(${JSON.stringify(path)});
      ${what};`;
    const module = join(folder, 'reads.mts');
    await writeFile(module, text);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', module]);
    expect(stdout.trim()).toBe(said);
  });

  it('one that died while it waited is an error of the file that it was to read', async () => {
    const path = await written(new Blob(['编号,类型,县区,承办部门,接收日期\nT-1,投诉,海晏县,工商,2017-03-05\n']));
    const file = await fileBlob(path);
    const reader = nodeReader(qinghai, { script: new URL('data:text/javascript,process.exit(7)'), large: 1 });
    reader.expect([file]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await outcome(file, reader)).toMatchObject({ read: { error: 'exit 7' } });
  });
});

it.each([
  ['.csv', false],
  ['.parquet', true],
  ['.xlsx', true],
])('%s of a quarter of the size that is large for text: in a thread %s', async (ending, inOwn) => {
  const file = await fileBlob(await written(new Blob(['编号,类型,县区,承办部门,接收日期\n']), ending));
  const dies = new URL('data:text/javascript,process.exit(7)');
  const { read } = await outcome(file, nodeReader(qinghai, { script: dies, large: 4 * file.size }));
  expect('error' in read && read.error === 'exit 7').toBe(inOwn);
});

it('a hash that nobody waits for any more is not read to its end', async () => {
  const file = new Blob([new Uint8Array(9_000_000)]);
  let read = 0;
  const pull = ({ byobRequest }: ReadableByteStreamController) => {
    const room = byobRequest?.view?.byteLength ?? 0;
    read += room;
    byobRequest?.respond(room);
  };
  vi.spyOn(file, 'stream').mockReturnValue(new ReadableStream({ type: 'bytes', pull }));
  const given = new AbortController();
  const hashing = nodeReader(qinghai).hash(file, given.signal);
  given.abort(new Error('enough'));
  await expect(hashing).rejects.toThrow('enough');
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(9_000_000);
});
