import { book, sheet } from './books';
import { HEADER, lines, NO_LEDGER_PATH, one, onePenalty, PENALTY, penalty, row, withValues } from './build';
import type { Case } from './case';

const CLOSED = `${HEADER},办结日期`;
const closed = (id: number, day = '2017-03-20'): string => row(id, `,${day}`);
const FINE = `${PENALTY},罚没金额（元）`;
const FINES = `${PENALTY},罚没金额,货值金额`;

/** Two sheets, the second of which has a column more. */
const TWO = book({ sheets: [sheet('甲', HEADER, row(1), row(2)), sheet('乙', CLOSED, closed(3))] });
const MONTHS = book({
  sheets: [
    sheet('1月', HEADER, row(1)),
    sheet('全季', CLOSED, closed(1), closed(2), closed(3)),
    sheet('2月', HEADER, row(2)),
    sheet('3月', HEADER, row(3)),
  ],
});
const LACKING = book({
  sheets: [sheet('甲', HEADER, row(1)), sheet('乙', '编号,类型,县区,接收日期', 'T-2,投诉,海晏县,x')],
});
const ONE_DOUBT = book({ sheets: [sheet('甲', CLOSED, closed(1)), sheet('乙', `${HEADER},办结时间`, closed(2))] });
/** They differ only where the doubtful header is what it looks like. */
const MORE_DOUBT = book({
  sheets: [sheet('甲', `${HEADER},办结时间`, closed(1), closed(2)), sheet('乙', HEADER, row(1), row(3), row(4))],
});
const BOTH_LEDGERS = book({
  sheets: [
    sheet('投诉', HEADER, row(1)),
    sheet('投诉2', CLOSED, closed(2)),
    sheet('处罚', PENALTY, penalty(1)),
    sheet('处罚2', FINES, penalty(2, ',5,6')),
  ],
});
const xlsx = { encoding: 'xlsx' } as const;

const ofSheets: readonly Case[] = [
  one('两个工作表列不相同', TWO, {
    refused: 'several_tables',
    says: ['「甲」', '只有「乙」有「办结日期」'],
    asks: ['complaints_sheets'],
    choices: [
      '只读「甲」（2 行，没有「办结日期」）',
      '只读「乙」（1 行，有「办结日期」）',
      '都读（3 行，没有「办结日期」的，按空白计）',
    ],
  }),
  one(
    '两个工作表列不相同，选定一个',
    TWO,
    { ...xlsx, rows: [1, 0], problems: ['A1 passed_sheet 甲第 1 行起的表没有选定', '2!2 closed_without_acceptance'] },
    { answers: { complaints_sheets: '1' } },
  ),
  one(
    '两个工作表列不相同，选定都读',
    TWO,
    {
      ...xlsx,
      rows: [3, 0],
      problems: ['2!2 closed_without_acceptance'],
      notes: ['lacking 工作表「甲」第 1 行起的表没有「办结日期」列'],
      values: { closed_on: [null, null, '2017-03-20'] },
    },
    { answers: { complaints_sheets: 'all' } },
  ),
  one('各月的表和全季的表列不相同', MONTHS, {
    refused: 'several_tables',
    says: ['「1月」「全季」「2月」「3月」', '只有「全季」有「办结日期」'],
    asks: ['complaints_sheets'],
    choices: [
      '只读「1月」「2月」「3月」（3 行，没有「办结日期」）',
      '只读「全季」（3 行，有「办结日期」）',
      '都读（6 行，没有「办结日期」的，按空白计）',
    ],
  }),
  one(
    '各月的表和全季的表列不相同，选定各月',
    MONTHS,
    { ...xlsx, rows: [3, 0], problems: ['2!A1 passed_sheet 全季第 1 行起的表没有选定'] },
    { answers: { complaints_sheets: '0,2,3' } },
  ),
  one('一个工作表缺必填列，另一个不缺', LACKING, {
    refused: 'several_tables',
    says: ['「乙」缺少必填列「承办部门」，不能读取'],
    asks: ['complaints_sheets'],
    choices: ['只读「甲」（1 行，有「承办部门」）'],
  }),
  one(
    '一个工作表缺必填列，不能选定都读',
    LACKING,
    { refused: 'several_tables', asks: ['complaints_sheets'] },
    { answers: { complaints_sheets: 'all' } },
  ),
  one(
    '一个工作表缺必填列，选定另一个',
    LACKING,
    { ...xlsx, rows: [1, 0], problems: ['2!A1 passed_sheet 乙第 1 行起的表没有选定'] },
    { answers: { complaints_sheets: '0' } },
  ),
  one(
    '两个工作表都缺必填列',
    book({ sheets: [sheet('甲', '编号,类型,县区,接收日期'), sheet('乙', '编号,类型,承办部门,接收日期')] }),
    { refused: 'missing_columns', says: ['「承办部门」'] },
  ),
  one(
    '两个台账的工作表都列不相同',
    BOTH_LEDGERS,
    { refused: 'several_tables', asks: ['complaints_sheets', 'penalties_sheets'], says: ['「投诉2」', '「处罚2」'] },
    { path: NO_LEDGER_PATH },
  ),
  one(
    '两个台账的工作表都列不相同，已选定',
    BOTH_LEDGERS,
    {
      ...xlsx,
      rows: { complaints: [1, 0], penalties: [2, 0] },
      problems: ['2!A1 passed_sheet 投诉2第 1 行起的表没有选定'],
      notes: ['lacking 工作表「处罚」第 1 行起的表没有「罚没金额」「货值金额」列'],
    },
    { path: NO_LEDGER_PATH, answers: { complaints_sheets: '0', penalties_sheets: 'all' } },
  ),
  one(
    '列不相同的工作表里还有要问的日期',
    book({ sheets: [sheet('甲', HEADER, row(1)), sheet('乙', CLOSED, closed(2, '03/04/2017'))] }),
    {
      refused: 'answer_needed',
      says: ['「甲」', '「03/04/2017」'],
      asks: ['complaints_sheets', 'day_month_order'],
    },
  ),
  one('两个工作表只差一个有疑的表头', ONE_DOUBT, {
    refused: 'alike_columns',
    asks: ['alike_columns'],
    says: ['（工作表「乙」第 1 行起的表）「办结时间」（F列）'],
  }),
  one(
    '两个工作表只差一个有疑的表头，不是同一项',
    ONE_DOUBT,
    { refused: 'several_tables', asks: ['complaints_sheets'] },
    { answers: { alike_columns: 'others' } },
  ),
  one(
    '两个工作表只差一个有疑的表头，不是同一项，两个都选定',
    ONE_DOUBT,
    {
      ...xlsx,
      rows: [2, 0],
      problems: ['2 closed_without_acceptance', '2! ignored_column 办结时间（F列）'],
      notes: ['lacking 工作表「乙」第 1 行起的表没有「办结日期」列'],
    },
    { answers: { alike_columns: 'others', complaints_sheets: '0,1' } },
  ),
  one('一个工作表多一个有疑的表头', MORE_DOUBT, {
    refused: 'answer_needed',
    asks: ['complaints_sheets', 'alike_columns'],
    choices: [
      '只读「甲」（2 行，有「办结日期」）',
      '只读「乙」（3 行，没有「办结日期」）',
      '都读（5 行，没有「办结日期」的，按空白计）',
      '是，按它读取',
      '不是，不读取这些列（有关日期按空白计）',
    ],
  }),
  one(
    '一个工作表多一个有疑的表头，选定它，不是同一项',
    MORE_DOUBT,
    {
      ...xlsx,
      rows: [2, 0],
      problems: ['2!A1 passed_sheet 乙第 1 行起的表没有选定', 'ignored_column 办结时间（F列）'],
    },
    { answers: { alike_columns: 'others', complaints_sheets: '0' } },
  ),
  one(
    '一个工作表多一个有疑的表头，选定另一个，不是同一项',
    MORE_DOUBT,
    { ...xlsx, rows: [3, 0], problems: ['A1 passed_sheet 甲第 1 行起的表没有选定'] },
    { answers: { alike_columns: 'others', complaints_sheets: '1' } },
  ),
  one(
    '选定的工作表缺必填列',
    LACKING,
    { refused: 'several_tables', asks: ['complaints_sheets'] },
    { answers: { complaints_sheets: '0,1' } },
  ),
  one(
    '列相同的工作表中选定的没有台账',
    book({ sheets: [sheet('甲', HEADER, row(1)), sheet('说明', '请按月填报')] }),
    {
      refused: 'several_tables',
      says: ['选定的工作表不都是投诉举报台账，是的只有「甲」'],
      asks: ['complaints_sheets'],
      choices: ['只读「甲」（1 行）'],
    },
    { answers: { complaints_sheets: '1' } },
  ),
  one(
    '列不相同的一个工作表下面有缺列的表',
    book({
      sheets: [
        sheet('甲', HEADER, row(1)),
        sheet('乙', CLOSED, closed(2), '', '编号,类型,县区,接收日期', 'T-3,投诉,海晏县,2017-03-05'),
      ],
    }),
    {
      refused: 'several_tables',
      asks: ['complaints_sheets'],
      choices: [
        '只读「甲」（没有「办结日期」）',
        '只读「乙」（有「办结日期」）',
        '都读（没有「办结日期」的，按空白计）',
      ],
    },
  ),
  one(
    '九个工作表的列各不相同',
    book({
      sheets: [
        '商品类别',
        '重点领域',
        '渠道',
        '受理日期',
        '受理结果',
        '立案日期',
        '立案结果',
        '办结日期',
        '反馈日期',
      ].map((more, i) => sheet(`表${i + 1}`, `${HEADER},${more}`, row(i, ','))),
    }),
    { refused: 'several_tables', says: ['「表1」「表2」「表3」「表4」等 9 个'] },
  ),
];

const CONTRADICTING = lines('单位：万元', FINE, penalty(1, ',0'), penalty(2, ',3.5万元'), penalty(3, ',"1,280.5"'));
const TWO_UNITS = lines('单位：元、万元', FINES, penalty(1, ',5,0.5'));

const ofUnits: readonly Case[] = [
  onePenalty('表头写元，上方写万元', CONTRADICTING, {
    refused: 'unclear_units',
    says: ['「罚没金额」的单位写的是「罚没金额（元）」「单位：万元」'],
    asks: ['fine_yuan_unit'],
    choices: ['元（「1,280.5」为 1,280.5 元）', '万元（「1,280.5」为 12,805,000 元）'],
  }),
  onePenalty(
    '表头写元，上方写万元，选定万元',
    CONTRADICTING,
    {
      rows: [3, 0],
      notes: ['passed unit 1', 'scaled fine_yuan 10000', 'repaired number_unit E 1'],
      values: { fine_yuan: [0, 35_000, 12_805_000] },
    },
    { answers: { fine_yuan_unit: '万元' } },
  ),
  onePenalty(
    '表头写元，上方写万元，选定元',
    CONTRADICTING,
    {
      rows: [3, 0],
      notes: ['passed unit 1', 'repaired number_unit E 1'],
      values: { fine_yuan: [0, 35_000, 1280.5] },
    },
    { answers: { fine_yuan_unit: '元' } },
  ),
  onePenalty('写了两个单位，两列金额', TWO_UNITS, {
    refused: 'unclear_units',
    asks: ['fine_yuan_unit', 'goods_value_yuan_unit'],
    choices: [
      '元（「5」为 5 元）',
      '万元（「5」为 50,000 元）',
      '元（「0.5」为 0.5 元）',
      '万元（「0.5」为 5,000 元）',
    ],
  }),
  onePenalty(
    '写了两个单位，两列金额各选各的',
    TWO_UNITS,
    {
      rows: [1, 0],
      notes: ['passed unit 1', 'scaled goods_value_yuan 10000'],
      values: { fine_yuan: [5], goods_value_yuan: [5000] },
    },
    { answers: { fine_yuan_unit: '元', goods_value_yuan_unit: '万元' } },
  ),
  onePenalty(
    '选定的单位表上没有写',
    TWO_UNITS,
    { refused: 'unclear_units', asks: ['fine_yuan_unit'] },
    {
      answers: { fine_yuan_unit: '亿元', goods_value_yuan_unit: '元' },
    },
  ),
  onePenalty('一个表头写了两个单位，没有金额', lines(`${PENALTY},罚没金额（元/万元）`, penalty(1, ',')), {
    refused: 'unclear_units',
    asks: ['fine_yuan_unit'],
    choices: ['元', '万元'],
  }),
  onePenalty(
    '两张表写的单位各不相同',
    lines(
      '单位：元、万元',
      FINES,
      penalty(1, ',5,'),
      '',
      '单位：千元、万元',
      `案号,县区,办案部门,处罚决定日期,罚没金额`,
      penalty(2, ',5'),
    ),
    { refused: 'unclear_units', says: ['「单位：元、万元」「单位：千元、万元」'] },
  ),
];

const SHORT_YEARS = withValues(4, '03/02/17', '02/03/17');

const together: readonly Case[] = [
  one('03/02/17', SHORT_YEARS, {
    refused: 'answer_needed',
    says: ['日和月的次序有两种读法', '20 开头'],
    asks: ['day_month_order', 'two_digit_year'],
  }),
  one(
    '03/02/17，已选定',
    SHORT_YEARS,
    { rows: [2, 0], notes: ['repaired day_chosen E 2'], values: { received_on: ['2017-02-03', '2017-03-02'] } },
    { answers: { day_month_order: 'day_first', two_digit_year: '20yy' } },
  ),
  one('台账不符，还有日期和单位要问', lines('单位：万元', FINE, 'P-1,同上,海晏县,17-3-5,3'), {
    refused: 'answer_needed',
    says: ['文件名写的是「投诉举报台账」', '「17-3-5」', '「同上」', '「单位：万元」'],
    asks: ['ledger', 'fine_yuan_unit', 'same_as_above', 'two_digit_year'],
  }),
  one('台账不符，而且缺列', lines('案号,办案部门,处罚决定日期', 'P-1,工商,17-3-5'), {
    refused: 'ledger_differs',
    asks: ['ledger'],
  }),
  one('有疑的表头，其中还有要问的日期', lines(`${HEADER},办结时间`, row(1, ',03/04/17')), {
    refused: 'answer_needed',
    says: ['「办结时间」（F列）', '列「办结日期」中的「03/04/17」'],
    asks: ['alike_columns', 'day_month_order', 'two_digit_year'],
  }),
  one('几张表有同样有疑的表头', lines(`${HEADER},办结时间`, row(1, ','), '', `${HEADER},办结时间,渠道`, row(2, ',,')), {
    refused: 'alike_columns',
    says: ['表头「办结时间」（F列）像是「办结日期」。'],
    asks: ['alike_columns'],
  }),
];

/** What can mean two things, and how it is read as answered. */
export const asked: readonly Case[] = [...ofSheets, ...ofUnits, ...together];
