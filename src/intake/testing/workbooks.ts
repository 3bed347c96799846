import { strToU8, zipSync } from 'fflate';
import type { OpenedFile, Sheet } from '../sheet';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface RawSheet {
  name?: string;
  state?: string;
  /** Last step of the relation's address. */
  type?: string;
  /** What stands in `sheetData`. */
  rows: string;
  /** What stands before it, and behind it. */
  before?: string;
  behind?: string;
}

export interface RawBook {
  sheets: readonly RawSheet[];
  strings?: string;
  /** Number formats of the cell styles 1, 2, … */
  formats?: readonly (string | number)[];
  date1904?: boolean;
  /** A program wrote its formulas without calculating them. */
  toCalculate?: boolean;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Parts of an xlsx workbook as written by hand. */
export function partsOf({ sheets, strings, formats = [], date1904, toCalculate }: RawBook): Record<string, string> {
  const custom = formats.flatMap((f, i) =>
    typeof f === 'string' ? [`<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(f)}"/>`] : [],
  );
  const xfs = formats.map((f, i) => `<xf numFmtId="${typeof f === 'string' ? 200 + i : f}"/>`);
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook ${NS} xmlns:r="${REL}"><workbookPr${
      date1904 ? ' date1904="1"' : ''
    }/><sheets>${sheets
      .map(
        (s, i) =>
          `<sheet name="${escapeXml(s.name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets>${toCalculate ? '<calcPr fullCalcOnLoad="1"/>' : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${sheets
      .map(
        (s, i) =>
          `<Relationship Id="rId${i + 1}" Type="${REL}/${s.type ?? 'worksheet'}" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rS" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rY" Type="${REL}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${NS}>${strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet ${NS}><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((s, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?><worksheet ${NS}>${s.before ?? ''}<sheetData>${s.rows}</sheetData>${s.behind ?? ''}</worksheet>`,
      ]),
    ),
  };
}

export const zipped = (parts: Record<string, string | Uint8Array>): Blob =>
  new Blob([
    zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, x]) => [name, typeof x === 'string' ? strToU8(x) : x])),
    ) as Uint8Array<ArrayBuffer>,
  ]);

/** An xlsx workbook of one sheet with these rows. */
export const bookOf = (rows: string, more: Omit<RawBook, 'sheets'> & { behind?: string } = {}): Blob =>
  zipped(partsOf({ ...more, sheets: [{ rows, ...(more.behind && { behind: more.behind }) }] }));

/** The rows of a sheet by their numbers, as texts. */
export async function rowsOf(sheet: Sheet): Promise<Map<number, string[]>> {
  const rows = new Map<number, string[]>();
  for await (const batch of sheet.read())
    for (let i = 0; i < batch.rows; i++) {
      const cells = batch.cells[i] as number;
      rows.set(
        batch.firstRow + i,
        batch.columns.slice(0, cells).map((c) => c.texts.text(c.ids[i] as number)),
      );
    }
  return rows;
}

/** The sheets of a file, each as its rows without their numbers. */
export const textsOf = async (file: OpenedFile): Promise<string[][][]> =>
  Promise.all(file.sheets.map(async (s) => [...(await rowsOf(s)).values()]));
