import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { FileRefused } from '../../domain/problems';
import { noResult } from '../../domain/reading/noText';
import { BATCH_ROWS } from '../sheet';
import { bookOf, partsOf, rowsOf, textsOf, zipped } from '../testing/workbooks';
import { openWorkbook } from './open';

const texts = async (file: Blob) => textsOf(await openWorkbook(file, 'xlsx'));
const cells = async (rows: string, more?: Parameters<typeof bookOf>[1]) => (await texts(bookOf(rows, more)))[0];
const cell = async (xml: string, more?: Parameters<typeof bookOf>[1]) =>
  (await cells(`<row>${xml}</row>`, more))?.[0]?.[0];
const refusal = (file: Blob | Promise<Blob>) =>
  Promise.resolve(file)
    .then(texts)
    .then(
      () => null,
      (e: unknown) => (e instanceof FileRefused ? e.code : e),
    );

describe('what a cell says', () => {
  test.each([
    ['a shared text', '<c t="s"><v>1</v></c>', '乙 '],
    ['text in runs, without the reading above it', '<c t="s"><v>2</v></c>', '东京都'],
    ['a text with a line end of Windows', '<c t="s"><v>3</v></c>', '甲\r\n乙'],
    ['a text that looks like an escape', '<c t="s"><v>4</v></c>', '_x000D_'],
    ['a text of its own', '<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    ['a text of its own in runs', '<c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>', 'ab'],
    ['a text of its own whose type is not said', '<c><is><t>a</t></is></c>', 'a'],
    ['entities', '<c t="inlineStr"><is><t>&lt;&amp;&gt;&#65;&#x4E2D;&quot;&unknown;</t></is></c>', '<&>A中"&unknown;'],
    ['a section that is not marked up', '<c t="inlineStr"><is><t><![CDATA[<a>&amp;]]></t></is></c>', '<a>&amp;'],
    ['text with a comment in it', '<c t="inlineStr"><is><t>a<!-- x > --><?p <t> ?>b</t></is></c>', 'ab'],
    ['a text with leading zeros', '<c t="str"><v>0003</v></c>', '0003'],
    ['the value of a formula', '<c t="str"><f>A1&amp;"b"</f><v>ab</v></c>', 'ab'],
    ['the number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['a formula that was never reckoned', '<c><f>A1&amp;B1</f></c>', noResult('A1&B1')],
    ['true', '<c t="b"><v>1</v></c>', '是'],
    ['false', '<c t="b"><v>0</v></c>', '否'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a number', '<c><v>632521</v></c>', '632521'],
    ['a number, said to be one', '<c t="n"><v>6.3252120170001E+17</v></c>', '6.32521201700010E+17'],
    ['more digits than a double has', '<c><v>632521201700010012</v></c>', '6.32521201700010E+17'],
    ['a day', '<c s="1"><v>42799</v></c>', '2017-03-05'],
    ['a day with a time', '<c s="1"><v>42799.604166666664</v></c>', '2017-03-05 14:30:00'],
    ['a time', '<c s="2"><v>0.25</v></c>', '06:00'],
    ['zeros as shown', '<c s="3"><v>3</v></c>', '000003'],
    ['a percentage', '<c s="4"><v>0.15</v></c>', '0.15'],
    ['a day of a Chinese Excel', '<c s="5"><v>42799</v></c>', '2017-03-05'],
    ['a style that is not there', '<c s="99"><v>42799</v></c>', '42799'],
    ['a day as text of its own kind', '<c t="d"><v>2017-03-05T00:00:00</v></c>', '2017-03-05'],
    ['quotes that are single, blanks between', "<c  t = 's'\n s='1' ><v >1</v ></c >", '乙 '],
    ['an attribute with > in it', '<c t="s" x="a>b"><v>1</v></c>', '乙 '],
    ['names with a prefix', '<x:c t="s"><x:v>1</x:v></x:c>', '乙 '],
  ])('%s', async (_, xml, text) => {
    const strings =
      '<si><t>甲</t></si><si><t>乙 </t></si><si><r><t>东</t></r><r><t>京都</t></r><rPh sb="0" eb="2"><t>トウ</t></rPh><phoneticPr/></si><si><t>甲_x000D_\n乙</t></si><si><t>_x005F_x000D_</t></si>';
    expect(await cell(xml, { strings, formats: [14, 20, '000000', 10, 31] })).toBe(text);
  });

  test.each([
    [false, '59', '1900-02-28'],
    [false, '60', '60'],
    [true, '60', '1904-03-01'],
    [true, '41337', '2017-03-05'],
  ])('days that count from 1904 (%s): %s', async (date1904, stored, text) => {
    expect(await cell(`<c s="1"><v>${stored}</v></c>`, { formats: ['yyyy-mm-dd'], date1904 })).toBe(text);
  });
});

describe('where cells are', () => {
  const t = (text: string, place = '') => `<c ${place && `r="${place}"`} t="str"><v>${text}</v></c>`;

  test('without places cells follow one another, and a place is where the next goes on', async () => {
    expect(
      await cells(`<row>${t('a')}${t('b')}</row><row r="3">${t('c', 'B3')}${t('d')}</row><row>${t('e')}</row>`),
    ).toEqual([['a', 'b'], [], ['', 'c', 'd'], ['e']]);
  });

  test('what is only coloured is no cell', async () => {
    expect(await cells(`<row r="1"><c r="A1" s="1"/>${t('a', 'B1')}<c r="C1" s="1"/><c r="D1"></c></row>`)).toEqual([
      ['', 'a'],
    ]);
  });

  test('a sheet that declares a billion rows hands over those that are filled', async () => {
    const [sheet] = (
      await openWorkbook(
        bookOf(`<row r="2">${t('a')}</row><row r="1000000000">${t('b')}</row>`, {
          behind: '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="$D$9"/></mergeCells>',
        }),
        'xlsx',
      )
    ).sheets;
    if (!sheet) throw new Error('no sheet');
    expect([...(await rowsOf(sheet))]).toEqual([
      [2, ['a']],
      [1_000_000_000, ['b']],
    ]);
    expect(sheet.merged).toEqual([
      { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 },
      { firstRow: 9, lastRow: 9, firstColumn: 3, lastColumn: 3 },
    ]);
  });

  test('the last column of all programs is read, one behind it refused', async () => {
    expect((await cells(`<row>${t('a', 'XFD1')}</row>`))?.[0]).toHaveLength(16_384);
    expect(await refusal(bookOf(`<row>${t('a', 'XFE1')}</row>`))).toBe('too_large');
  });

  test('rows as long as can be, each of other columns, come in small batches', async () => {
    const letters = (n: number): string =>
      (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
    const rows = Array.from({ length: 3000 }, (_, i) => `<row>${t('a', `${letters(i)}1`)}${t('b', 'XFD1')}</row>`);
    const wide = `<row>${'<c t="str"><v>x</v></c>'.repeat(12_000)}</row>`;
    const file = await openWorkbook(bookOf(rows.join('') + wide.repeat(40)), 'xlsx');
    let read = 0;
    for await (const batch of file.sheets[0]?.read() ?? []) {
      read += batch.rows;
      // Blank columns share one list of numbers.
      const lists = new Set(batch.columns.map((c) => c.ids));
      expect(lists.size * batch.rows).toBeLessThanOrEqual(4_100_000);
    }
    expect(read).toBe(3040);
  });

  test.each([
    ['rows that go back', `<row r="2">${t('a')}</row><row r="1">${t('b')}</row>`],
    ['a row number that is none', `<row r="x">${t('a')}</row>`],
    ['row 0', `<row r="0">${t('a')}</row>`],
    ['two cells in one place', `<row>${t('a', 'A1')}${t('b', 'A1')}</row>`],
    ['a cell without a column', `<row>${t('a', '1')}</row>`],
    ['a shared text that is not there', '<row><c t="s"><v>7</v></c></row>'],
  ])('%s: refused', async (_, rows) => expect(await refusal(bookOf(rows))).toBe('broken_workbook'));

  test('many rows come in batches, equal texts by one number', async () => {
    const all = 2 * BATCH_ROWS + 7232;
    const rows = Array.from({ length: all }, (_, i) => `<row>${t(`id${i}`)}${t(`k${i % 3}`)}</row>`).join('');
    const file = await openWorkbook(bookOf(rows), 'xlsx');
    const sizes: number[] = [];
    for await (const batch of file.sheets[0]?.read() ?? []) {
      sizes.push(batch.rows);
      expect(batch.columns[1]?.texts.size).toBeLessThanOrEqual(4);
      for (const column of batch.columns) expect(column.ids).toHaveLength(batch.rows);
    }
    expect(sizes).toEqual([BATCH_ROWS, BATCH_ROWS, 7232]);
    expect((await textsOf(file))[0]?.at(-1)).toEqual([`id${all - 1}`, `k${(all - 1) % 3}`]);
  });

  test('each batch says which share of the sheet was read, and all have one form', async () => {
    const row = `<row>${t('a')}${t('b')}</row>`;
    const { sheets } = await openWorkbook(bookOf(row.repeat(3 * BATCH_ROWS)), 'xlsx');
    const shares: (number | undefined)[] = [];
    const forms = new Set<string>();
    for await (const batch of sheets[0]?.read() ?? []) {
      shares.push(batch.share);
      forms.add(Object.keys(batch).join());
    }
    expect(shares).toHaveLength(3);
    expect(shares).toEqual(shares.map(Number).sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThan(0.6);
    expect(shares.at(-1)).toBe(1);
    expect(forms.size).toBe(1);
  });

  test('a cell of 10 MB', async () => {
    const long = '很长'.repeat(1_700_000);
    expect(await cell(t(long))).toBe(long);
  });
});

describe('sheets', () => {
  test('in their order, empty ones too, hidden ones said, charts passed over', async () => {
    const file = await openWorkbook(
      zipped(
        partsOf({
          sheets: [
            { name: '乙', rows: '<row><c><v>1</v></c></row>' },
            { name: '图', type: 'chartsheet', rows: '' },
            { name: '隐 & 藏', state: 'hidden', rows: '' },
            { name: '甲', state: 'veryHidden', rows: '<row/>' },
          ],
        }),
      ),
      'xlsx',
    );
    expect(file.encoding).toBe('xlsx');
    expect(file.sheets.map((s) => [s.name, s.hidden])).toEqual([
      ['乙', false],
      ['隐 & 藏', true],
      ['甲', true],
    ]);
    expect(await textsOf(file)).toEqual([[['1']], [], [[]]]);
    file.close?.();
  });

  test('parts in UTF-16, other names of parts and of prefixes', async () => {
    const parts = partsOf({ sheets: [{ rows: '<row><c t="str"><v>青海</v></c></row>' }] });
    const sheet = (parts['xl/worksheets/sheet1.xml'] as string).replace('UTF-8', 'UTF-16');
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(sheet, (c) => c.charCodeAt(0)).buffer),
    ]);
    const renamed: Record<string, string | Uint8Array> = {};
    for (const [name, x] of Object.entries(parts)) renamed[name.replaceAll('/', '\\').toUpperCase()] = x;
    renamed['XL\\WORKSHEETS\\SHEET1.XML'] = utf16;
    expect(await texts(zipped(renamed))).toEqual([[['青海']]]);
  });

  test('as another library writes them', async () => {
    const blob = await writeExcel([
      [{ value: '编号' }, { value: '日期' }, { value: '件数' }],
      [{ value: '0003' }, { value: new Date(Date.UTC(2017, 2, 5)), format: 'yyyy-mm-dd' }, { value: 10.5 }],
      [{ value: ' a&b\n' }, null, { value: true }],
    ]).toBuffer();
    expect(await texts(new Blob([blob as Uint8Array<ArrayBuffer>]))).toEqual([
      [
        ['编号', '日期', '件数'],
        ['0003', '2017-03-05', '10.5'],
        [' a&b\n', '', '是'],
      ],
    ]);
  });
});

describe('what is no workbook as it should be', () => {
  const parts = partsOf({ sheets: [{ rows: '<row><c t="str"><v>a</v></c></row>' }] });
  const without = (name: string) => zipped(Object.fromEntries(Object.entries(parts).filter(([n]) => n !== name)));
  const withPart = (name: string, text: string) => zipped({ ...parts, [name]: text });
  const SHEET = 'xl/worksheets/sheet1.xml';

  test.each([
    ['no zip at all', () => new Blob([strToU8('PK\u0003\u0004 and no more')])],
    ['cut off', () => bookOf('<row/>').slice(0, 900)],
    ['no main part', () => without('xl/workbook.xml')],
    ['no part for a sheet', () => without(SHEET)],
    ['a sheet that ends in the middle', () => withPart(SHEET, '<worksheet><sheetData><row><c><v>1</v></c></row>')],
    ['a sheet that ends within a tag', () => withPart(SHEET, '<worksheet><sheetData><row><c r="A')],
    ['a main part that ends in the middle', () => withPart('xl/workbook.xml', '<workbook><sheets>')],
    ['a workbook without sheets', () => withPart('xl/workbook.xml', '<workbook><sheets/></workbook>')],
    [
      'entities of its own',
      () =>
        withPart(
          SHEET,
          '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>',
        ),
    ],
    [
      'bytes that are no text',
      () =>
        zipped({
          ...parts,
          [SHEET]: Uint8Array.of(
            ...strToU8('<worksheet><sheetData><row><c t="str"><v>'),
            0xff,
            ...strToU8('</v></c></row></sheetData></worksheet>'),
          ),
        }),
    ],
  ])('%s: refused', async (_, file) => expect(await refusal(file())).toBe('broken_workbook'));

  test('a part that was altered, by its checksum', async () => {
    const bytes = new Uint8Array(await bookOf('<row><c t="str"><v>a</v></c></row>').arrayBuffer());
    const text = new TextDecoder('latin1').decode(bytes);
    // The checksum of the sheet in the zip's list.
    const at = text.lastIndexOf(SHEET) - 30;
    bytes[at] = (bytes[at] as number) ^ 1;
    expect(await refusal(new Blob([bytes]))).toBe('broken_workbook');
  });

  test('a workbook that is much larger unpacked than any is', async () => {
    const bytes = new Uint8Array(await bookOf('<row/>').arrayBuffer());
    const at = new TextDecoder('latin1').decode(bytes).lastIndexOf(SHEET) - 46;
    new DataView(bytes.buffer).setUint32(at + 24, 2_000_000_000, true);
    expect(await refusal(new Blob([bytes]))).toBe('too_large');
  });

  test('a bomb: a sheet that is next to nothing packed', async () => {
    expect(await refusal(bookOf('<row/>'.repeat(3_000_000)))).toBe('too_large');
  });

  test('one that unpacks to more than it says', async () => {
    const bytes = new Uint8Array(await bookOf('<row><c><v>1</v></c></row>'.repeat(9999)).arrayBuffer());
    const list = new TextDecoder('latin1').decode(bytes).lastIndexOf(SHEET) - 46;
    new DataView(bytes.buffer).setUint32(list + 24, 1000, true);
    expect(await refusal(new Blob([bytes]))).toMatch(/too_large|broken_workbook/);
  });
});
