import * as xlsx from '@e965/xlsx';
import writeExcel from 'write-excel-file/node';
import { gb18030 } from '../../src/intake/testing/delimited';
import { zipped } from '../../src/intake/testing/workbooks';
import { type BookCell, book, bookOf, cells, document, html, merged, sheet, spreadsheetXml } from './books';
import { HEADER, one, onePenalty, PENALTY, penalty, row } from './build';
import type { Case, Counts, Meant } from './case';
import { lockedXls, lockedXlsx } from './locked';

const HEAD = cells(HEADER);
const LINES = [HEADER, row(1), row(2)];
/** A complaint with another id, county or day. */
const complaint = (more: { id?: BookCell; county?: BookCell; day?: BookCell } = {}): BookCell[] => [
  more.id ?? 'T-1',
  '投诉',
  more.county === undefined ? '海晏县' : more.county,
  '工商',
  more.day ?? '2017-03-05',
];
type NamedLines = readonly [name: string, lines: readonly string[]];
const xlsBook = (...sheets: readonly NamedLines[]): xlsx.WorkBook => {
  const made = xlsx.utils.book_new();
  for (const [name, lines] of sheets)
    xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet(lines.map(cells)), name);
  return made;
};
const xls = (...sheets: readonly NamedLines[]): Blob =>
  new Blob([xlsx.write(xlsBook(...sheets), { type: 'array', bookType: 'biff8' }) as ArrayBuffer]);
const container = (part: string): Uint8Array<ArrayBuffer> => {
  const made = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(made, part, new Uint8Array(5000));
  return Uint8Array.from(xlsx.CFB.write(made, { type: 'array' }) as number[]);
};
/** The records of an xls, taken out of their container. */
const bare = (file: Blob) => async (): Promise<Blob> => {
  const inside = xlsx.CFB.read(new Uint8Array(await file.arrayBuffer()), { type: 'array' });
  return new Blob([Uint8Array.from(xlsx.CFB.find(inside, '/Workbook').content as number[])]);
};
const ods = (lines: readonly string[]): Blob => {
  const made = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet(lines.map(cells)), '台账');
  return new Blob([xlsx.write(made, { type: 'array', bookType: 'ods' }) as ArrayBuffer]);
};
const both = (encoding: string): Meant => ({ rows: [2, 0], encoding });
const read = (rows: Counts, more: object = {}): Meant => ({ rows, encoding: 'xlsx', ...more });

/** Workbooks in their forms. */
export const workbooks: readonly Case[] = [
  one('xlsx', book({ sheets: [sheet('台账', ...LINES)] }), both('xlsx')),
  one(
    'xlsx，由另一程序写成',
    async () => {
      const rows = [
        HEAD.map((value) => ({ value })),
        [
          ...cells(row(1))
            .slice(0, 4)
            .map((value) => ({ value })),
          { value: new Date(Date.UTC(2017, 2, 5)), format: 'yyyy/m/d' },
        ],
      ];
      return new Blob([(await writeExcel(rows).toBuffer()) as Uint8Array<ArrayBuffer>]);
    },
    read([1, 0], { values: { received_on: ['2017-03-05'] } }),
  ),
  one(
    '真正的日期',
    bookOf([HEAD, complaint({ day: { day: 42799 } })]),
    read([1, 0], { values: { received_on: ['2017-03-05'] } }),
  ),
  one(
    '真正的日期，1904 年起',
    bookOf([HEAD, complaint({ day: { day: 41337 } })], { date1904: true }),
    read([1, 0], { values: { received_on: ['2017-03-05'] } }),
  ),
  one(
    '日期成了序列号',
    bookOf([HEAD, complaint({ day: 42799 })]),
    read([1, 0], { notes: ['repaired serial_day E 1'], values: { received_on: ['2017-03-05'] } }),
  ),
  one(
    '日期成了序列号，1904 年起',
    bookOf([HEAD, complaint({ day: 41337 })], { date1904: true }),
    read([1, 0], { notes: ['repaired serial_day E 1'], values: { received_on: ['2017-03-05'] } }),
  ),
  one(
    '编号是文字，前面有零',
    bookOf([HEAD, complaint({ id: '0003' })]),
    read([1, 0], { values: { complaint_id: ['0003'] } }),
  ),
  one(
    '编号成了数字，末位丢失',
    bookOf([HEAD, complaint({ id: 632521201703050000 })]),
    read([1, 1], { problems: ['A2 rounded_id'] }),
  ),
  one(
    '编号的零和字写在单元格格式里',
    bookOf([HEAD, complaint({ id: { day: 17 } }), complaint({ id: 'T-017' })], { formats: ['"T-"000_ '] }),
    read([2, 1], { problems: ['A3 duplicate_id'], values: { complaint_id: ['T-017'] } }),
  ),
  one(
    '编号的年和号由单元格格式分开',
    bookOf([HEAD, complaint({ id: { day: 20170003 } }), complaint({ id: { day: 20170103 } })], {
      formats: ['0000\\-0000'],
    }),
    read([2, 0], { values: { complaint_id: ['2017-0003', '2017-0103'] } }),
  ),
  one(
    '日期只显示年月',
    bookOf([HEAD, complaint({ day: { day: 42795 } }), complaint({ id: 'T-2', day: { day: 42799 } })], {
      formats: ['yyyy"年"m"月"'],
    }),
    read([2, 1], { problems: ['E2 not_a_date'], values: { received_on: ['2017-03-05'] } }),
  ),
  onePenalty(
    '金额的单位写在单元格格式里',
    bookOf([cells(`${PENALTY},罚没金额`), [...cells(penalty(1)), { day: 3.5 }], [...cells(penalty(2)), '200']], {
      formats: ['#,##0.00"万元"'],
    }),
    read([2, 0], { notes: ['repaired number_unit E 1'], values: { fine_yuan: [35000, 200] } }),
  ),
  onePenalty(
    '金额的单元格格式是美元',
    bookOf([cells(`${PENALTY},罚没金额`), [...cells(penalty(1)), { day: 1000 }], [...cells(penalty(2)), 200]], {
      formats: ['[$$-409]#,##0.00'],
    }),
    read([2, 0], { problems: ['E2 not_a_number_optional'], values: { fine_yuan: [null, 200] } }),
  ),
  one('县区代码是数字', bookOf([HEAD, complaint({ county: 632223 })]), read([1, 0], { values: { place: ['632223'] } })),
  one(
    '公式按存下的结果读',
    bookOf([HEAD, complaint({ id: { formula: '"T-"&1', value: 'T-1' } })]),
    read([1, 0], { values: { complaint_id: ['T-1'] } }),
  ),
  one(
    '公式没有存下结果',
    bookOf([HEAD, complaint({ day: { formula: 'TODAY()' } })]),
    read([1, 1], { problems: ['E2 uncalculated'] }),
  ),
  one(
    '公式没有存下结果，在选填列',
    bookOf([
      [...HEAD, '商品类别'],
      [...complaint(), { formula: 'B2&"类"' }],
    ]),
    read([1, 0], { problems: ['F2 uncalculated_optional'], values: { product: [null] } }),
  ),
  onePenalty(
    '公式没有计算过，程序写了 0',
    bookOf(
      [
        cells(`${PENALTY},罚没金额`),
        [...cells(penalty(1)), { formula: 'F2*2', value: '0' }],
        [...cells(penalty(2)), 0],
      ],
      {
        toCalculate: true,
      },
    ),
    read([2, 0], { problems: ['E2 uncalculated_optional'], values: { fine_yuan: [null, 0] } }),
  ),
  one(
    'XML 表格（2003）的公式没有结果',
    spreadsheetXml([`${HEADER},办结日期`, row(1, ',')]).replace(
      '<Cell><Data ss:Type="String"></Data></Cell>',
      '<Cell ss:Formula="=RC[-1]+10"/>',
    ),
    { rows: [1, 1], encoding: 'xml', problems: ['F2 uncalculated'] },
  ),
  one(
    '公式出错',
    bookOf([HEAD, complaint({ day: { error: '#REF!' } })]),
    read([1, 1], { problems: ['E2 cell_error'] }),
  ),
  one(
    '合并的标题',
    bookOf([['海北州投诉举报台账'], HEAD, complaint()], { behind: merged('A1:E1') }),
    read([1, 0], { notes: ['passed title 1'] }),
  ),
  one(
    '合并的两行表头',
    bookOf(
      [
        ['编号', '类型', '县区', '承办部门', '接收', '受理', ''],
        ['', '', '', '', '日期', '日期', '结果'],
        [...complaint(), '2017-03-06', '受理'],
      ],
      {
        behind: merged('A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'F1:G1'),
      },
    ),
    read([1, 0], { values: { received_on: ['2017-03-05'], accepted_on: ['2017-03-06'], acceptance: ['受理'] } }),
  ),
  one(
    '合并的县区格',
    bookOf([HEAD, complaint(), complaint({ id: 'T-2', county: null }), complaint({ id: 'T-3', county: null })], {
      behind: merged('C2:C3'),
    }),
    read([3, 1], {
      problems: ['C4 required_missing'],
      notes: ['repaired from_above C 1'],
      values: { place: ['632223', '632223'] },
    }),
  ),
  one(
    '前后的空行',
    bookOf([[], [], HEAD, complaint(), [], complaint({ id: 'T-2' }), [], []]),
    read([2, 0], { notes: ['passed blank 5'] }),
  ),
  one(
    '没有表头的列有内容',
    bookOf([HEAD, complaint(), [...complaint({ id: 'T-2' }), '备注一']]),
    read([2, 0], { problems: ['F unheaded_column 3|1'] }),
  ),
  one(
    '表的左边有没有表头的列',
    bookOf([
      ['', ...HEAD],
      ['1', ...complaint()],
      ['', ...complaint({ id: 'T-2' })],
    ]),
    read([2, 0], { problems: ['A unheaded_column 2|1'] }),
  ),
  one('xls', xls(['台账', LINES]), both('xls')),
  one('网页表格', html(LINES), both('html')),
  one(
    '网页表格，GBK',
    gb18030(html(LINES, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')),
    both('html'),
  ),
  one('XML 表格（2003）', spreadsheetXml(LINES), both('xml')),
  one('设有打开密码', () => lockedXlsx(book({ sheets: [sheet('台账', ...LINES)] })), {
    refused: 'encrypted',
    says: ['打开密码', '清空密码后保存'],
  }),
  one('设有打开密码的 xls', async () => lockedXls(xlsBook(['台账', LINES])), {
    refused: 'encrypted',
    says: ['打开密码', '清空密码后保存'],
  }),
  one('xlsx 被截断', async () => (await book({ sheets: [sheet('台账', ...LINES)] })).slice(0, 700), {
    refused: 'broken_workbook',
  }),
  one('xls 被截断', async () => xls(['台账', LINES]).slice(0, 1024), { refused: 'broken_workbook' }),
  one('20,000 列的工作表', wide(), { refused: 'too_large', says: ['第 1 行'] }),
  one('xls 的记录，没有容器', bare(xls(['台账', LINES])), both('xls')),
  one('WPS 表格（et）', xls(['台账', LINES]), both('xls'), { path: '2017Q1_632200_complaints.et' }),
  one('Excel 4.0 的工作表', Uint8Array.of(9, 4, 6, 0, 0, 0, 16, 0, 0, 0, 10, 0, 0, 0), {
    refused: 'unknown_form',
    says: ['Excel 4.0', '另存为 .xlsx'],
  }),
  one('OpenDocument 表格（ods）', ods(LINES), { refused: 'unknown_form', says: ['ods', '另存为 .xlsx'] }),
  one('苹果 Numbers 文稿', zipped({ 'Index/Document.iwa': 'x', 'Index/Tables/Tile.iwa': 'x', 'preview.jpg': 'x' }), {
    refused: 'unknown_form',
    says: ['Numbers', '另存为 .xlsx'],
  }),
  one('Word 文档（docx）', document(), { refused: 'unknown_form', says: ['Word', '另存为 .xlsx'] }),
  one('Word 文档（doc）', container('/WordDocument'), { refused: 'unknown_form', says: ['Word 或 WPS 文字'] }),
  one('WPS 演示（dps）', container('/PowerPoint Document'), { refused: 'unknown_form', says: ['演示'] }),
  one('PDF', '%PDF-1.4\n%âãÏÓ\n1 0 obj\n', {
    refused: 'unknown_form',
    says: ['PDF', 'CSV', 'Excel', 'Parquet', 'ZIP'],
  }),
  one('图片', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), {
    refused: 'unknown_form',
    says: ['图片'],
  }),
  one('没有表格的网页', '<html><body><p>投诉举报台账</p></body></html>', { refused: 'unknown_form' }),
  one(
    '合并的整行只有商品不同',
    bookOf(
      [
        [...HEAD, '商品类别'],
        [...complaint(), '酒'],
        ['', '', '', '', '', '烟'],
      ],
      {
        behind: merged('A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3'),
      },
    ),
    read([2, 1], {
      problems: ['A3 duplicate_id'],
      notes: ['A', 'B', 'C', 'D', 'E'].map((c) => `repaired from_above ${c} 1`),
      values: { product: ['酒'] },
    }),
  ),
  one(
    '行号照表格，空行也算',
    bookOf([[], HEAD, [], complaint({ day: 'x' })]),
    read([1, 1], { problems: ['E4 not_a_date'], notes: ['passed blank 3'] }),
  ),
  one('网页表格里的错误', html([HEADER, row(1), 'T-2,投诉,海晏县,工商,x']), {
    rows: [2, 1],
    encoding: 'html',
    problems: ['E3 not_a_date'],
  }),
  one('xls 里的错误', xls(['台账', [HEADER, row(1), 'T-2,投诉,海晏县,工商,x']]), {
    rows: [2, 1],
    encoding: 'xls',
    problems: ['E3 not_a_date'],
  }),
];

function wide(): Blob {
  return book({ sheets: [{ name: '台账', rows: '<row r="1"><c r="XFE1" t="inlineStr"><is><t>x</t></is></c></row>' }] });
}
