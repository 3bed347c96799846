import { Table, tableToIPC, vectorFromArray } from 'apache-arrow';
import { Table as WasmTable, writeParquet } from 'parquet-wasm/node';
import { afterEach, describe, expect, it } from 'vitest';
import { parquetOf } from '../../../tests/support/parquetOf';
import { plainParquet } from '../../../tests/support/plainParquet';
import { FileRefused } from '../../domain/problems';
import { parquetModule } from '../node/parquetModule';
import { rowsOf } from '../testing/rowsOf';
import { openParquet } from './open';

const parquet = parquetModule();
const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const rows = async (file: Blob) => rowsOf(await openParquet(file, parquet));

it('reads what is packed with Brotli', async () => {
  const file = await parquetOf(`SELECT '甲' || i AS c FROM range(5) t(i)`, 'COMPRESSION brotli');
  expect(await rows(file)).toEqual([['c'], ...[0, 1, 2, 3, 4].map((i) => [`甲${i}`])]);
});

it('has the names of its columns as the first row', async () => {
  const opened = await openParquet(
    await parquetOf(`SELECT 1 AS 编号, 'a' AS "a.b", 'x' AS FILE_row_number WHERE false`),
    parquet,
  );
  expect(opened).toMatchObject({ encoding: 'parquet', sheets: [{ name: null, hidden: false, delimiter: null }] });
  expect(await rowsOf(opened)).toEqual([['编号', 'a.b', 'FILE_row_number']]);
});

it('is read anew each time', async () => {
  const opened = await openParquet(await parquetOf(`SELECT i::VARCHAR AS c FROM range(3) t(i)`), parquet);
  const once = await rowsOf(opened);
  expect(once).toEqual([['c'], ['0'], ['1'], ['2']]);
  expect(await rowsOf(opened)).toEqual(once);
});

it('keeps two columns of one name apart', async () => {
  const column = (text: string) => ({ name: 'c', type: 6, converted: 0, values: [utf8(text)] });
  expect(await rows(plainParquet([column('甲'), column('乙')]))).toEqual([
    ['c', 'c'],
    ['甲', '乙'],
  ]);
});

it('says so of a marked text that is none, and tries no other encoding', async () => {
  const gbk = Uint8Array.from(Buffer.from('c7e0baa3', 'hex'));
  const file = plainParquet([{ name: 'c', type: 6, converted: 0, values: [utf8('青海'), gbk] }]);
  expect(await rows(file)).toEqual([['c'], ['青海'], ['（无法识别的字节 C7 E0 BA A3）']]);
});

it('decides on the encoding of bytes by all of the file, but for pictures', async () => {
  const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
  const file = (picture: string) =>
    plainParquet([
      { name: 'a', type: 6, values: [hex('d0a1')] },
      { name: 'b', type: 6, values: [hex('c7e0baa3')] },
      { name: 'c', type: 6, values: [hex(picture)] },
    ]);
  // Beside GB18030 the short word is GB18030 too.
  expect((await rows(file('61')))[1]).toEqual(['小', '青海', 'a']);
  expect((await rows(file('89ff00')))[1]).toEqual(['小', '青海', '（无法识别的字节 89 FF 00）']);
});

describe('all rows come, in order', () => {
  const SELECT = `SELECT i AS n, '号' || i AS id, CASE WHEN i % 3 = 0 THEN NULL ELSE 'k' || i % 7 END AS kind,
    CASE WHEN i % 5 = 0 THEN NULL ELSE DATE '2017-01-01' + (i % 400)::INTEGER END AS day, i % 2 = 0 AS yes FROM range(40000) t(i)`;
  const day = (i: number) => new Date(Date.UTC(2017, 0, 1 + (i % 400))).toISOString().slice(0, 10);
  const expected = Array.from({ length: 40_000 }, (_, i) => [
    String(i),
    `号${i}`,
    i % 3 === 0 ? '' : `k${i % 7}`,
    i % 5 === 0 ? '' : day(i),
    i % 2 === 0 ? '是' : '否',
  ]);
  it.each([
    '',
    'ROW_GROUP_SIZE 10000',
    'COMPRESSION zstd',
    'COMPRESSION gzip',
    'COMPRESSION lz4_raw',
    'PARQUET_VERSION v2',
  ])('%s', async (options) => {
    const [, ...read] = await rows(await parquetOf(SELECT, options));
    expect(read.length).toBe(expected.length);
    expect(read.findIndex((row, i) => row.join() !== expected[i]?.join())).toBe(-1);
  });

  it('of row groups that are read in pieces', async () => {
    const file = await parquetOf(SELECT, 'COMPRESSION zstd');
    for (const rangeBytes of [2_000_000, 100_000]) {
      const [, ...read] = await rowsOf(await openParquet(file, parquet, rangeBytes));
      expect(read.length).toBe(expected.length);
      expect(read.findIndex((row, i) => row.join() !== expected[i]?.join())).toBe(-1);
    }
  });
});

describe('the zone of the computer', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });
  it('changes nothing', async () => {
    const file = await parquetOf(
      `SELECT TIMESTAMPTZ '2017-03-31 16:30:00+00' AS a, TIMESTAMP '2017-03-31 16:30:00' AS b, DATE '2017-03-31' AS c`,
    );
    const offsets = new Set<number>();
    for (const TZ of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
      process.env.TZ = TZ;
      offsets.add(new Date(2017, 0, 1).getTimezoneOffset());
      expect((await rows(file))[1]).toEqual(['2017-04-01 00:30:00', '2017-03-31 16:30:00', '2017-03-31']);
    }
    expect(offsets.size).toBe(3);
  });
});

describe('a broken file', () => {
  const good = parquetOf(
    `SELECT i::VARCHAR || '号' AS 编号, ['投诉','举报'][1 + i % 2] AS 类型, DATE '2017-01-01' + (i % 90)::INTEGER AS 日期,
      i * 1.5 AS 金额, i % 3 = 0 AS b, TIMESTAMP '2017-01-01' + INTERVAL (i) MINUTE AS t, ('x' || i % 7)::BLOB AS y,
      CASE WHEN i % 2 = 0 THEN NULL ELSE 'q' END AS g, [i] AS l FROM range(300) t(i)`,
  ).then(bytesOf);

  it.each<[string, (b: Uint8Array) => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), '缺少文件尾'],
    ['cut off', (b) => b.subarray(0, b.length - 100), '缺少文件尾'],
    ['without its first half', (b) => new Uint8Array([...b.subarray(0, 4), ...b.subarray(b.length / 2)]), '（'],
    ['a footer longer than the file', (b) => withTail(b, 2 ** 31), '文件尾无法读取'],
    ['a footer of no length', (b) => withTail(b, 0), '文件尾无法读取'],
    ['a footer of zeros', (b) => b.map((x, i) => (i > b.length - 500 && i < b.length - 8 ? 0 : x)), '文件尾无法读取'],
    ['encrypted', (b) => new Uint8Array([...b.subarray(0, -4), ...utf8('PARE')]), '加密'],
  ])('%s is refused', async (_, damage, said) => {
    await expect(rows(blob(damage(await good)))).rejects.toThrow(said);
  });

  it('with rows that take no room is refused', async () => {
    const file = await bytesOf(plainParquet([{ name: 'c', type: 1, values: Array(64).fill(new Uint8Array(4)) }]));
    // 64 rows, as a number of Thrift: the footer's, the group's, the chunk's. 2^40 in their place.
    const footer = file.length - 8 - new DataView(file.buffer).getUint32(file.length - 8, true);
    const many = [0x80, 0x80, 0x80, 0x80, 0x80, 0x40];
    const bytes = [...file.subarray(0, footer)];
    for (let i = footer; i < file.length - 8; i++)
      if (file[i] === 0x80 && file[i + 1] === 0x01) {
        bytes.push(...many);
        i++;
      } else bytes.push(file[i] as number);
    const length = bytes.length - footer;
    bytes.push(length & 255, length >> 8, 0, 0, ...utf8('PAR1'));
    await expect(rows(blob(Uint8Array.from(bytes)))).rejects.toMatchObject({ code: 'too_large' });
  });

  it('is refused or read, whatever byte is changed, and the next one is read', async () => {
    const bytes = await good;
    const whole = await rows(blob(bytes));
    let seed = 20170305;
    const random = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % n;
    };
    const ends = { read: 0, refused: 0 };
    for (let k = 0; k < 300; k++) {
      const damaged = bytes.slice();
      const from = k % 2 ? 0 : bytes.length - 1800;
      for (let i = 0; i <= k % 3; i++) damaged[from + random(bytes.length - from)] = random(256);
      const end = await rows(blob(damaged)).then(
        (read) => {
          expect(read.length).toBe(whole.length);
          return 'read' as const;
        },
        (error) => {
          expect(error).toBeInstanceOf(FileRefused);
          expect(error.message).toMatch(/。$/);
          return 'refused' as const;
        },
      );
      ends[end]++;
    }
    expect(ends.read).toBeGreaterThan(30);
    expect(ends.refused).toBeGreaterThan(30);
    expect(await rows(blob(bytes))).toEqual(whole);
  });
});

it('gives a text of a megabyte, and a thousand columns', async () => {
  const long = '长'.repeat(350_000);
  expect(await rows(await parquetOf(`SELECT repeat('长', 350000) AS c`))).toEqual([['c'], [long]]);
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`c${i}`, vectorFromArray([String(i)])]));
  const file = blob(writeParquet(WasmTable.fromIPCStream(tableToIPC(new Table(many), 'stream'))));
  expect((await rows(file))[1]).toEqual(Array.from({ length: 1000 }, (_, i) => String(i)));
});

function withTail(bytes: Uint8Array, length: number): Uint8Array {
  const all = bytes.slice();
  new DataView(all.buffer).setUint32(all.length - 8, length, true);
  return all;
}
