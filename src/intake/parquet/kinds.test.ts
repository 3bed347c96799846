import {
  Bool,
  DateMillisecond,
  Dictionary,
  DurationMillisecond,
  Float16,
  Int8,
  Int32,
  LargeBinary,
  LargeUtf8,
  Null,
  Table,
  TimestampMillisecond,
  TimestampNanosecond,
  TimestampSecond,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import { Table as WasmTable, writeParquet } from 'parquet-wasm/node';
import { describe, expect, it } from 'vitest';
import { parquetOf } from '../../../tests/support/parquetOf';
import { type PlainColumn, plainParquet } from '../../../tests/support/plainParquet';
import { parquetModule } from '../node/parquetModule';
import { rowsOf } from '../testing/rowsOf';
import { openParquet } from './open';

const GB = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const utf8 = (text: string) => new TextEncoder().encode(text);
const plain = (type: number, values: Uint8Array[], more: Partial<PlainColumn> = {}): Blob =>
  plainParquet([{ name: 'c', type, values, ...more }]);
const int64 = (n: bigint): Uint8Array => new Uint8Array(BigInt64Array.of(n).buffer);
/** Nanoseconds of the day, then the Julian day. */
const int96 = (iso: string): Uint8Array => {
  const ms = Date.parse(iso);
  const day = Math.floor(ms / 86_400_000);
  return new Uint8Array([
    ...int64(BigInt(ms - day * 86_400_000) * 1_000_000n),
    ...new Uint8Array(Int32Array.of(day + 2_440_588).buffer),
  ]);
};
const arrow = (vector: Vector): Blob =>
  new Blob([
    writeParquet(WasmTable.fromIPCStream(tableToIPC(new Table({ c: vector }), 'stream'))) as Uint8Array<ArrayBuffer>,
  ]);
const of = (expression: string) => () => parquetOf(`SELECT ${expression} AS c`);
const EVENING = Date.parse('2017-03-04T16:30:00Z');

/** Kind of column → the texts of its cells. */
const KINDS: [what: string, file: () => Blob | Promise<Blob>, texts: string[]][] = [
  ['text', of(`' 工商 '`), [' 工商 ']],
  ['BOOLEAN', () => arrow(vectorFromArray([true, false, null], new Bool())), ['是', '否', '']],
  ['whole numbers as DOUBLE', of('6325020170001.0::DOUBLE'), ['6325020170001']],
  ['a day as DOUBLE', of('20170305.0::DOUBLE'), ['20170305']],
  ['a day as FLOAT, which cannot tell it from the next', of('20170304::FLOAT'), ['2.01703040000000E+7']],
  ['large DOUBLE', of('1e17::DOUBLE'), ['1.00000000000000E+17']],
  [
    'fractions',
    of('unnest([0.1, -3.5, 1250.75, 0.00001, -1.25e-7, -0.0]::DOUBLE[])'),
    ['0.1', '-3.5', '1250.75', '0.00001', '-0.000000125', '0'],
  ],
  ['FLOAT', of('0.1::FLOAT'), ['0.1']],
  ['NaN', of(`'nan'::DOUBLE`), ['']],
  [
    'DECIMAL',
    of('unnest([6325020170001, 12.5, 100.05, 0]::DECIMAL(18,2)[])'),
    ['6325020170001', '12.5', '100.05', '0'],
  ],
  ['DECIMAL without fraction', of('100::DECIMAL(9,0)'), ['100']],
  ['wide DECIMAL', of('1500.50::DECIMAL(30,4)'), ['1500.5']],
  ['small integers', of('7::UTINYINT'), ['7']],
  ['BIGINT', of('6325020170001::BIGINT'), ['6325020170001']],
  ['UBIGINT', of('18446744073709551615::UBIGINT'), ['18446744073709551615']],
  ['DATE', of(`DATE '2017-03-05'`), ['2017-03-05']],
  ['a time without zone', of(`TIMESTAMP '2017-03-05 23:30:00'`), ['2017-03-05 23:30:00']],
  ['the same in nanoseconds', of(`TIMESTAMP_NS '2017-03-05 23:30:00'`), ['2017-03-05 23:30:00']],
  ['the same in milliseconds', of(`TIMESTAMP_MS '2017-03-05 23:30:00'`), ['2017-03-05 23:30:00']],
  ['an instant', of(`TIMESTAMPTZ '2017-03-04 16:30:00+00'`), ['2017-03-05 00:30:00']],
  [
    'instants of another zone in nanoseconds',
    () => arrow(vectorFromArray([EVENING, null], new TimestampNanosecond('America/Los_Angeles'))),
    ['2017-03-05 00:30:00', ''],
  ],
  [
    'instants in milliseconds',
    () => arrow(vectorFromArray([EVENING], new TimestampMillisecond('UTC'))),
    ['2017-03-05 00:30:00'],
  ],
  ['INT96 of a clear day', () => plain(3, [int96('2017-03-05T00:00:00Z')]), ['2017-03-05 00:00:00']],
  [
    'INT96 of one day or the next',
    () => plain(3, [int96('2017-03-04T16:00:00Z')]),
    ['2017-03-04 16:00:00（未写明时区，按世界时则为北京时间 2017-03-05 00:00:00）'],
  ],
  [
    'TIMESTAMP_MILLIS of old writers',
    () => plain(2, [int64(BigInt(EVENING)), int64(BigInt(EVENING) - 43_200_000n)], { converted: 9 }),
    ['2017-03-04 16:30:00（未写明时区，按世界时则为北京时间 2017-03-05 00:30:00）', '2017-03-04 04:30:00'],
  ],
  [
    'seconds, which Parquet has no mark for',
    () => arrow(vectorFromArray([EVENING], new TimestampSecond('UTC'))),
    [String(EVENING / 1000)],
  ],
  [
    'days in milliseconds, likewise',
    () => arrow(vectorFromArray([new Date(EVENING)], new DateMillisecond())),
    ['1488645000000'],
  ],
  ['durations, likewise', () => arrow(vectorFromArray([5n], new DurationMillisecond())), ['5']],
  ['bytes that are UTF-8', () => plain(6, [utf8('青海'), utf8('abc')]), ['青海', 'abc']],
  ['bytes that are GB18030', () => plain(6, [GB('c7e0baa3'), utf8('abc')]), ['青海', 'abc']],
  [
    'a short word that could be either, beside one that cannot',
    () => plain(6, [GB('d0a1'), GB('c7e0baa3')]),
    ['小', '青海'],
  ],
  [
    'bytes of both',
    () => plain(6, [utf8('青海省'), GB('c7e0baa3'), GB('fffe')]),
    ['青海省', '青海', '（无法识别的字节 FF FE）'],
  ],
  ['bytes with NULs', () => plain(6, [GB('6100')]), ['（无法识别的字节 61 00）']],
  ['bytes of a fixed length', () => plain(7, [utf8('632221')], { length: 6 }), ['632221']],
  ['bytes of Arrow', () => arrow(vectorFromArray([utf8('青海')], new LargeBinary())), ['青海']],
  ['ENUM', () => plain(6, [utf8('投诉')], { converted: 4 }), ['投诉']],
  [
    'UUID',
    () => plain(7, [GB('00112233445566778899aabbccddeeff')], { length: 16, logical: 14 }),
    ['00112233-4455-6677-8899-aabbccddeeff'],
  ],
  ['JSON', of(`'{}'::JSON`), ['{}']],
  [
    'a dictionary',
    () => arrow(vectorFromArray(['举报', '投诉', '举报'], new Dictionary(new Utf8(), new Int32()))),
    ['举报', '投诉', '举报'],
  ],
  [
    'a dictionary of numbers',
    () => arrow(vectorFromArray([2, 1, 2], new Dictionary(new Int32(), new Int8()))),
    ['2', '1', '2'],
  ],
  ['long text', () => arrow(vectorFromArray(['青海'], new LargeUtf8())), ['青海']],
  ['nothing but gaps', () => arrow(vectorFromArray([null, null], new Null())), ['', '']],
];

const parquet = parquetModule();
const cells = async (file: Blob) => (await rowsOf(await openParquet(file, parquet))).slice(1).map(([c]) => c);

describe('a Parquet column', () => {
  it.each(KINDS)('%s', async (_, file, texts) => {
    expect(await cells(await file())).toEqual(texts);
  });

  it.each([
    ['TIME', of(`TIME '10:00:00'`), 'TIME'],
    ['TIME with zone', of(`TIMETZ '10:00:00+08'`), 'TIME'],
    ['INTERVAL', of('INTERVAL 1 DAY'), 'INTERVAL'],
    ['LIST', of(`['a', 'b']`), 'LIST'],
    ['STRUCT', of('{a: 1}'), 'STRUCT'],
    ['MAP', of(`MAP {'a': 1}`), 'MAP'],
    ['half floats', () => arrow(vectorFromArray([1.5], new Float16())), 'FLOAT16'],
  ])('%s is not readable', async (_, file, type) => {
    const opened = await openParquet(await file(), parquet);
    expect([...(opened.sheets[0]?.unreadableColumns ?? [])]).toEqual([[0, type]]);
    expect(await rowsOf(opened)).toEqual([['c'], [`（${type} 类型的内容，未读取）`]]);
  });
});
