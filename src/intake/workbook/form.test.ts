import { expect, test } from 'vitest';
import { bookOf } from '../testing/workbooks';
import { workbookForm } from './form';

const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);

test.each([
  ['a container of older Office files', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'xls'],
  ['the records of an xls without a container', Uint8Array.of(9, 8, 16, 0, 0, 6, 5, 0), 'xls'],
  ['a sheet of Excel 4, which is not read', Uint8Array.of(9, 4, 6, 0, 0, 0, 16, 0), null],
  ['HTML', ascii('\r\n <HTML xmlns:x="urn:x">'), 'html'],
  ['a bare table', ascii('<table border=1>'), 'html'],
  ['a table behind a comment', ascii('<!-- <x> --><meta charset=gbk><table>'), 'html'],
  ['XHTML', ascii('<?xml version="1.0"?><!DOCTYPE html><html>'), 'html'],
  ['a table in UTF-16', utf16('\ufeff<table>'), 'html'],
  ['a table in UTF-16 without a mark', utf16('<table>'), 'html'],
  ['a page with its pictures', ascii('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'), 'html'],
  [
    'XML Spreadsheet',
    ascii('\u00ef\u00bb\u00bf<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="u">'),
    'xml',
  ],
  ['XML Spreadsheet with a prefix', ascii('<?xml version="1.0"?><ss:Workbook xmlns:ss="u">'), 'xml'],
  ['other XML', ascii('<?xml version="1.0"?><rows/>'), null],
  ['plain text with a tag in it', ascii('a,b\n<table>,1\n'), null],
  ['another zip', ascii('PK\u0003\u0004.......readme.txt'), null],
  ['a document of Word', ascii('PK\u0003\u0004...[Content_Types].xml...word/document.xml'), null],
  ['nothing', new Uint8Array(), null],
])('%s', (_, head, form) => expect(workbookForm(head)).toBe(form));

test('a workbook by its zip, and by the names of its parts', async () => {
  const head = new Uint8Array(await bookOf('<row/>').slice(0, 8192).arrayBuffer());
  expect(workbookForm(head)).toBe('xlsx');
  expect(workbookForm(ascii('PK\u0003\u0004'), ['docProps/app.xml', 'XL\\workbook.xml'])).toBe('xlsx');
  expect(workbookForm(ascii('PK\u0003\u0004'), ['a.csv', 'b/c.xlsx'])).toBe(null);
});
