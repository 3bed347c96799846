import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentDocument } from '../../src/assessment/assess';
import { readBytes } from '../../src/engine/bytesText';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import { cellText } from '../../src/engine/sql/cellText';
import { type PlainColumn, plainParquet } from '../support/plainParquet';
import { openWasmDatabase } from '../support/wasmDatabase';
import { parquetOf } from './clerk';

const BY: [string, () => Promise<Database>][] = [
  ['native', () => openNodeDatabase({ threads: 1 })],
  ['browser', openWasmDatabase],
];

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

/** Kind of column → the texts of its cells; null for a type that no field can be of. */
const KINDS: [what: string, file: () => Blob | Promise<Blob>, texts: (string | null)[] | null][] = [
  ['text', of(`' 工商 '`), [' 工商 ']],
  ['BOOLEAN', () => arrow(vectorFromArray([true, false, null], new Bool())), ['是', '否', null]],
  ['whole numbers as DOUBLE', of('6325020170001.0::DOUBLE'), ['6325020170001']],
  ['a day as DOUBLE', of('20170305.0::DOUBLE'), ['20170305']],
  ['a day as FLOAT', of('20170304::FLOAT'), ['20170304']],
  ['large DOUBLE', of('1e17::DOUBLE'), ['100000000000000000']],
  [
    'fractions',
    of('unnest([0.1, -3.5, 1250.75, 0.00001, -1.25e-7, -0.0]::DOUBLE[])'),
    ['0.1', '-3.5', '1250.75', '0.00001', '-0.000000125', '0'],
  ],
  ['FLOAT', of('0.1::FLOAT'), ['0.1']],
  ['NaN', of(`'nan'::DOUBLE`), [null]],
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
    ['2017-03-05 00:30:00', null],
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
  ['nothing but gaps', () => arrow(vectorFromArray([null, null], new Null())), [null, null]],
  ['TIME', of(`TIME '10:00:00'`), null],
  ['TIME with zone', of(`TIMETZ '10:00:00+08'`), null],
  ['INTERVAL', of('INTERVAL 1 DAY'), null],
  ['LIST', of(`['a', 'b']`), null],
  ['STRUCT', of('{a: 1}'), null],
  ['MAP', of(`MAP {'a': 1}`), null],
];

describe.each(BY)('a Parquet column, %s', (_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());

  it.each(KINDS)('%s', async (__, file, texts) => {
    const attached = await db.attach({ kind: 'parquet', data: await file() }, {});
    const type = attached.types.get('c') ?? '';
    const bytes = type === 'BLOB' ? await readBytes(db, attached, ['c']) : null;
    const sql = cellText('c', type, bytes);
    const rows =
      sql === null ? null : await db.rows(`SELECT ${sql} AS text FROM ${attached.from} ORDER BY ${attached.ordinal}`);
    expect(rows?.map((r) => r.text) ?? null).toEqual(texts);
    await attached.detach();
  });

  it('refuses a half float by name', async () => {
    const data = arrow(vectorFromArray([1.5], new Float16()));
    await expect(db.attach({ kind: 'parquet', data }, {})).rejects.toThrow('「c」（FLOAT16）');
  });

  it('reads the second of two files alike in size, not the first again', async () => {
    for (const day of ['2017-03-05', '2017-03-06', '2017-03-07']) {
      const attached = await db.attach({ kind: 'parquet', data: await parquetOf(`SELECT DATE '${day}' AS c`) }, {});
      const rows = await db.rows(`SELECT ${cellText('c', 'DATE')} AS text FROM ${attached.from}`);
      expect(rows).toEqual([{ text: day }]);
      await attached.detach();
    }
  });

  it('may be called like the reader’s own number of a row', async () => {
    const data = await parquetOf('SELECT 7 - i AS FILE_row_number, i::VARCHAR AS c FROM range(3) t(i)');
    const attached = await db.attach({ kind: 'parquet', data }, {});
    expect(attached.headers).toEqual(['FILE_row_number', 'c']);
    const rows = await db.rows(`SELECT ${attached.ordinal} AS n, c FROM ${attached.from} ORDER BY n`);
    expect(rows.map((r) => [Number(r.n), r.c])).toEqual([
      [0, '0'],
      [1, '1'],
      [2, '2'],
    ]);
    await attached.detach();
  });
});

const ROWS = `'投诉' AS 类型, '海晏县' AS 县区, '工商' AS 承办部门`;
/** Of the first case the day in China is the one after the day in London; the second is the other way round from Los Angeles. */
const LEDGER = `SELECT '1' AS 编号, ${ROWS}, TIMESTAMPTZ '2017-03-31 16:30:00+00' AS 接收日期, true AS 是否实名
  UNION ALL SELECT '2', ${ROWS}, TIMESTAMPTZ '2017-03-30 23:30:00+00', false
  UNION ALL SELECT '3', ${ROWS}, TIMESTAMPTZ '2017-03-31 03:00:00+00', NULL`;

it('stands on the same day whatever the zone of the computer', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kaoping-zones-'));
  try {
    const file = await parquetOf(LEDGER);
    await writeFile(join(dir, '2017Q1_632200_complaints.parquet'), file.stream());
    const told = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((TZ) =>
      execFileSync(process.execPath, ['scripts/assess.mjs', dir, '--period', '2017Q1', '--json'], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(new Set(told).size).toBe(1);
    const { submissions, problems } = JSON.parse(told[0] as string) as AssessmentDocument;
    expect(submissions).toMatchObject([{ rowsRead: 3, rowsAccepted: 2, rowsRejected: 1 }]);
    // The first was received on 1 April in China, after the period.
    expect(problems).toMatchObject([{ row: 2, code: 'after_period', value: '2017-04-01 00:30:00' }]);
  } finally {
    await rm(dir, { recursive: true });
  }
});
