import * as xlsx from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { partsOf, type RawBook, zipped } from '../../src/intake/testing/workbooks';

/** A cell of a sheet: a text, a number, a number in the day's style, a formula with its stored value, an error. */
export type BookCell =
  | string
  | number
  | null
  | { day: number }
  | { formula: string; value?: string }
  | { error: string };

const COLUMNS = 'ABCDEFGHIJ';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function cellXml(cell: BookCell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  const value = cell.value === undefined ? '' : `<v>${escaped(cell.value)}</v>`;
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f>${value}</c>`;
}

/** Rows of a sheet as they stand in an xlsx. */
export const rowsXml = (rows: readonly (readonly BookCell[])[]): string =>
  rows
    .map((row, r) => `<row r="${r + 1}">${row.map((c, i) => cellXml(c, `${COLUMNS[i]}${r + 1}`)).join('')}</row>`)
    .join('');

export const cells = (line: string): string[] => line.split(',');

/** A sheet of lines, cells apart by commas. */
export const sheet = (name: string, ...lines: readonly string[]) => ({ name, rows: rowsXml(lines.map(cells)) });

/** A workbook; style 1 is a day's. */
export const book = (more: RawBook): Blob => zipped(partsOf({ formats: [14], ...more }));

/** A workbook of one sheet of such cells. */
export const bookOf = (
  rows: readonly (readonly BookCell[])[],
  more: Partial<RawBook> & { behind?: string } = {},
): Blob => {
  const { behind, ...rest } = more;
  return book({ ...rest, sheets: [{ name: '台账', rows: rowsXml(rows), ...(behind && { behind }) }] });
};

export const merged = (...areas: readonly string[]): string =>
  `<mergeCells>${areas.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/** A table of a web page. */
export const html = (lines: readonly string[], head = '<meta charset="utf-8">'): string =>
  `<html><head>${head}</head><body><table>${lines
    .map(
      (l) =>
        `<tr>${cells(l)
          .map((c) => `<td>${c}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table></body></html>`;

/** A workbook as Excel 2003 writes it as XML. */
export const spreadsheetXml = (lines: readonly string[]): string =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="台账"><Table>${lines
    .map(
      (l) =>
        `<Row>${cells(l)
          .map((c) => `<Cell><Data ss:Type="String">${c}</Data></Cell>`)
          .join('')}</Row>`,
    )
    .join('')}</Table></Worksheet></Workbook>`;

/** A document of another office program. */
export const document = (): Blob => zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': strToU8('<x/>') });

const COLINFO = 0x007d;
const ROW = 0x0208;
const HIDDEN = 0x20;

/** The records of an xls whose last row and third column are hidden; the library writes nothing of rows. */
export async function xlsHiding(lines: readonly string[]): Promise<Blob> {
  const made = xlsx.utils.aoa_to_sheet(lines.map(cells));
  made['!cols'] = [{}, {}, { hidden: true }];
  const all = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(all, made, '台账');
  const file = xlsx.write(all, { type: 'array', bookType: 'biff8', cellStyles: true }) as ArrayBuffer;
  const records = Uint8Array.from(
    xlsx.CFB.find(xlsx.CFB.read(new Uint8Array(file), { type: 'array' }), '/Workbook').content as number[],
  );
  const view = new DataView(records.buffer);
  let at = 0;
  while (view.getUint16(at, true) !== COLINFO) at += 4 + view.getUint16(at + 2, true);
  const row = new DataView(new ArrayBuffer(20));
  for (const [place, value] of [ROW, 16, lines.length - 1, 0, 5].entries()) row.setUint16(2 * place, value, true);
  row.setUint16(16, HIDDEN, true);
  return new Blob([records.slice(0, at), row.buffer, records.slice(at)]);
}
