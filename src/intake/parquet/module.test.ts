import { expect, it } from 'vitest';
import { plainParquet } from '../../../tests/support/plainParquet';
import { parquetModule } from '../node/parquetModule';
import { type Instance, keptModule, type ParquetModule } from './module';

const ROWS = { offset: 0, limit: 10, batchSize: 10 };

async function read(module: ParquetModule, file: Uint8Array): Promise<number> {
  let bytes = 0;
  for await (const ipc of module.read(file, ROWS)) bytes += ipc.length;
  return bytes;
}

const bytesOf = async (...columns: Parameters<typeof plainParquet>[0]) =>
  new Uint8Array(await plainParquet(columns).arrayBuffer());

it('reads on after a file at which the reader has trapped', async () => {
  const good = await bytesOf({ name: 'c', type: 1, values: [new Uint8Array(4)] });
  // Cells of no length, which the reader divides by.
  const trap = await bytesOf({ name: 'c', type: 7, length: 0, values: [new Uint8Array()] });
  const module = parquetModule();
  const before = await read(module, good);
  await expect(read(module, trap)).rejects.toThrow('Parquet 文件不完整或已损坏（读取程序无法继续）');
  expect(await read(module, good)).toBe(before);
});

/** An instance that answers each file by its first byte, and how many there were. */
function instances() {
  let made = 0;
  let freed = 0;
  const module = keptModule(async () => {
    made++;
    const instance: Instance = {
      readParquet([what]) {
        if (what === 1) throw new WebAssembly.RuntimeError('unreachable');
        if (what === 2) throw new RangeError('Maximum call stack size exceeded');
        if (what === 3) throw new Error('Parquet error: EOF');
        if (what === 4) throw new Error('not yet supported: LZO');
        return {
          numBatches: 2,
          recordBatch: () => ({ intoIPCStream: () => new Uint8Array(4) }),
          free: () => void freed++,
        };
      },
    };
    return instance;
  });
  return { module, counts: () => [made, freed] };
}

it.each([
  ['a trap', 1, 'broken_parquet', 2],
  ['a stack that is too deep', 2, 'broken_parquet', 2],
  ['an error of the reader', 3, 'broken_parquet', 1],
  ['a form that it does not know', 4, 'unreadable', 1],
])('%s refuses the file', async (_, what, code, made) => {
  const { module, counts } = instances();
  await expect(read(module, Uint8Array.of(what))).rejects.toMatchObject({ code });
  expect(await read(module, Uint8Array.of(0))).toBe(8);
  expect(counts()).toEqual([made, 1]);
});

it('frees what it has read where nobody reads on', async () => {
  const { module, counts } = instances();
  for await (const _ of module.read(Uint8Array.of(0), ROWS)) break;
  expect(counts()).toEqual([1, 1]);
});

it('does not go on with an instance that has trapped meanwhile', async () => {
  const { module } = instances();
  const reading = module.read(Uint8Array.of(0), ROWS)[Symbol.asyncIterator]();
  await reading.next();
  await expect(read(module, Uint8Array.of(1))).rejects.toThrow();
  await expect(reading.next()).rejects.toThrow('已重新启动');
});

it('is asked for anew where it could not be had', async () => {
  let asked = 0;
  const module = keptModule(async () => {
    if (++asked === 1) throw new Error('404');
    return { readParquet: () => ({ numBatches: 0, recordBatch: () => undefined, free() {} }) };
  });
  await expect(module.warm()).rejects.toThrow('404');
  expect(await read(module, new Uint8Array())).toBe(0);
});
