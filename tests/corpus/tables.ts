import { bothRead, HEADER, lines, one, onePenalty, PENALTY, penalty, row } from './build';
import type { Case } from './case';

const FINE = `${PENALTY},罚没金额`;

/** Where the table is in a sheet, and what else stands there. */
export const tables: readonly Case[] = [
  one('标题行', lines('海北州2017年第一季度投诉举报台账', HEADER, row(1)), { rows: [1, 0], notes: ['passed title 1'] }),
  one(
    '标题、填报单位和空行',
    lines('投诉举报台账,,,,', '填报单位：海北州,,,填报日期：2017-04-03,', '', HEADER, row(1)),
    {
      rows: [1, 0],
      notes: ['passed title 1', 'passed note 2'],
    },
  ),
  onePenalty('单位：万元', lines('行政处罚案件台账', '单位：万元', FINE, penalty(1, ',1.13'), penalty(2, ',3.35')), {
    rows: [2, 0],
    notes: ['passed title 1', 'passed unit 2', 'scaled fine_yuan 10000'],
    values: { fine_yuan: [11_300, 33_500] },
  }),
  onePenalty('表头写明别的单位', lines(`${PENALTY},罚没金额（万美元）,货值金额（元）`, penalty(1, ',1.13,5')), {
    rows: [1, 0],
    problems: ['ignored_column 罚没金额（万美元）（E列）'],
    values: { goods_value_yuan: [5] },
  }),
  ...['单位：美元', '单位：元、美元', '币种：港币', '以欧元计'].map((unit) =>
    onePenalty(`上方写${unit}`, lines(unit, `${FINE},当事人`, penalty(1, ',100,甲')), {
      rows: [1, 0],
      problems: ['ignored_column 罚没金额（E列）'],
      notes: [unit === '以欧元计' ? 'passed title 1' : 'passed unit 1'],
      values: { fine_yuan: [null], party: ['甲'] },
    }),
  ),
  ...[
    ['千元', 1000],
    ['百元', 100],
    ['百万元', 1_000_000],
    ['亿元', 100_000_000],
  ].map(([unit, factor]) =>
    onePenalty(`单位：${unit}`, lines(`单位：${unit}`, FINE, penalty(1, ',1.13')), {
      rows: [1, 0],
      notes: ['passed unit 1', `scaled fine_yuan ${factor}`],
      values: { fine_yuan: [Math.round(1.13 * Number(factor) * 100) / 100] },
    }),
  ),
  ...[
    ['罚没金额：5000元', 'note'],
    ['案件 3 件，罚没金额：500元', 'note'],
    ['罚没案件台账（5000元）', 'title'],
    ['5000元', 'title'],
  ].map(([text, kind]) =>
    onePenalty(`上方写的是金额：${text}`, lines(text as string, FINE, penalty(1, ',100')), {
      rows: [1, 0],
      notes: [`passed ${kind} 1`],
      values: { fine_yuan: [100] },
    }),
  ),
  onePenalty('表下写的是金额', lines(FINE, penalty(1, ',100'), '注：罚没金额为3000元，另有 2 件（500元）'), {
    rows: [1, 0],
    notes: ['passed note 3'],
    values: { fine_yuan: [100] },
  }),
  ...['单位：件、kg、万元', '单位：万元RMB', '计量单位：万元人民币', '单位：万元（RMB）', '单位：万元（人民币）'].map(
    (unit) =>
      onePenalty(`上方写${unit}`, lines(unit, FINE, penalty(1, ',1.5')), {
        rows: [1, 0],
        notes: ['passed unit 1', 'scaled fine_yuan 10000'],
        values: { fine_yuan: [15_000] },
      }),
  ),
  onePenalty('单位：100元', lines('单位：100元', FINE, penalty(1, ',100')), {
    rows: [1, 0],
    problems: ['ignored_column 罚没金额（E列）'],
    notes: ['passed unit 1'],
    values: { fine_yuan: [null] },
  }),
  onePenalty('表头写元，上方写美元', lines('单位：美元', `${PENALTY},罚没金额（元）`, penalty(1, ',100')), {
    rows: [1, 0],
    problems: ['ignored_column 罚没金额（元）（E列）'],
    notes: ['passed unit 1'],
    values: { fine_yuan: [null] },
  }),
  onePenalty('表头下一行写美元', lines(FINE, ',,,,（美元）', penalty(1, ',100')), {
    rows: [1, 0],
    problems: ['ignored_column 罚没金额（美元）（E列）'],
    values: { fine_yuan: [null] },
  }),
  onePenalty('表下才写美元', lines(FINE, penalty(1, ',100'), '注：金额以美元计'), {
    refused: 'unclear_units',
    says: ['第 3 行', '美元'],
  }),
  onePenalty('下面一段改写美元', lines('单位：元', FINE, penalty(1, ',1'), '单位：美元', FINE, penalty(2, ',2')), {
    rows: [2, 0],
    problems: ['ignored_column 罚没金额（E列）'],
    notes: ['passed unit 1', 'passed unit 4', 'lacking 第 4 行起的表没有「罚没金额」列'],
    values: { fine_yuan: [1, null] },
  }),
  one(
    '上方写万元和吨，数量写万件',
    lines(
      '单位：万元、吨',
      '批次编号,办案部门,县区,物品名称,入库日期,重量,货值金额,数量（万件）',
      'B-1,工商,海晏县,酒,2017-03-05,5,7,6',
    ),
    {
      rows: { disposals: [1, 0] },
      problems: ['ignored_column 数量（万件）（H列）', 'ignored_column 重量（F列）'],
      notes: ['passed unit 1', 'scaled value_yuan 10000'],
      values: { weight_kg: [null], value_yuan: [70_000], quantity: [null] },
    },
    { path: '2017Q1_632200_disposals.csv' },
  ),
  one(
    '重量写明吨',
    lines('批次编号,办案部门,县区,物品名称,入库日期,重量（吨）', 'B-1,工商,海晏县,酒,2017-03-05,1.5'),
    { rows: { disposals: [1, 0] }, problems: ['ignored_column 重量（吨）（F列）'], values: { goods: ['酒'] } },
    { path: '2017Q1_632200_disposals.csv' },
  ),
  onePenalty('表头写明万，没有元字', lines(`${PENALTY},罚没金额（万）`, penalty(1, ',1.13')), {
    rows: [1, 0],
    notes: ['scaled fine_yuan 10000'],
    values: { fine_yuan: [11_300] },
  }),
  onePenalty('上方写金额均为万元', lines('注：以下金额均为万元', FINE, penalty(1, ',1.13')), {
    rows: [1, 0],
    notes: ['passed unit 1', 'scaled fine_yuan 10000'],
    values: { fine_yuan: [11_300] },
  }),
  onePenalty('表下才写单位', lines(FINE, penalty(1, ',1.13'), '合计,,,,1.13', '注：金额以万元计'), {
    refused: 'unclear_units',
    says: ['「罚没金额」', '第 4 行', '「注：金额以万元计」', '写在表头或表的上方'],
  }),
  onePenalty('表下写单位是元', lines(FINE, penalty(1, ',1.13'), '单位：元'), {
    rows: [1, 0],
    notes: ['passed note 3'],
    values: { fine_yuan: [1.13] },
  }),
  onePenalty('表头写明万元', lines(`${PENALTY},罚没金额（万元）`, penalty(1, ',1.13')), {
    rows: [1, 0],
    notes: ['scaled fine_yuan 10000'],
    values: { fine_yuan: [11_300] },
  }),
  one(
    '两行表头',
    lines(
      '编号,类型,县区,承办部门,接收,办理,',
      ',,,,日期,受理日期,办结日期',
      'T-1,投诉,海晏县,工商,2017-03-05,2017-03-06,2017-03-20',
    ),
    {
      rows: [1, 0],
      values: { received_on: ['2017-03-05'], accepted_on: ['2017-03-06'], closed_on: ['2017-03-20'] },
    },
  ),
  one(
    '两行表头，后面带冒号',
    lines(
      '编号：,类型：,县区：,承办部门：,接收：,办理,',
      ',,,,日期：,受理日期：,办结日期：',
      'T-1,投诉,海晏县,工商,2017-03-05,2017-03-06,2017-03-20',
    ),
    {
      rows: [1, 0],
      values: { received_on: ['2017-03-05'], accepted_on: ['2017-03-06'], closed_on: ['2017-03-20'] },
    },
  ),
  one('表头上面一行只有栏目名，没有填', lines('填报单位：,,,填报日期：,', HEADER, row(1)), {
    rows: [1, 0],
    notes: ['passed note 1'],
  }),
  one(
    '三行表头',
    lines(
      '基本情况,,,,办理情况,,',
      '编号,类型,县区,承办部门,接收,受理,',
      ',,,,日期,日期,结果',
      'T-1,投诉,海晏县,工商,2017-03-05,2017-03-06,受理',
    ),
    {
      rows: [1, 0],
      notes: ['passed note 1'],
      values: { received_on: ['2017-03-05'], accepted_on: ['2017-03-06'], acceptance: ['受理'] },
    },
  ),
  one(
    '表头在第 60 行',
    lines('投诉举报台账', ...Array.from({ length: 58 }, (_, i) => `说明：第${i + 1}条`), HEADER, row(1)),
    {
      rows: [1, 0],
      notes: ['passed title 1', 'passed note 2–59'],
    },
  ),
  one('前 100 行里没有表头', lines(...Array.from({ length: 110 }, (_, i) => `说明：第${i + 1}条`), HEADER, row(1)), {
    refused: 'no_header',
    says: ['前 100 行'],
  }),
  one('只认出一个表头', lines('姓名,电话,接收日期', '张三,123,2017-03-05'), {
    refused: 'no_header',
    says: ['第 1 行', '「接收日期」'],
  }),
  one('空行和空列', lines(',,,,,', `,${HEADER}`, ',,,,,', `,${row(1)}`, ',,,,,', `,${row(2)}`), {
    ...bothRead,
    notes: ['passed blank 3、5'],
  }),
  one('栏次编号行', lines(HEADER, '1,2,3,4,5', row(1)), { rows: [1, 0], notes: ['passed numbering 2'] }),
  one('甲乙栏次编号行', lines(HEADER, '甲,乙,丙,1,2', row(1)), { rows: [1, 0], notes: ['passed numbering 2'] }),
  one('重复的表头（分页）', lines(HEADER, row(1), HEADER, row(2)), { ...bothRead, notes: ['passed header 3'] }),
  one('模板的示例行', lines(HEADER, '示例,投诉,海晏县,工商,2017-01-01', row(1)), {
    rows: [1, 0],
    notes: ['passed example 2'],
  }),
  one(
    '备注里写明示例',
    lines(`${HEADER},备注`, row(1, ',示例，填报时请删除'), row(2, ',本行为示例'), row(3, ',已补正，示例见附件')),
    {
      rows: [1, 0],
      problems: ['ignored_column 备注（F列）'],
      notes: ['passed example 2–3'],
      values: { complaint_id: ['T-3'] },
    },
  ),
  ...[
    '填写说明,文本,下拉选择,必填,2017-03-05',
    ',下拉选择：投诉/举报,见代码表,选填,格式：2017-03-05',
    '（必填）,（下拉选择）,6位代码,必填，填简称,（如2017-03-05）',
  ].map((hint) =>
    one(`填写要求行：${hint}`, lines(HEADER, hint, row(1)), {
      rows: [1, 0],
      notes: ['passed hint 2'],
    }),
  ),
  one(
    '像填写要求而可能是案件的行',
    lines(HEADER, 'T-1,文本,下拉选择,必填,2017-03-05', '必填,投诉,海晏县,工商,2017-03-05'),
    {
      rows: [2, 1],
      problems: ['B2 not_in_list', 'C2 unknown_county', 'D2 unknown_department'],
      values: { complaint_id: ['必填'] },
    },
  ),
  one(
    '填写要求行在很后面',
    lines(HEADER, ...Array.from({ length: 11 }, (_, i) => row(i)), ',文本,下拉选择,必填,2017-03-05'),
    {
      rows: [12, 1],
      problems: ['A13 required_missing', 'B13 not_in_list', 'C13 unknown_county', 'D13 unknown_department'],
    },
  ),
  onePenalty('合计在最上面', lines(FINE, '合计,,,,150.5', penalty(1, ',100'), penalty(2, ',50.5')), {
    rows: [2, 0],
    notes: ['passed total 2'],
  }),
  onePenalty('合计在最上面，不符', lines(FINE, '合计,,,,200', penalty(1, ',100'), penalty(2, ',50.5')), {
    rows: [2, 0],
    problems: ['E2 total_differs 200≠150.5'],
    notes: ['passed total 2'],
  }),
  onePenalty('过次页、承前页', lines(FINE, penalty(1, ',100'), '过次页,,,,100', '承前页,,,,100', penalty(2, ',50')), {
    rows: [2, 0],
    notes: ['passed total 3–4'],
  }),
  onePenalty('合计相符', lines(FINE, penalty(1, ',100'), penalty(2, ',50.5'), '合计,,,,150.5'), {
    rows: [2, 0],
    notes: ['passed total 4'],
  }),
  onePenalty('合计不符', lines(FINE, penalty(1, ',100'), penalty(2, ',50.5'), '合计,,,,200'), {
    rows: [2, 0],
    problems: ['E4 total_differs 200≠150.5'],
    notes: ['passed total 4'],
  }),
  onePenalty(
    '小计和合计',
    lines(FINE, penalty(1, ',100'), '小计,,,,100', penalty(2, ',50'), '小计,,,,50', '合计,,,,150'),
    {
      rows: [2, 0],
      notes: ['passed total 3、5–6'],
    },
  ),
  onePenalty('合计含万元换算', lines('单位：万元', FINE, penalty(1, ',1.1'), penalty(2, ',2.2'), '合计,,,,3.3'), {
    rows: [2, 0],
    notes: ['passed unit 1', 'passed total 5', 'scaled fine_yuan 10000'],
  }),
  one('合计件数不符', lines(HEADER, row(1), row(2), '合计：3件,,,,'), {
    ...bothRead,
    problems: ['4 total_differs 3 件≠2 件'],
    notes: ['passed total 4'],
  }),
  one(
    '表下的说明和签署',
    lines(HEADER, row(1), '', '注：本表由各县汇总,,,,', '填表人：张三,,审核人：李四,,', '2017年4月3日,,,,'),
    {
      rows: [1, 0],
      notes: ['passed note 4–6'],
    },
  ),
  one('办结时间像是办结日期', lines(`${HEADER},办结时间`, row(1, ',2017-03-20')), {
    refused: 'alike_columns',
    says: ['「办结时间」（F列）', '「办结日期」'],
    asks: ['alike_columns'],
  }),
  one(
    '办结时间就是办结日期，已选定',
    lines(`${HEADER},办结时间`, row(1, ',2017-03-20'), row(2, ',2017-03-01')),
    {
      rows: [2, 1],
      problems: ['2 closed_without_acceptance', '3 closed_without_acceptance', 'F3 date_order'],
    },
    { answers: { alike_columns: 'same' } },
  ),
  one(
    '办结时间不是办结日期，已选定',
    lines(`${HEADER},办结时间`, row(1, ',2017-03-20')),
    { rows: [1, 0], problems: ['ignored_column 办结时间（F列）'] },
    { answers: { alike_columns: 'others' } },
  ),
  one('表头带单位、星号和换行', lines('编号*,"类\n型",县 区,承办部门（必填）,接收日期（年月日）', row(1)), {
    rows: [1, 0],
  }),
  one('表头用字段名', lines('complaint_id,kind,county,department,received_on', row(1)), { rows: [1, 0] }),
  one('没有表头的尾列', lines(HEADER, row(1), row(2, ',备注一')), { rows: [2, 1], problems: ['F3 surplus_cells'] }),
  one('序号列和预填的序号', lines(`序号,${HEADER}`, `1,${row(1)}`, `2,${row(2)}`, '3,,,,,', '4,,,,,'), {
    ...bothRead,
    problems: ['ignored_column 序号（A列）'],
  }),
  one('第一个表头左边的列有内容', lines(`,${HEADER}`, `1,${row(1)}`, `2,${row(2)}`, `,${row(3)}`), {
    rows: [3, 0],
    problems: ['A unheaded_column 2|2'],
  }),
  one('合计行只写一个数', lines(HEADER, row(1), row(2), '合计,5,,,'), {
    ...bothRead,
    problems: ['4 total_differs 5 件≠2 件'],
    notes: ['passed total 4'],
  }),
  one('本期无投诉举报（零申报）', lines('投诉举报台账', HEADER, '本期无投诉举报,,,,'), {
    rows: [0, 0],
    notes: ['passed title 1', 'passed note 3'],
  }),
  one('各格都写“无”（零申报）', lines(HEADER, '无,无,无,/,—'), { rows: [0, 0], notes: ['passed note 2'] }),
  one('编号前写明示例', lines(HEADER, '（示例）T-0,投诉,海晏县,工商,2017-01-01', row(1)), {
    rows: [1, 0],
    notes: ['passed example 2'],
  }),
];
