import { describe, expect, it } from 'vitest';
import { formOf } from './form';

const blob = (...parts: (string | number[])[]): Blob =>
  new Blob(parts.map((p) => (typeof p === 'string' ? p : new Uint8Array(p))));
const ZIP = [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00];

describe('formOf', () => {
  it.each<[string, Blob, string]>([
    ['text', blob('编号,类型\n'), 'text'],
    ['text that begins like a Parquet file', blob('PAR2 编号,类型\n'), 'text'],
    ['a single byte', blob('x'), 'text'],
    ['Parquet', blob('PAR1', [0, 0, 0, 0], 'PAR1'), 'parquet'],
  ])('tells %s', async (_, file, form) => {
    expect(await formOf(file)).toBe(form);
  });

  it.each<[string, Blob, string]>([
    ['an empty file', blob(), 'empty_file'],
    ['an .xlsx workbook', blob(ZIP, '[Content_Types].xml'), 'unsupported_excel'],
    ['an .xlsx workbook whose sheets come first', blob(ZIP, 'xl/worksheets/sheet1.xml'), 'unsupported_excel'],
    ['an .xls workbook', blob([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'unsupported_excel'],
    ['another ZIP', blob(ZIP, 'scan.jpg'), 'unknown_form'],
    ['a PDF', blob('%PDF-1.7\n'), 'unknown_form'],
    ['a Parquet file without its end', blob('PAR1', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'broken_parquet'],
    ['a Parquet file that is all head', blob('PAR1PAR1'), 'broken_parquet'],
    ['four bytes of a Parquet file', blob('PAR1'), 'broken_parquet'],
  ])('refuses %s', async (_, file, code) => {
    await expect(formOf(file)).rejects.toMatchObject({ name: 'FileRefused', code });
  });
});
