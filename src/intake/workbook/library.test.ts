import * as xlsx from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../domain/problems';
import { textsOf } from '../testing/workbooks';
import type { WorkbookForm } from './form';
import { openWorkbook } from './open';
import { withoutNames } from './xlsb';

const sample = (): xlsx.WorkBook => {
  const n = (v: number, z: string): xlsx.CellObject => ({ t: 'n', v, z });
  const sheet = xlsx.utils.aoa_to_sheet([
    ['编号', null, '日期'],
    [' 0003 ', 632521, n(42799.604166666664, 'yyyy/m/d h:mm'), n(0.6, 'h:mm'), n(0.15, '0%'), n(12, '000000')],
    ['甲\r\n乙', 632500000000001, n(42799, 'm/d/yy'), n(60, 'yyyy-mm-dd'), true, { t: 'e', v: 42 }],
    [],
    [0.1 + 0.2, 6.3252120170001e17, { t: 's', v: '公式', f: 'A1' }],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, '台账');
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([]), '空');
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['隐']]), '隐藏');
  book.Workbook = { Sheets: [{}, {}, { Hidden: 2 }] };
  return book;
};
const ROWS = [
  ['编号', '', '日期'],
  [' 0003 ', '632521', '2017-03-05 14:30:00', '14:24', '0.15', '000012'],
  ['甲\r\n乙', '632500000000001', '2017-03-05', '60', '是', '#N/A'],
  ['0.3', '6.32521201700010E+17', '公式'],
];
const written = (bookType: xlsx.BookType, book = sample()) =>
  new Uint8Array(xlsx.write(book, { type: 'array', bookType }) as ArrayBuffer);
const refusal = (bytes: Uint8Array<ArrayBuffer>, form: WorkbookForm = 'xls') =>
  openWorkbook(new Blob([bytes]), form)
    .then(textsOf)
    .then(
      () => null,
      (e: unknown) => (e instanceof FileRefused ? e.code : e),
    );

describe.each([
  ['biff8', 'xls'],
  ['xlsb', 'xlsx'],
  ['xlsx', 'xlsx'],
  ['xlml', 'xml'],
] as const)('a workbook as %s', (bookType, form) => {
  test('reads alike', async () => {
    const file = await openWorkbook(new Blob([written(bookType)]), form);
    expect(file.encoding).toBe(form);
    expect(file.sheets.map((s) => [s.name, s.hidden])).toEqual([
      ['台账', false],
      ['空', false],
      ['隐藏', true],
    ]);
    const texts = await textsOf(file);
    expect(texts[0]?.filter((row) => row.length)).toEqual(ROWS);
    expect(texts.slice(1)).toEqual([[], [['隐']]]);
    expect(file.sheets[0]?.merged).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 }]);
  });

  test('days that count from 1904', async () => {
    const book = xlsx.utils.book_new();
    const sheet = xlsx.utils.aoa_to_sheet([[{ t: 'n', v: 41337, z: 'yyyy-mm-dd' }]]);
    xlsx.utils.book_append_sheet(book, sheet, 'a');
    book.Workbook = { WBProps: { date1904: true } };
    const file = await openWorkbook(new Blob([written(bookType, book)]), form);
    expect([file.sheets[0]?.date1904, await textsOf(file)]).toEqual([true, [[['2017-03-05']]]]);
  });
});

test('a gap of many rows is no rows', async () => {
  const sheet = xlsx.utils.aoa_to_sheet([['a']]);
  xlsx.utils.sheet_add_aoa(sheet, [['b']], { origin: 'C60000' });
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, 'a');
  const file = await openWorkbook(new Blob([written('biff8', book)]), 'xls');
  const first: number[] = [];
  for await (const batch of file.sheets[0]?.read() ?? []) first.push(batch.firstRow, batch.rows);
  expect(first).toEqual([1, 1, 60_000, 1]);
});

/** A sheet of Excel 95: texts in the code page of its Windows. */
const biff5 = (page: number, text: readonly number[]) => {
  const u16 = (n: number) => [n & 255, n >> 8];
  const record = (type: number, body: readonly number[]) => [...u16(type), ...u16(body.length), ...body];
  const bof = (type: number) => record(0x0809, [0, 5, ...u16(type), 0, 0, 0, 0]);
  const name = (pos: number) => record(0x0085, [...u16(pos), 0, 0, 0, 0, text.length, ...text]);
  const head = (pos: number) => [...bof(5), ...record(0x42, u16(page)), ...name(pos), ...record(0x0a, [])];
  const start = head(0).length;
  const label = record(0x0204, [0, 0, 0, 0, 0, 0, ...u16(text.length), ...text]);
  const stream = [...head(start), ...bof(0x10), ...label, ...record(0x0a, [])];
  const container = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(container, '/Book', Uint8Array.from(stream));
  return Uint8Array.from(xlsx.CFB.write(container, { type: 'array' }) as number[]);
};

test.each([
  ['Chinese', 936, [0xc7, 0xe0, 0xba, 0xa3], '青海'],
  ['Taiwanese', 950, [0xab, 0x43, 0xae, 0xfc], '青海'],
  ['Western', 1252, [0xe9], 'é'],
])('a workbook of Excel 95, %s', async (_, page, bytes, text) => {
  const file = await openWorkbook(new Blob([biff5(page, bytes)]), 'xls');
  expect([file.sheets[0]?.name, await textsOf(file)]).toEqual([text, [[[text]]]]);
});

describe('refused', () => {
  const container = (name: string) => {
    const made = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(made, name, new Uint8Array(5000));
    return Uint8Array.from(xlsx.CFB.write(made, { type: 'array' }) as number[]);
  };
  /** Puts the record that says how the rest is locked behind the first one. */
  const locked = () => {
    const inside = xlsx.CFB.read(written('biff8'), { type: 'array' });
    const stream = Uint8Array.from(xlsx.CFB.find(inside, '/Workbook').content as number[]);
    const at = 4 + (stream[2] as number);
    const pass = [0x2f, 0, 0x36, 0, 1, 0, 1, 0, 1, 0, ...new Array<number>(48).fill(7)];
    const made = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(made, '/Workbook', Uint8Array.from([...stream.slice(0, at), ...pass, ...stream.slice(at)]));
    return Uint8Array.from(xlsx.CFB.write(made, { type: 'array' }) as number[]);
  };

  test('an xlsx that is locked with a password', async () =>
    expect(await refusal(container('/EncryptedPackage'))).toBe('encrypted'));
  test('an xls that is locked with a password', async () => expect(await refusal(locked())).toBe('encrypted'));
  test('a document of Word', async () => expect(await refusal(container('/WordDocument'))).toBe('unknown_form'));
  test('an OpenDocument, by name', async () => expect(await refusal(written('ods'), 'xlsx')).toBe('unknown_form'));
  test('nothing but the mark of the form', async () =>
    expect(await refusal(written('biff8').slice(0, 8))).toBe('broken_workbook'));

  test('cut off, wherever', async () => {
    const whole = written('biff8');
    for (let length = 512; length < whole.length; length += 512)
      expect(await refusal(whole.slice(0, length)), `${length} of ${whole.length} bytes`).toMatch(
        /^(?:broken_workbook|unknown_form)$/,
      );
  });
});

test('an xlsb whose text is longer than its part is refused, not read to a wrong end', async () => {
  const parts = unzipSync(written('xlsb'));
  const name = 'xl/worksheets/sheet1.bin';
  const sheet = Buffer.from(parts[name] as Uint8Array);
  // A cell of text: its column, its style, then how long it is.
  const text = Buffer.from('日期', 'utf16le');
  const at = sheet.indexOf(text);
  expect(sheet.readUInt32LE(at - 4)).toBe(2);
  sheet.writeUInt32LE(0x7fff_ffff, at - 4);
  parts[name] = sheet;
  expect(await refusal(Uint8Array.from(zipSync(parts)), 'xlsx')).toBe('broken_workbook');
});

test('records that name formulas are taken out of an xlsb', () => {
  const records = [131, 1, 0, 39, 3, 9, 9, 9, 156, 1, 2, 7, 7, 132, 1, 0];
  expect([...(withoutNames(Uint8Array.from(records)) ?? [])]).toEqual([131, 1, 0, 156, 1, 2, 7, 7, 132, 1, 0]);
  expect(withoutNames(Uint8Array.from(records.slice(0, 12)))).toBeNull();
});

test('an xls with a damaged formula is read by the value beside it', async () => {
  const book = xlsx.utils.book_new();
  // The number's record becomes one of a formula whose first token is longer than the formula.
  xlsx.utils.book_append_sheet(book, { A1: { t: 'n', v: 1.5 }, '!ref': 'A1' }, 'a');
  const written = new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  const inside = xlsx.CFB.read(written, { type: 'buffer' });
  const stream = xlsx.CFB.find(inside, '/Workbook') as { content: Uint8Array; size: number };
  const content = Buffer.from(stream.content);
  const number = content.indexOf(Buffer.from([0x03, 0x02, 14, 0, 0, 0, 0, 0]));
  expect(number).toBeGreaterThan(0);
  const value = content.subarray(number + 10, number + 18);
  const formula = Buffer.concat([
    Buffer.from([0x06, 0, 23, 0, 0, 0, 0, 0, 0, 0]),
    value,
    Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 0x1f]),
  ]);
  stream.content = Buffer.concat([content.subarray(0, number), formula, content.subarray(number + 18)]);
  stream.size = stream.content.length;
  const file = new Blob([new Uint8Array(xlsx.CFB.write(inside, { type: 'array' }) as ArrayBuffer)]);
  expect(await textsOf(await openWorkbook(file, 'xls'))).toEqual([[['1.5']]]);
});
