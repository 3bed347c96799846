import { gzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookOf, html } from '../../tests/corpus/books';
import { blobOf, type Case } from '../../tests/corpus/case';
import { readCase } from '../../tests/corpus/read';
import { parquetOf } from '../../tests/support/parquetOf';
import { unpack } from './unpack/unpack';

// Chrome 109 and Safari 17, for which the page is built, cannot iterate over a stream.
const iterator = Object.getOwnPropertyDescriptor(ReadableStream.prototype, Symbol.asyncIterator);
const values = Object.getOwnPropertyDescriptor(ReadableStream.prototype, 'values');
beforeAll(() => {
  Reflect.deleteProperty(ReadableStream.prototype, Symbol.asyncIterator);
  Reflect.deleteProperty(ReadableStream.prototype, 'values');
});
afterAll(() => {
  if (iterator) Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, iterator);
  if (values) Object.defineProperty(ReadableStream.prototype, 'values', values);
});

const LINES = [
  ['编号', '类型', '县区', '承办部门', '接收日期'],
  ['T-1', '投诉', '海晏县', '工商', '2017-03-05'],
];
const CSV = new TextEncoder().encode(LINES.map((l) => `${l.join()}\n`).join(''));
const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

async function unpacked(pack: Blob, path: string): Promise<Blob> {
  for await (const found of unpack(pack, path)) {
    if ('data' in found) return found.data;
    if ('refused' in found) throw found.refused;
  }
  throw new Error('the pack is empty');
}

it('cannot iterate over a stream here', () => {
  expect(Symbol.asyncIterator in blob(CSV).stream()).toBe(false);
});

it.each<[string, Case['file']]>([
  ['csv', blob(CSV)],
  ['gz', () => unpacked(blob(gzipSync(CSV)), '海北州.csv.gz')],
  ['zip', () => unpacked(blob(zipSync({ 'a.csv': CSV })), '海北州.zip')],
  ['zip of a gz', () => unpacked(blob(zipSync({ 'a.csv.gz': gzipSync(CSV) })), '海北州.zip')],
  ['xlsx', bookOf(LINES)],
  ['html', html(LINES.map((l) => l.join()))],
  [
    'parquet',
    () =>
      parquetOf(
        "SELECT 'T-1' AS 编号, '投诉' AS 类型, '海晏县' AS 县区, '工商' AS 承办部门, DATE '2017-03-05' AS 接收日期",
      ),
  ],
])('%s is read', async (name, file) => {
  const { refused, values } = await readCase({ name, file: await blobOf({ file }) });
  expect(refused).toBeNull();
  expect(values.complaint_id).toEqual(['T-1']);
  expect(values.received_on).toEqual(['2017-03-05']);
});
