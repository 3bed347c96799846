import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../domain/problems';
import { textsOf } from '../testing/workbooks';
import type { WorkbookForm } from './form';
import { openWorkbook } from './open';

const opened = (text: string | Uint8Array<ArrayBuffer>, form: WorkbookForm) => openWorkbook(new Blob([text]), form);
const refusal = (text: string | Uint8Array<ArrayBuffer>, form: WorkbookForm) =>
  opened(text, form)
    .then(textsOf)
    .then(
      () => null,
      (e: unknown) => (e instanceof FileRefused ? e.code : e),
    );
/** 青海 in GBK. */
const GBK = [0xc7, 0xe0, 0xba, 0xa3];
const bytes = (...pieces: (string | readonly number[])[]) =>
  Uint8Array.from(pieces.flatMap((p) => (typeof p === 'string' ? [...new TextEncoder().encode(p)] : [...p])));
const utf16 = (text: string, mark: boolean) =>
  new Uint8Array(Uint16Array.from((mark ? '\ufeff' : '') + text, (c) => c.charCodeAt(0)).buffer);

describe('tables of HTML', () => {
  const one = async (html: string | Uint8Array<ArrayBuffer>) => (await textsOf(await opened(html, 'html')))[0];

  test.each([
    ['plain', '<td>0003</td>', '0003'],
    ['blanks run together', '<td>\n  a\n   b  </td>', 'a b'],
    ['line ends', '<td>甲<br>乙<BR/>丙</td>', '甲\n乙\n丙'],
    ['paragraphs', '<td><p>甲</p><p>乙</p></td>', '甲\n乙'],
    ['entities', '<td>&lt;a&gt;&amp;&nbsp;b&#65;&#x4e2d;&mdash;&nosuch;</td>', '<a>& bA中—&nosuch;'],
    ['an entity without its semicolon', '<td>a&nbspb</td>', 'a b'],
    ['only a blank that keeps the cell open', '<td>&nbsp;</td>', undefined],
    [
      'formatted',
      '<td class=xl66 style="mso-number-format:\'\\@\'"><b>632</b><font color="red">521</font></td>',
      '632521',
    ],
    ['script and style', '<td>a<script>if (1<2) "</td>"</script><style>td > p {}</style>b</td>', 'ab'],
    ['comments', '<td>a<!-- <td>x</td> -->b<![if !mso]>c<![endif]></td>', 'abc'],
    ['a < that opens nothing', '<td>1 < 2 <3 <</td>', '1 < 2 <3 <'],
    ['upper case', '<TD>a</TD>', 'a'],
    ['a header', '<th scope=col>a</th>', 'a'],
    [
      'a long number that Excel shows rounded',
      '<td x:num="632521201700010000">6.32521E+17</td>',
      '6.32521201700010E+17',
    ],
    ['a column too narrow', '<td x:num="42.5">###</td>', '42.5'],
    ['a number as shown', '<td x:num="42799">2017/3/5</td>', '2017/3/5'],
  ])('%s', async (_, cell, text) => {
    expect((await one(`<table><tr>${cell}</tr></table>`))?.[0]?.[0]).toBe(text);
  });

  test('cells that reach over others are merged areas', async () => {
    const file = await opened(
      `<table><tr><td colspan=2>a</td><td rowspan="3">b</td></tr><tr><td rowspan=9>c<td>d</tr><tr><td>e</td><td>f</td></tr></table>`,
      'html',
    );
    expect((await textsOf(file))[0]).toEqual([
      ['a', '', 'b'],
      ['c', 'd'],
      ['', 'e', '', 'f'],
    ]);
    expect(file.sheets[0]?.merged).toEqual([
      { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 },
      { firstRow: 1, lastRow: 3, firstColumn: 2, lastColumn: 2 },
      { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
    ]);
  });

  test('a cell of very many blanks and line ends comes to an end', async () => {
    const blanks = '<br>'.repeat(200_000) + '<b> </b>'.repeat(200_000);
    expect((await one(`<table><tr><td>a${blanks}b</td></tr></table>`))?.[0]?.[0]).toBe(`a${'\n'.repeat(200_000)}b`);
  });

  test('cells and rows whose ends are left out', async () => {
    expect(await one('<table><thead><tr><th>a<th>b<tbody><tr><td>1<td>2<tr><tr><td>3</table>')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      [],
      ['3'],
    ]);
  });

  test('several tables are several sheets, one within another too', async () => {
    const file = await opened(
      '<h1>t</h1><table><tr><td>a<table><tr><td>inner</td></tr></table>b</td><td>c</td></tr></table>x<table><tr><td>d</td></tr></table><table></table>',
      'html',
    );
    expect(file.sheets.map((s) => s.name)).toEqual(['表格1', '表格2', '表格3', '表格4']);
    expect(await textsOf(file)).toEqual([[['ab', 'c']], [['inner']], [['d']], []]);
    expect((await opened('<table></table>', 'html')).sheets.map((s) => s.name)).toEqual([null]);
  });

  const table = (charset: string) =>
    [`<html><head><meta charset=${charset}></head><table><tr><td>`, '</td></tr></table>'] as const;
  test.each([
    ['GBK, said', bytes(table('gb2312')[0], GBK, table('gb2312')[1])],
    ['GBK, not said', bytes('<table><tr><td>', GBK, '</td></tr></table>')],
    ['GBK that says UTF-8', bytes(table('utf-8')[0], GBK, table('utf-8')[1])],
    ['UTF-8 that says GBK', bytes(table('gbk')[0], '青海', table('gbk')[1])],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], table('utf-8')[0], '青海', table('utf-8')[1])],
    ['an encoding that does not exist', bytes(table('nosuch')[0], GBK, table('nosuch')[1])],
    ['UTF-16', utf16('<table><tr><td>青海</td></tr></table>', true)],
    ['UTF-16 without a mark', utf16('<table><tr><td>青海</td></tr></table>', false)],
  ])('%s', async (_, html) => expect(await one(html)).toEqual([['青海']]));

  test.each([
    ['no table', '<html><body>text</body></html>', 'unknown_form'],
    ['a table that ends in the middle', '<table><tr><td>a</td></tr><tr><td>b', 'broken_workbook'],
    ['too many columns', `<table><tr>${'<td colspan=1000>'.repeat(20)}</table>`, 'too_large'],
  ])('%s: refused', async (_, html, code) => expect(await refusal(html, 'html')).toBe(code));

  describe('a page saved with others in one file', () => {
    const page = (body: string, ...heads: string[]) =>
      ['--x', 'Content-Type: text/html; charset="gb2312"', ...heads, '', body].join('\r\n');
    const mhtml = (...pages: string[]) =>
      [
        'From: <x>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related;\r\n\tboundary="x"',
        '',
        'not shown',
        ...pages,
        '--x\r\nContent-Type: image/png\r\n\r\n<table><tr><td>no</table>',
        '--x--',
        '',
      ].join('\r\n');
    const QUOTED = 'Content-Transfer-Encoding: quoted-printable';
    const pages = mhtml(
      page('<html><frameset></frameset></html>'),
      page(
        '<table><tr><td x=3D1>=C7=E0=BA=\r\n=A3</td></tr></table>',
        QUOTED,
        'Content-Location: file:///C:/a/sheet001.htm',
      ),
      page('<table><tr><td>Sheet1</td></tr></table>', 'Content-Location: file:///C:/a/tabstrip.htm'),
      page(btoa('<table><tr><td>b</td></tr></table>'), 'Content-Transfer-Encoding: base64'),
    );

    test('its tables are sheets', async () => {
      const file = await opened(pages, 'html');
      expect([file.sheets.map((s) => s.name), await textsOf(file)]).toEqual([
        ['表格1', '表格2'],
        [[['青海']], [['b']]],
      ]);
    });

    test('cut off: refused', async () => expect(await refusal(pages.slice(0, -6), 'html')).toBe('broken_workbook'));
    test('without a page: refused', async () => expect(await refusal(mhtml(), 'html')).toBe('unknown_form'));
    test('a message of one page', async () =>
      expect(
        await one(`MIME-Version: 1.0\nContent-Type: text/html\n${QUOTED}\n\n<table><tr><td>a=3D</td></tr></table>`),
      ).toEqual([['a=']]));
  });

  test('bytes that are text in no encoding: refused', async () =>
    expect(await refusal(bytes('<table><tr><td>', [0xff, 0xff], '</table>'), 'html')).toBe('unknown_encoding'));
});

describe('XML Spreadsheet 2003', () => {
  const book = (table: string, more: { styles?: string; options?: string; before?: string } = {}) =>
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${
      more.before ?? ''
    }<Styles>${more.styles ?? ''}</Styles><Worksheet ss:Name="台账"><Table>${table}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${
      more.options ?? ''
    }</WorksheetOptions></Worksheet><Worksheet ss:Name="空"/></Workbook>`;
  const data = (type: string, text: string, attributes = '') =>
    `<Cell ${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;
  const STYLES =
    '<Style ss:ID="Default"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="t"><NumberFormat ss:Format="h:mm"/></Style><Style ss:ID="z"><NumberFormat ss:Format="0000"/></Style><Style ss:ID="zz" ss:Parent="z"/><Style ss:ID="loop" ss:Parent="loop"/><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>';
  const first = async (xml: string | Uint8Array<ArrayBuffer>) => (await textsOf(await opened(xml, 'xml')))[0];

  test.each([
    ['a text', data('String', ' 0003 &amp; &#10;'), ' 0003 & \n'],
    ['a text in runs', '<Cell><ss:Data ss:Type="String" xmlns="x"><B>a</B><Font>b</Font></ss:Data></Cell>', 'ab'],
    ['a number', data('Number', '632521201700010012'), '6.32521201700010E+17'],
    ['a day as a number', data('Number', '42799', 'ss:StyleID="d"'), '2017-03-05'],
    ['a day', data('DateTime', '2017-03-05T00:00:00.000', 'ss:StyleID="d"'), '2017-03-05'],
    ['a day without a style', data('DateTime', '2017-03-05T14:30:00.000'), '2017-03-05 14:30:00'],
    ['a time', data('DateTime', '1899-12-31T14:30:00.000', 'ss:StyleID="t"'), '14:30'],
    ['zeros as shown', data('Number', '3', 'ss:StyleID="zz"'), '0003'],
    ['a percentage', data('Number', '0.15', 'ss:StyleID="p"'), '0.15'],
    ['a style that is its own parent', data('Number', '3', 'ss:StyleID="loop"'), '3'],
    ['true', data('Boolean', '1'), '是'],
    ['an error', data('Error', '#N/A'), '#N/A'],
    [
      'a note is no cell',
      `<Cell><Data ss:Type="String">a</Data><Comment><ss:Data ss:Type="String">note</ss:Data></Comment></Cell>`,
      'a',
    ],
  ])('%s', async (_, cell, text) => {
    expect((await first(book(`<Row>${cell}</Row>`, { styles: STYLES })))?.[0]?.[0]).toBe(text);
  });

  test('a style of a column or a row holds for its cells', async () => {
    const n = data('Number', '3');
    expect(
      await first(
        book(`<Column/><Column ss:StyleID="z" ss:Span="1"/><Row>${n}${n}${n}${n}</Row><Row ss:StyleID="d">${n}</Row>`, {
          styles: STYLES,
        }),
      ),
    ).toEqual([['3', '0003', '0003', '3'], ['1900-01-03']]);
  });

  test('gaps, merged areas, hidden sheets, the epoch of 1904', async () => {
    const file = await opened(
      book(
        `<Row ss:Index="2"><Cell ss:MergeAcross="1" ss:MergeDown="2"><Data ss:Type="String">a</Data></Cell>${data('String', 'b')}</Row><Row ss:Span="2"/><Row>${data('Number', '41337', 'ss:Index="4" ss:StyleID="d"')}</Row>`,
        {
          styles: STYLES,
          options: '<Visible>SheetVeryHidden</Visible>',
          before: '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>',
        },
      ),
      'xml',
    );
    expect(file.sheets.map((s) => [s.name, s.hidden, s.date1904])).toEqual([
      ['台账', true, true],
      ['空', false, true],
    ]);
    expect(file.sheets[0]?.merged).toEqual([{ firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: 1 }]);
    expect(await textsOf(file)).toEqual([[['a', '', 'b'], [], [], [], ['', '', '', '2017-03-05']], []]);
  });

  test('in GBK and UTF-16, as it says', async () => {
    const xml = book(`<Row>${data('String', '青海')}</Row>`)
      .replace('台账', 'a')
      .replace('空', 'b');
    const [before = '', after = ''] = xml.replace('"1.0"', '"1.0" encoding="GB2312"').split('青海');
    expect(await first(bytes(before, GBK, after))).toEqual([['青海']]);
    expect(await first(utf16(xml.replace('"1.0"', '"1.0" encoding="UTF-16"'), true))).toEqual([['青海']]);
  });

  test.each([
    ['cut off', book(`<Row>${data('Number', '1')}</Row>`).slice(0, -40)],
    ['a row that goes back', book('<Row ss:Index="5"/><Row ss:Index="3"/>')],
    [
      'a cell that goes back',
      book(`<Row>${data('Number', '1', 'ss:Index="5"')}${data('Number', '1', 'ss:Index="3"')}</Row>`),
    ],
    ['an index that is none', book('<Row ss:Index="x"/>')],
    ['entities of its own', `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>${book('').slice(21)}`],
  ])('%s: refused', async (_, xml) => expect(await refusal(xml, 'xml')).toBe('broken_workbook'));
});
