import { book, html, sheet, spreadsheetXml, xlsHiding } from './books';
import { HEADER, NO_LEDGER_PATH, one, onePenalty, PENALTY, penalty, row } from './build';
import type { Case, Counts, Meant } from './case';

const LINES = [HEADER, row(1), row(2)];
/** A sheet with some of its rows hidden, as a filter does. */
const hiding = ({ name, rows }: ReturnType<typeof sheet>, ...hidden: readonly number[]) => ({
  name,
  rows: hidden.reduce((xml, r) => xml.replace(`<row r="${r}"`, `<row r="${r}" hidden="1"`), rows),
});

const read = (rows: Counts, more: object = {}): Meant => ({ rows, encoding: 'xlsx', ...more });

/** Workbooks of several sheets. */
export const sheets: readonly Case[] = [
  one(
    '每月一个工作表',
    book({ sheets: [sheet('1月', HEADER, row(1)), sheet('2月', HEADER, row(2)), sheet('3月', HEADER)] }),
    read([2, 0]),
  ),
  one(
    '各月的工作表有同样的标题、备注和序列号',
    book({
      sheets: ['1月', '2月', '3月', '4月'].map((name, i) =>
        sheet(name, '投诉举报台账', `${HEADER},备注,`, `${row(i).replace('2017-03-05', '42799')},甲,乙`),
      ),
    }),
    read([4, 0], {
      problems: ['ignored_column 备注（F列）', 'G unheaded_column 3|4'],
      notes: ['passed title 工作表「1月」「2月」「3月」等 4 个的第 1', 'repaired serial_day E 4'],
    }),
  ),
  onePenalty(
    '两个工作表都以万元为单位',
    book({
      sheets: ['1月', '2月'].map((name, i) => sheet(name, `${PENALTY},罚没金额（万元）`, penalty(i, ',1.5'))),
    }),
    read([2, 0], { notes: ['scaled fine_yuan 10000|工作表「1月」「2月」'], values: { fine_yuan: [15_000, 15_000] } }),
  ),
  one(
    '许多空的工作表和汇总页',
    book({
      sheets: [
        sheet('台账', ...LINES, '', '县区,类型,件数', '海晏县,投诉,2'),
        sheet('2月', HEADER, row(3), '县区,类型,件数', '海晏县,投诉,1'),
        ...['空1', '空2', '空3', '空4'].map((name) => ({ name, rows: '' })),
        sheet('说明', '请按月填报'),
      ],
    }),
    read([3, 0], {
      problems: [
        'passed_sheet 工作表「空1」「空2」「空3」等 4 个是空的',
        '7! passed_sheet 说明没有台账的表头',
        'passed_sheet 工作表「台账」第 5 行、「2月」第 3 行起的表只有台账的几列，像是汇总',
      ],
    }),
  ),
  one(
    '两个隐藏页有台账',
    book({
      sheets: [
        { ...sheet('1月', HEADER, row(1)), state: 'hidden' },
        { ...sheet('2月', HEADER, row(2)), state: 'hidden' },
      ],
    }),
    read([2, 0], { problems: ['hidden_sheet 工作表「1月」「2月」'] }),
  ),
  one(
    '隐藏的行和列',
    book({
      sheets: [
        {
          ...hiding(sheet('台账', HEADER, row(1), row(2), row(3), row(4)), 3, 4),
          before: '<cols><col min="1" max="1" width="9"/><col min="4" max="5" width="0" hidden="1"/></cols>',
        },
      ],
    }),
    read([4, 0], {
      problems: ['hidden_cells 「承办部门」（D列）「接收日期」（E列）', 'hidden_cells 第 3–4 行，共 2 行'],
    }),
  ),
  one(
    '隐藏的空行和没有内容的列不提',
    book({
      sheets: [
        {
          ...hiding(sheet('台账', '台账', HEADER, row(1), '', row(2)), 1, 4),
          before: '<cols><col min="6" max="16384" hidden="true"/></cols>',
        },
      ],
    }),
    read([2, 0], { notes: ['passed title 1', 'passed blank 4'] }),
  ),
  one('xls 里隐藏的行和列', () => xlsHiding([HEADER, row(1), row(2)]), {
    rows: [2, 0],
    encoding: 'xls',
    problems: ['hidden_cells 「县区」（C列）', 'hidden_cells 第 3 行'],
  }),
  one(
    'XML 表格（2003）里隐藏的行和列',
    spreadsheetXml([HEADER, row(1), row(2)])
      .replace('<Table>', '<Table><Column/><Column ss:Hidden="1" ss:Span="1"/>')
      .replace(/<Row>(?=(?!.*<Row>))/, '<Row ss:Hidden="1">'),
    {
      rows: [2, 0],
      encoding: 'xml',
      problems: ['hidden_cells 「类型」（B列）「县区」（C列）', 'hidden_cells 第 3 行'],
    },
  ),
  one(
    '网页表格里隐藏的行',
    html([HEADER, row(1), row(2)]).replace(/<tr>(?=(?!.*<tr>))/, '<tr style="display: none">'),
    {
      rows: [2, 0],
      encoding: 'html',
      problems: ['hidden_cells 第 3 行'],
    },
  ),
  one(
    '编号在另一个工作表重复',
    book({ sheets: [sheet('1月', HEADER, row(1)), sheet('2月', HEADER, row(1))] }),
    read([2, 1], { problems: ['2!A2 duplicate_id'] }),
  ),
  onePenalty(
    '工作表的名称写明万元',
    book({ sheets: [sheet('处罚（万元）', `${PENALTY},罚没金额`, penalty(1, ',1.13'))] }),
    read([1, 0], { notes: ['scaled fine_yuan 10000'], values: { fine_yuan: [11_300] } }),
  ),
  one(
    '第二个工作表接着写，没有表头',
    book({ sheets: [sheet('1月', HEADER, row(1)), sheet('2月', '二月', row(2), row(3))] }),
    { refused: 'no_header', says: ['工作表「2月」第 2 行起是台账的行，上面没有表头'] },
  ),
  one(
    '说明页里有一行没有表头的示例',
    book({ sheets: [sheet('台账', HEADER, row(1)), sheet('说明', '如下填写', '示例,投诉,海晏县,工商,2017-01-01')] }),
    read([1, 0], { problems: ['2! passed_sheet 说明没有台账的表头'] }),
  ),
  one('表头自成一张网页表格', `${html([HEADER])}${html([row(1), row(2)])}`, {
    refused: 'no_header',
    says: ['工作表「表格2」第 1 行起是台账的行'],
  }),
  one(
    '说明页、空页和隐藏页',
    book({
      sheets: [
        sheet('填表说明', '请按月填报'),
        sheet('台账', ...LINES),
        { name: '空', rows: '' },
        { ...sheet('旧', HEADER, row(9)), state: 'hidden' },
      ],
    }),
    read([2, 0], {
      problems: ['passed_sheet 填表说明没有台账的表头', '3! passed_sheet 空是空的', '4! passed_sheet 旧是隐藏的'],
    }),
  ),
  one(
    '只有隐藏页有台账',
    book({ sheets: [sheet('说明', '见下页'), { ...sheet('台账', ...LINES), state: 'veryHidden' }] }),
    read([2, 0], {
      problems: ['passed_sheet 说明没有台账的表头', '2! hidden_sheet 台账'],
    }),
  ),
  one(
    '一本两个台账',
    book({ sheets: [sheet('投诉举报', ...LINES), sheet('行政处罚', PENALTY, penalty(1))] }),
    {
      encoding: 'xlsx',
      rows: { complaints: [2, 0], penalties: [1, 0] },
    },
    { path: NO_LEDGER_PATH },
  ),
  one(
    '一本两个台账，文件名写投诉举报',
    book({ sheets: [sheet('投诉举报', ...LINES), sheet('行政处罚', PENALTY, penalty(1))] }),
    read([2, 0], {
      problems: ['2!A1 passed_sheet 行政处罚第 1 行起的表是行政处罚案件台账，与文件的台账不同'],
    }),
  ),
  one(
    '别的台账下面还有本台账',
    book({ sheets: [sheet('一', ...LINES), sheet('二', PENALTY, penalty(1), '', HEADER, row(3))] }),
    read([3, 0], { problems: ['2!A1 passed_sheet 二第 1 行起的表是行政处罚案件台账，与文件的台账不同'] }),
  ),
  one('没有一个工作表有台账', book({ sheets: [sheet('甲', '姓名,电话'), sheet('乙', '姓名,接收日期')] }), {
    refused: 'no_header',
    says: ['2 个工作表', '工作表「乙」第 1 行', '「接收日期」'],
  }),
  one(
    '第二个工作表里的错误',
    book({ sheets: [sheet('1月', HEADER, row(1)), sheet('2月', '台账', HEADER, 'T-2,投诉,海晏县,工商,x')] }),
    read([2, 1], { problems: ['2!E3 not_a_date'], notes: ['2!passed title 1'] }),
  ),
  one(
    '每月一个工作表，列不全相同的顺序',
    book({
      sheets: [
        sheet('1月', HEADER, row(1)),
        sheet('2月', '接收日期,编号,类型,县区,承办部门', '2017-03-06,T-2,投诉,海晏县,工商'),
      ],
    }),
    read([2, 0], { values: { received_on: ['2017-03-05', '2017-03-06'] } }),
  ),
  one(
    '同样的表头写法不同',
    book({ sheets: [sheet('1月', HEADER, row(1)), sheet('2月', '登记编号,业务类型,县区,处理部门,登记日期', row(2))] }),
    read([2, 0]),
  ),
  one(
    '第二个工作表缺列',
    book({
      sheets: [
        sheet('甲', ...LINES),
        sheet('乙', '行政处罚案件台账', '案号,办案部门,处罚决定日期', 'P-1,工商,2017-03-05'),
      ],
    }),
    { refused: 'missing_columns', says: ['「县区」（工作表「乙」第 1 行起的表）'] },
    { path: NO_LEDGER_PATH },
  ),
  one(
    '一本两个台账，一个只有表头',
    book({ sheets: [sheet('投诉举报', HEADER), sheet('行政处罚', PENALTY, penalty(1)), sheet('说明', '略')] }),
    {
      encoding: 'xlsx',
      rows: { penalties: [1, 0] },
      problems: [
        'A1 passed_sheet 投诉举报第 1 行起的投诉举报台账只有表头，没有数据行，未作为零申报（如是零申报，请单独报送）',
        '3! passed_sheet 说明没有台账的表头',
      ],
    },
    { path: NO_LEDGER_PATH },
  ),
  one(
    '汇总页只有台账的几列',
    book({ sheets: [sheet('汇总', '县区,类型,件数', '海晏县,投诉,2'), sheet('台账', ...LINES)] }),
    read([2, 0], { problems: ['passed_sheet 汇总只有台账的几列，像是汇总'] }),
  ),
];
