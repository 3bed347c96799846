import { BATCH_ROWS } from '../../src/intake/sheet';
import {
  bothRead,
  HEADER,
  lines,
  NO_LEDGER_PATH,
  one,
  onePenalty,
  PENALTIES_PATH,
  PENALTY,
  penalty,
  row,
} from './build';
import type { Case } from './case';

const FINE = `${PENALTY},罚没金额`;

const EMPTY = '只有表头，没有数据行，未作为零申报（如是零申报，请单独报送）';

/** Several tables in one sheet, and tables of another ledger than the name says. */
export const severalTables: readonly Case[] = [
  one(
    '同一台账的两张表上下相接',
    lines('一、投诉', HEADER, row(1), '', '二、举报', HEADER, 'T-2,举报,海晏县,工商,2017-03-06'),
    {
      ...bothRead,
      notes: ['passed title 1', 'passed blank 4', 'passed note 5', 'passed header 6'],
    },
  ),
  one(
    '下一张表的列序不同',
    lines(HEADER, row(1), '', '接收日期,编号,类型,县区,承办部门', '2017-03-06,T-2,举报,海晏县,工商'),
    {
      ...bothRead,
      values: { complaint_id: ['T-1', 'T-2'], received_on: ['2017-03-05', '2017-03-06'] },
    },
  ),
  onePenalty(
    '下一张表的金额单位不同',
    lines(FINE, penalty(1, ',100'), '', '单位：万元', `${PENALTY},货值金额`, penalty(2, ',1.5')),
    {
      rows: [2, 0],
      notes: [
        'passed unit 4',
        'scaled goods_value_yuan 10000',
        'lacking 第 1 行起的表没有「货值金额」列',
        'lacking 第 4 行起的表没有「罚没金额」列',
      ],
      values: { fine_yuan: [100, null], goods_value_yuan: [null, 15_000] },
    },
  ),
  onePenalty(
    '表头重复，上方的金额单位不同',
    lines('单位：万元', FINE, penalty(1, ',1.5'), '', '二月处罚台账', '单位：元', FINE, penalty(2, ',2.5')),
    {
      rows: [2, 0],
      notes: ['passed unit 1', 'passed title 5', 'passed unit 6', 'scaled fine_yuan 10000'],
      values: { fine_yuan: [15_000, 2.5] },
    },
  ),
  onePenalty(
    '表头重复，上方才写金额单位',
    lines(FINE, penalty(1, ',1.5'), '单位：万元', FINE, penalty(2, ',2.5'), '单位：元', FINE, penalty(3, ',3.5')),
    {
      rows: [3, 0],
      notes: ['passed unit 3', 'passed unit 6', 'scaled fine_yuan 10000'],
      values: { fine_yuan: [1.5, 25_000, 3.5] },
    },
  ),
  onePenalty(
    '表头重复，上方的金额单位相同',
    lines('单位：万元', FINE, penalty(1, ',1.5'), '单位：万元', FINE, penalty(2, ',2.5')),
    {
      rows: [2, 0],
      notes: ['passed unit 1', 'passed note 4', 'passed header 5', 'scaled fine_yuan 10000'],
      values: { fine_yuan: [15_000, 25_000] },
    },
  ),
  onePenalty(
    '表头写元，上方先写万元后写元，选定万元',
    lines(
      '单位：万元',
      `${PENALTY},罚没金额（元）`,
      penalty(1, ',1.5'),
      '',
      '单位：元',
      `${PENALTY},罚没金额（元）`,
      penalty(2, ',2.5'),
    ),
    {
      rows: [2, 0],
      notes: ['passed unit 1', 'passed unit 5', 'scaled fine_yuan 10000'],
      values: { fine_yuan: [15_000, 2.5] },
    },
    { answers: { fine_yuan_unit: '万元' } },
  ),
  one('表头重复，上方的金额单位不同，没有金额', lines('单位：万元', HEADER, row(1), '单位：元', HEADER, row(2)), {
    rows: [2, 0],
    notes: ['passed unit 1', 'passed note 4', 'passed header 5'],
  }),
  one('两张表左右并列', lines(`${HEADER},,${HEADER}`, `${row(1)},,${row(2)}`, `${row(3)},,,,,,`), {
    rows: [3, 0],
    values: { complaint_id: ['T-1', 'T-3', 'T-2'] },
  }),
  one(
    '左右并列的两张表下面又有两张',
    lines(
      `${HEADER},,${HEADER}`,
      `${row(1)},,${row(2)}`,
      '',
      `${flipped(HEADER)},,${flipped(HEADER)}`,
      `${flipped(row(3))},,${flipped(row(4))}`,
    ),
    {
      rows: [4, 0],
      values: { complaint_id: ['T-1', 'T-3', 'T-2', 'T-4'] },
    },
  ),
  one(
    '两个台账上下相接，文件名不写台账',
    lines(HEADER, row(1), '', PENALTY, penalty(1)),
    {
      rows: { complaints: [1, 0], penalties: [1, 0] },
    },
    { path: NO_LEDGER_PATH },
  ),
  one('两个台账上下相接，文件名写投诉举报', lines(HEADER, row(1), '', '行政处罚案件台账', PENALTY, penalty(1)), {
    rows: [1, 0],
    problems: ['A4 passed_sheet 第 4 行起的表是行政处罚案件台账，与文件的台账不同'],
  }),
  one('先是别的台账，后是本台账', lines(PENALTY, penalty(1), '', HEADER, row(1)), {
    rows: [1, 0],
    problems: ['A1 passed_sheet 第 1 行起的表是行政处罚案件台账，与文件的台账不同'],
  }),
  one(
    '只有表头的台账下面有另一个台账',
    lines('投诉举报台账', HEADER, '', PENALTY, penalty(1)),
    {
      rows: { penalties: [1, 0] },
      problems: [`A1 passed_sheet 第 1 行起的投诉举报台账${EMPTY}`],
    },
    { path: NO_LEDGER_PATH },
  ),
  one(
    '台账下面有只有表头的另一个台账',
    lines(HEADER, row(1), '', PENALTY),
    {
      rows: { complaints: [1, 0] },
      problems: [`A4 passed_sheet 第 4 行起的行政处罚案件台账${EMPTY}`],
    },
    { path: NO_LEDGER_PATH },
  ),
  one(
    '两个台账都只有表头，文件名不写台账',
    lines(HEADER, '', PENALTY),
    { rows: { complaints: [0, 0], penalties: [0, 0] } },
    { path: NO_LEDGER_PATH },
  ),
  one('只有表头的台账，文件名写明', lines(HEADER, '', PENALTY, penalty(1)), {
    rows: [0, 0],
    problems: ['A3 passed_sheet 第 3 行起的表是行政处罚案件台账，与文件的台账不同'],
  }),
  one('表下有汇总', lines(HEADER, row(1), ',,,,', '县区,承办部门,件数,,', '海晏县,工商,1,,'), {
    rows: [1, 0],
    problems: ['A4 passed_sheet 第 4 行起的表只有台账的几列，像是汇总'],
  }),
  one(
    '表下有几个汇总',
    lines(
      HEADER,
      row(1),
      ...['类型', '承办部门', '类型', '承办部门'].flatMap((kind) => ['', `县区,${kind},件数`, '海晏县,投诉,1']),
    ),
    {
      rows: [1, 0],
      problems: ['A4 passed_sheet 第 4、7、10 行等 4 处起的表只有台账的几列，像是汇总'],
    },
  ),
  one('表下有汇总，后面又是台账', lines(HEADER, row(1), '县区,承办部门,件数,,', '海晏县,工商,1,,', HEADER, row(2)), {
    rows: [2, 0],
    notes: ['passed note 3–4'],
  }),
  one('汇总下面接着是台账的行', lines(HEADER, row(1), '县区,承办部门,件数,,', '海晏县,工商,1,,', row(2)), {
    refused: 'missing_columns',
    says: ['第 3 行起的表'],
  }),
  one(
    '汇总下面接着是台账的行，再下面又有表头',
    lines(HEADER, row(1), '县区,承办部门,件数,,', '海晏县,工商,1,,', row(2), HEADER, row(3)),
    { refused: 'missing_columns', says: ['第 3 行起的表'] },
  ),
  one('表旁有汇总', lines(`${HEADER},,县区,承办部门,件数`, `${row(1)},,海晏县,工商,2`, `${row(2)},,,,`), {
    rows: [2, 0],
    problems: ['ignored_column 件数（I列）', 'ignored_column 县区（G列）', 'ignored_column 承办部门（H列）'],
  }),
  one('下一张表缺列', lines(HEADER, row(1), '', '编号,类型,县区,承办部门,渠道', 'T-2,投诉,海晏县,工商,电话'), {
    refused: 'missing_columns',
    says: ['「接收日期」', '第 4 行起的表'],
  }),
  one('下一张表的表头有疑', lines(HEADER, row(1), '', `${flipped(HEADER)},办结时间`, `${flipped(row(2))},2017-03-20`), {
    refused: 'alike_columns',
    says: ['第 4 行起的表', '「办结时间」（F列）'],
    asks: ['alike_columns'],
  }),
  one('表头是另一个台账', lines(PENALTY, penalty(1)), {
    refused: 'ledger_differs',
    says: ['投诉举报台账', '行政处罚案件台账'],
    asks: ['ledger'],
  }),
  one('表头是另一个台账，已选定', lines(PENALTY, penalty(1)), { rows: { penalties: [1, 0] } }, { ledger: 'penalties' }),
  onePenalty(
    '处罚台账按表头认出',
    lines(FINE, penalty(1, ',100')),
    { rows: { penalties: [1, 0] } },
    { path: PENALTIES_PATH },
  ),
  onePenalty(
    '左右两张表的金额单位不同',
    lines('单位：元,,,,,,单位：万元,,,,', `${FINE},,${FINE}`, `${penalty(1, ',5')},,${penalty(2, ',5')}`),
    {
      rows: [2, 0],
      notes: ['passed unit 1', 'scaled fine_yuan 10000'],
      values: { fine_yuan: [5, 50_000] },
    },
  ),
  ...(
    [
      ['左', '', '单位：万元,,,,,,,,,,'],
      ['右', '2!', ',,,,,,,,,,单位：万元'],
    ] as const
  ).map(([side, sheet, remark]) =>
    onePenalty(
      `下方左右两张表的金额单位只写在${side}侧`,
      lines(
        `${FINE},,${FINE}`,
        `${penalty(1, ',5')},,${penalty(2, ',5')}`,
        '',
        remark,
        `${FINE},,${FINE}`,
        `${penalty(3, ',5')},,${penalty(4, ',5')}`,
      ),
      {
        rows: [4, 0],
        notes: [`${sheet}passed unit 4`, 'scaled fine_yuan 10000', 'scaled fine_yuan 10000'],
        values: { fine_yuan: [5, 50_000, 5, 50_000] },
      },
    ),
  ),
  one(
    '左右两个台账，文件名不写台账',
    lines(`${HEADER},,${PENALTY}`, `${row(1)},,${penalty(2)}`),
    {
      rows: { complaints: [1, 0], penalties: [1, 0] },
    },
    { path: NO_LEDGER_PATH },
  ),
  one('左右并列的表中间有字', lines(`${HEADER},,${HEADER}`, `${row(1)},备注,${row(2)}`), {
    rows: [2, 1],
    problems: ['F2 surplus_cells'],
  }),
  ...[1, 2].map((behind) =>
    one(
      `下一张表的两行表头，第一批到它的第 ${behind} 行为止`,
      lines(
        HEADER,
        ...Array.from({ length: BATCH_ROWS - 1 - behind }, (_, i) => row(i)),
        '接收,编号,类型,县区,承办部门',
        '日期,,,,',
        '2017-03-06,T-末,举报,海晏县,工商',
      ),
      { rows: [BATCH_ROWS - behind, 0] },
    ),
  ),
  onePenalty(
    '一批以后另起一张表',
    lines(
      FINE,
      ...Array.from({ length: BATCH_ROWS - 2 }, (_, i) => penalty(i, ',1')),
      '单位：万元',
      `${PENALTY},货值金额`,
      penalty('末', ',2'),
    ),
    {
      rows: [BATCH_ROWS - 1, 0],
      notes: [
        `passed unit ${BATCH_ROWS}`,
        'scaled goods_value_yuan 10000',
        'lacking 第 1 行起的表没有「货值金额」列',
        `lacking 第 ${BATCH_ROWS} 行起的表没有「罚没金额」列`,
      ],
    },
  ),
];

/** The columns of a row the other way round. */
function flipped(line: string): string {
  return line.split(',').reverse().join();
}
