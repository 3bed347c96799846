import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { bookOf, partsOf, zipped } from '../../src/intake/testing/workbooks';
import { type PlainColumn, plainParquet } from '../support/plainParquet';
import { member, rawZip } from './rawZip';

const MIB = 2 ** 20;
const HEADER = '编号,类型,县区,承办部门,接收日期,商品类别';
const row = (n: number | string, product = '') => `T-${n},投诉,630102,工商,2017-03-05,${product}`;
const COLUMNS = HEADER.split(',');

const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
/** Text many times over, without as much of it in memory; in large pieces, since many small ones are slow to read. */
function times(text: string, n: number): Blob[] {
  const together = Math.max(1, Math.ceil(MIB / text.length));
  const block = new Blob([text.repeat(Math.min(n, together))]);
  return [...Array.from({ length: Math.floor(n / together) }, () => block), new Blob([text.repeat(n % together)])];
}
const csv = (...parts: (string | Blob)[]) => new Blob(parts);

const cells = (texts: readonly string[]) => texts.map((t) => `<c t="inlineStr"><is><t>${t}</t></is></c>`).join('');
const sheetRow = (texts: readonly string[], number?: number) =>
  `<row${number === undefined ? '' : ` r="${number}"`}>${cells(texts)}</row>`;
const book = (...rows: readonly (readonly string[])[]) => [COLUMNS, ...rows].map((r) => sheetRow(r)).join('');
const caseRow = (n: number | string, product = '') => row(n, product).split(',');
const table = (...rows: readonly (readonly string[])[]) =>
  `<table>${[COLUMNS, ...rows].map((r) => `<tr>${r.map((t) => `<td>${t}</td>`).join('')}</tr>`).join('')}</table>`;

/** Zeros as they are packed, with the bytes that they declare. */
const zeros = (name: string, size: number) => {
  const content = Buffer.alloc(size);
  return member(name, content, { packed: deflateRawSync(content, { level: constants.Z_BEST_SPEED }) });
};
/** A part of a workbook replaced by raw bytes. */
const bookWith = (name: string, content: string): Blob =>
  zipped({ ...partsOf({ sheets: [{ rows: book(caseRow(1)) }] }), [name]: content });

const ENTITIES = `<!DOCTYPE x [<!ENTITY a "${'哈'.repeat(50)}">${Array.from(
  { length: 20 },
  (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`,
).join('')}]>`;
const spreadsheetXml = (rows: string, before = '') =>
  `<?xml version="1.0"?>${before}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`;

const column = (name: string, ...values: string[]): PlainColumn => ({
  name,
  type: 6,
  converted: 0,
  values: values.map((v) => new TextEncoder().encode(v)),
});
async function parquetWith(damage: (bytes: Buffer) => Buffer): Promise<Blob> {
  const good = plainParquet(COLUMNS.map((name, i) => column(name, caseRow(1)[i] as string)));
  return blob(damage(Buffer.from(await good.arrayBuffer())));
}

/** Files that mean harm, by what they are. */
export const HOSTILE: Readonly<Record<string, () => Blob | Promise<Blob>>> = {
  // Packs
  'a zip of 5,000 members of 90 MB, all the same bytes': () => {
    const one = zeros('a.csv', 90 * MIB);
    return blob(
      rawZip(
        Array.from({ length: 5000 }, (_, i) => ({ ...one, name: `${i}.csv` })),
        true,
      ),
    );
  },
  'a zip that is larger than it says': () => blob(rawZip([{ ...zeros('a.csv', 80 * MIB), size: 5 }])),
  'a zip that says less than it packs': () => blob(rawZip([member('a.csv', HEADER, { size: 3 * 2 ** 30 })])),
  'zips in zips': () => {
    let inner = rawZip([zeros('a.csv', 50 * MIB)]);
    for (let depth = 0; depth < 6; depth++) inner = rawZip([member('a.zip', inner), member('b.zip', inner)]);
    return blob(inner);
  },
  'a gz of 150 MB of zeros': () => blob(gzipSync(Buffer.alloc(150 * MIB), { level: 1 })),
  'a workbook of which a part shrinks a thousandfold': () =>
    zipped({ ...partsOf({ sheets: [{ rows: `${book(caseRow(1))}${' '.repeat(40 * MIB)}` }] }) }),
  // Workbooks
  'a sheet that declares a billion rows': () =>
    bookOf(`${book(caseRow(1))}<row r="999999999">${cells(caseRow(2))}</row>`, {
      behind: '<dimension ref="A1:XFD999999999"/>',
    }),
  'a sheet that merges everything': () =>
    bookOf(book(...Array.from({ length: 2000 }, (_, i) => caseRow(i))), {
      behind: `<mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(20_000)}</mergeCells>`,
    }),
  'a sheet of 16,384 columns': () => {
    const wide = Array.from({ length: 16_384 - COLUMNS.length }, (_, i) => `列${i}`);
    return bookOf(
      sheetRow([...COLUMNS, ...wide]) +
        Array.from({ length: 20 }, (_, i) => sheetRow([...caseRow(i), ...wide])).join(''),
    );
  },
  'a cell in column ZZZZZZZ': () => bookOf(`${book(caseRow(1))}<row r="3"><c r="ZZZZZZZ3"><v>1</v></c></row>`),
  'an xlsx cell of 10 MB': () => bookOf(book(caseRow(1, '长'.repeat(3_500_000)))),
  'shared strings that mean each other': () =>
    bookWith('xl/sharedStrings.xml', `<?xml version="1.0"?>${ENTITIES}<sst><si><t>&u;</t></si></sst>`),
  'a sheet of entities': () =>
    bookWith(
      'xl/worksheets/sheet1.xml',
      `<?xml version="1.0"?>${ENTITIES}<worksheet><sheetData>${book(caseRow(1, '&u;'))}</sheetData></worksheet>`,
    ),
  'a sheet whose merged areas lie over each other': () =>
    bookOf(book(...Array.from({ length: 2000 }, (_, i) => caseRow(i))), {
      behind: `<mergeCells>${Array.from({ length: 50_000 }, (_, i) => `<mergeCell ref="F${(i % 2000) + 2}:F${2002 + i}"/>`).join('')}</mergeCells>`,
    }),
  '10,000 sheets': () =>
    zipped(partsOf({ sheets: Array.from({ length: 10_000 }, (_, i) => ({ rows: i ? '' : book(caseRow(1)) })) })),
  'XML of 10,000 sheets': () =>
    csv(
      `<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`,
      ...times('<Worksheet ss:Name="a"><Table/></Worksheet>', 10_000),
      '</Workbook>',
    ),
  'XML of a value in no cell': () => csv(spreadsheetXml('<Row><Data ss:Type="String">a</Data></Row>')),
  'XML of entities': () => csv(spreadsheetXml(`<Row><Cell><Data ss:Type="String">&u;</Data></Cell></Row>`, ENTITIES)),
  'XML of a row a billion rows down': () =>
    csv(
      spreadsheetXml(
        '<Row ss:Index="999999999"><Cell ss:Index="999999999"><Data ss:Type="String">a</Data></Cell></Row>',
      ),
    ),
  // HTML
  '100,000 nested divs': () => csv(...times('<div>', 100_000), table(caseRow(1)), ...times('</div>', 100_000)),
  '100,000 nested tables': () => csv(...times('<table><tr><td>', 100_000), table(caseRow(1))),
  'an HTML cell of 10 MB': () => csv(table(caseRow(1, '长'.repeat(3_500_000)))),
  'cells that span everything': () =>
    csv(
      '<table>',
      `<tr>${COLUMNS.map((c) => `<td>${c}</td>`).join('')}</tr>`,
      ...times('<tr><td colspan=999999999 rowspan=999999999>a</td></tr>', 20_000),
      '</table>',
    ),
  'a tag that does not end': () => csv('<table><tr><td ', ...times('a="b" ', 4_000_000)),
  // Text
  'a line of 200 MB': () => csv(HEADER, '\n', ...times('a'.repeat(1024), 200 * 1024)),
  '200 MB of one quote': () => csv(HEADER, '\n', row(1, '"'), ...times('a,b\n', 50 * MIB)),
  'a million columns': () => csv(...times('编号,', 1_000_000), '\n', row(1)),
  '10,000 columns by 1,000 rows': () =>
    csv(HEADER, ...times(',列', 10_000), '\n', ...times(`${row(1)}${',a'.repeat(10_000)}\n`, 1000)),
  '60,000 columns by 100 rows': () =>
    csv(HEADER, ...times(',列', 60_000), '\n', ...times(`${row(1)}${',a'.repeat(60_000)}\n`, 100)),
  'nothing but a header, a million times': () => csv(...times(`${HEADER}\n`, 1_000_000)),
  'headers in turn, 400,000 times': () =>
    csv(...times(`${HEADER}\n案件编号,办案部门,县区,立案日期,处罚决定日期\n`, 200_000)),
  '300,000 rows with five faults each': () => csv(`${HEADER}\n`, ...times('T-1,什么,没有,谁,某天,x\n', 300_000)),
  'a million blank lines': () => csv(`${HEADER}\n`, ...times('\n', 5_000_000), row(1)),
  // Parquet
  'Parquet of a text of 4 GB': () =>
    parquetWith((bytes) => bytes.fill(0xff, bytes.indexOf('T-1') - 4, bytes.indexOf('T-1'))),
  'Parquet with a footer of 4 GB': () => parquetWith((bytes) => bytes.fill(0xff, bytes.length - 8, bytes.length - 4)),
  'Parquet of 5,000 columns': () =>
    plainParquet(Array.from({ length: 5000 }, (_, i) => column(COLUMNS[i] ?? `列${i}`, caseRow(1)[i] ?? 'x'))),
  'a text cell of 10 MB': () => csv(`${HEADER}\n`, row(1, '长'.repeat(3_500_000)), '\n'),
};
