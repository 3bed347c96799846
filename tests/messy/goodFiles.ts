import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { asBook } from './asBook';
import { asHtml, asXml } from './asMarkup';
import { asParquet } from './asParquet';
import { asText, type TextForm } from './asText';
import { type Cases, cases } from './cases';
import { type Grid, gridOf, type Layout, layouts } from './grid';

const seeded = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { numRuns: 1, seed: 7 })[0] as T;

/** A dozen complaints in the columns of the template. */
const said: Cases = seeded(cases.filter((c) => c.ledger === 'complaints' && c.rows.length > 10));
const layout: Layout = {
  ...seeded(layouts(said, { bare: true, serials: false })),
  title: true,
  again: 5,
  signed: true,
};
const grid: Grid = gridOf(said, layout);
const bare: Grid = gridOf(said, { ...layout, title: false, again: null, signed: false });

const TEXT: TextForm = {
  encoding: 'utf-8',
  delimiter: ',',
  quoting: 'needed',
  ends: ['\r\n'],
  short: false,
  ended: true,
  ctrlZ: false,
};
const csv = (form: Partial<TextForm> = {}) => asText(grid, { ...TEXT, ...form });

/** Written by the library, as Excel 97 and its sisters would. */
function byLibrary(bookType: xlsx.BookType): Blob {
  const book = xlsx.utils.book_new();
  const rows = grid.cells.map((row) => row.map((c) => (c.day === undefined ? c.text : c.day + 25_569)));
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '台账');
  return new Blob([new Uint8Array(xlsx.write(book, { type: 'array', bookType }) as ArrayBuffer)]);
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const packed = async (pack: (bytes: Uint8Array) => Uint8Array) =>
  new Blob([pack(await bytesOf(csv())) as Uint8Array<ArrayBuffer>]);

/** A good file of every form. */
export const GOOD: Readonly<Record<string, () => Blob | Promise<Blob>>> = {
  'UTF-8': () => csv(),
  'UTF-8 with quotes': () => csv({ encoding: 'utf-8-bom', quoting: 'all', delimiter: '\t' }),
  'UTF-16': () => csv({ encoding: 'utf-16le', ends: ['\n'] }),
  GB18030: () => csv({ encoding: 'gb18030', delimiter: ';' }),
  xlsx: () =>
    asBook(grid, { texts: 'shared', date1904: false, format: 14, placed: true, others: ['notes'], numbers: true }),
  xls: () => byLibrary('biff8'),
  xlsb: () => byLibrary('xlsb'),
  HTML: () => asHtml(grid, { encoding: 'gb18030', head: true, header: 'th', open: false, upper: false }),
  XML: () => asXml(grid, { numbers: true }),
  Parquet: () => asParquet(bare),
  gz: () => packed((bytes) => gzipSync(bytes)),
  zip: () => packed((bytes) => zipSync({ '西宁/一季度.csv': bytes, 'Thumbs.db': new Uint8Array(9) })),
};

/** Text of plain values without a single quote: its lines are its rows. */
export function plainLines(encoding: TextForm['encoding']): { file: Blob; rows: number } {
  const rows = said.rows.map((row, i) =>
    [`T-${i}`, '投诉', row.county, 'aic', '2017-03-05'].map((v) => ({ text: String(v) })),
  );
  const header = ['编号', '类型', '县区', '承办部门', '接收日期'].map((text) => ({ text }));
  return {
    file: asText({ cells: [header, ...rows], merged: [] }, { ...TEXT, encoding, ends: ['\n'] }),
    rows: rows.length,
  };
}
