import { appendFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { piecesOf } from '../pieces';
import { fileBlob, pathOf } from './fileBlob';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-'));
});
afterAll(() => rm(folder, { recursive: true }));

const BYTES = Uint8Array.from({ length: 300 }, (_, i) => i % 251);
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

it('has the bytes that the same blob in memory has, in any part of a part', async () => {
  const path = join(folder, 'a');
  await writeFile(path, BYTES);
  const file = await fileBlob(path);
  const memory = new Blob([BYTES]);
  expect([pathOf(file), pathOf(file.slice(1)), pathOf(memory)]).toEqual([path, undefined, undefined]);
  expect(await bytesOf(file)).toEqual(BYTES);
  expect(new Uint8Array(await new Response(file.slice(7).stream()).arrayBuffer())).toEqual(BYTES.subarray(7));
  const cut = fc.tuple(
    fc.integer({ min: -350, max: 350 }),
    fc.option(fc.integer({ min: -350, max: 350 }), { nil: undefined }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 3 }), async (cuts) => {
      const cutBy = (blob: Blob) => cuts.reduce((part, [from, to]) => part.slice(from, to), blob);
      expect(await bytesOf(cutBy(file))).toEqual(await bytesOf(cutBy(memory)));
    }),
  );
});

it('comes in pieces, as a blob in memory does', async () => {
  const path = join(folder, 'b');
  await writeFile(path, BYTES);
  for (const blob of [await fileBlob(path), new Blob([BYTES])])
    for (const most of [1, 7, 100, 300, 1000]) {
      const all: number[] = [];
      for await (const bytes of piecesOf(blob, most)) {
        expect(bytes.length).toBeLessThanOrEqual(most);
        all.push(...bytes);
      }
      expect(all).toEqual([...BYTES]);
    }
});

it.each([
  ['has grown', (path: string) => appendFile(path, 'x')],
  ['is shorter', (path: string) => writeFile(path, BYTES.subarray(1))],
  ['was written anew at another time', (path: string) => utimes(path, 1, 1)],
  ['is gone', (path: string) => rm(path)],
])('is read in no part once the file %s', async (_, change) => {
  const path = join(folder, 'c');
  await writeFile(path, BYTES);
  const file = await fileBlob(path);
  const part = file.slice(3, 5);
  await change(path);
  await expect(part.arrayBuffer()).rejects.toThrow();
  await expect(piecesOf(file, 10).next()).rejects.toThrow();
});
