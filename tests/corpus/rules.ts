import { type Office, officeOf } from '../../src/domain/office';
import { readProfile } from '../../src/domain/readProfile';
import { catalogue } from '../support/catalogue';
import { profileFiles } from '../support/profile';
import {
  HEADER,
  lines,
  NO_LEDGER_PATH,
  one,
  onePenalty,
  PENALTY,
  penalty,
  row,
  withColumn,
  withPenaltyColumn,
  withValues,
} from './build';
import type { Case } from './case';

/** A file of one good row and one that breaks a rule in the second row. */
const aside = (name: string, file: string, ...problems: string[]): Case => one(name, file, { rows: [2, 1], problems });
const flagged = (name: string, file: string, ...problems: string[]): Case =>
  one(name, file, { rows: [2, 0], problems });

/** The same of an inspection, which counts. */
const inspected = (name: string, odd: string, ...problems: string[]): Case =>
  one(
    name,
    lines(
      '抽查编号,检查部门,县区,抽取日期,检查日期,检查结果,公示日期',
      'J-1,工商,海晏县,2017-03-01,2017-03-05,未发现问题,2017-03-10',
      odd,
    ),
    { rows: [2, 0], problems },
    { path: '2017Q1_632200_inspections.csv' },
  );

/** No two counties of one prefecture of 青海 ever bore one name. */
function twoOfOneName(): Office {
  const files = profileFiles();
  for (const county of files.regions.counties)
    if (['632222', '632223'].includes(county.code))
      county.history = [
        { code: county.code, name: '湖滨县', from: null, to: '1990-01' },
        { code: county.code, name: county.name, from: '1990-01', to: null },
      ];
  return officeOf(readProfile(catalogue, files), catalogue);
}

/** Rules on the rows of a ledger: a file breaks each. */
export const rules: readonly Case[] = [
  aside('必填项为空', withValues(4, '2017-03-05', ''), 'E3 required_missing'),
  aside('编号为空', withValues(0, 'T-1', ''), 'A3 required_missing'),
  onePenalty('立案日期和处罚决定日期都为空', lines(`${PENALTY},立案日期`, penalty(1, ','), 'P-2,工商,海晏县,,'), {
    rows: [2, 1],
    problems: ['E3 required_missing'],
  }),
  aside('不是日期的日期', withValues(4, '2017-03-05', '2017-02-30'), 'E3 not_a_date'),
  aside('日期超出年历', withValues(4, '2017-03-05', '2003-03-05'), 'E3 date_beyond_calendar'),
  aside('不是天数的天数', withColumn('批准延期', '10', '约十来天'), 'F3 not_a_number'),
  aside('类型不在可选范围', withValues(1, '投诉', '咨询'), 'B3 not_in_list'),
  aside('不认识的县区', withValues(2, '海晏县', '海宴县城'), 'C3 unknown_county'),
  one(
    '几个地方共用的县区名',
    withValues(2, '海晏县', '湖滨县'),
    { rows: [2, 1], problems: ['C3 ambiguous_county'] },
    { office: twoOfOneName() },
  ),
  aside('不认识的部门', withValues(3, '工商', '某某科技公司'), 'D3 unknown_department'),
  aside('写了两个部门', withValues(3, '工商', '工商、质监'), 'D3 ambiguous_department'),
  aside('受理早于接收', withColumn('受理日期', '2017-03-06', '2017-03-04'), 'F3 date_order'),
  aside('接收晚于报送期', withValues(4, '2017-03-05', '2017-04-01'), 'E3 after_period'),
  aside('别的市州的县区', withValues(2, '海晏县', '格尔木市'), 'C3 county_outside_unit'),
  aside('编号重复', withValues(0, 'T-1', 'T-1'), 'A3 duplicate_id'),
  one('编号只差大小写', withValues(0, 'T-1', 't-1', 'T-2', 't-1'), {
    rows: [4, 1],
    problems: ['A3 alike_id', 'A5 duplicate_id'],
    values: { complaint_id: ['T-1', 't-1', 'T-2'] },
  }),
  one('编号只差大小写，次序由小到大', withValues(0, 'T-1', 'T-2', 't-1', 't-3'), {
    rows: [4, 0],
    problems: ['A4 alike_id'],
  }),
  aside('公式出错的必填项', withValues(4, '2017-03-05', '#REF!'), 'E3 cell_error'),
  flagged('公式出错的选填项', withColumn('商品类别', '酒', '#N/A'), 'F3 cell_error_optional'),
  aside('被舍入的编号', withValues(0, 'T-1', '6.325E+17'), 'A3 rounded_id'),
  aside('被舍入的编号（末尾为零）', withValues(0, 'T-1', '632521201703050000'), 'A3 rounded_id'),
  onePenalty('不是数字的金额', withPenaltyColumn('罚没金额', '100', '约三百'), {
    rows: [2, 0],
    problems: ['E3 not_a_number_optional'],
    values: { fine_yuan: [100, null] },
  }),
  flagged('立案结果不在可选范围', withColumn('立案结果', '立案', '待定'), 'F3 not_in_list_optional'),
  one(
    '晚于收到日期',
    withColumn('办结日期', '2017-03-06', '2017-05-01')
      .replaceAll('接收日期,办结', '接收日期,受理日期,办结')
      .replaceAll('05,2017', '05,2017-03-05,2017'),
    {
      rows: [2, 0],
      problems: ['G3 after_submission'],
    },
    { receivedOn: '2017-04-05' },
  ),
  one(
    '后来合并设立的县区',
    withValues(2, '德令哈市', '茫崖市'),
    { rows: [2, 0], problems: ['C3 merged_county'] },
    { path: '2017Q1_632800_complaints.csv' },
  ),
  one(
    '与市州同名的县区',
    withValues(2, '称多县', '玉树'),
    { rows: [2, 0], problems: ['C3 county_name_shared'] },
    { path: '2017Q1_632700_complaints.csv' },
  ),
  flagged('办结而无受理', withColumn('办结日期', '', '2017-03-20'), '3 closed_without_acceptance'),
  flagged('有受理结果而无日期', withColumn('受理结果', '', '受理'), 'F3 result_without_date'),
  flagged('反馈而无办结', withColumn('反馈日期', '', '2017-03-20'), 'F3 feedback_without_closure'),
  onePenalty('不予公开手续不全', withPenaltyColumn('不予公开理由', '', '涉及商业秘密'), {
    rows: [2, 0],
    problems: ['E3 withheld_incomplete'],
  }),
  onePenalty(
    '处罚决定没有日期',
    lines(`${PENALTY},立案日期,处罚种类`, penalty(1, ',2017-03-01,罚款'), 'P-2,工商,海晏县,,2017-03-01,罚款'),
    {
      rows: [2, 0],
      problems: ['D3 decision_undated'],
    },
  ),
  inspected('有检查结果而无检查日期', 'J-2,工商,海晏县,2017-03-01,,未发现问题,', 'E3 result_without_check'),
  inspected('公示而无检查日期', 'J-2,工商,海晏县,2017-03-01,,,2017-03-10', 'G3 published_without_check'),
  one('日期都早于报送期', withValues(4, '2016-12-30', '2016-12-31'), {
    rows: [2, 0],
    problems: ['before_period 2016-12-31'],
  }),
  one('一个日期在报送期内', withValues(4, '2016-12-30', '2017-01-01'), { rows: [2, 0] }),
  one('不读的列', withColumn('备注', '甲', ''), { rows: [2, 0], problems: ['ignored_column 备注（F列）'] }),
  one('同一项的两列', lines(`${HEADER},登记编号`, row(1, ',A'), row(2, ',B')), {
    rows: [2, 0],
    problems: ['ignored_column 登记编号（F列）'],
  }),
  one('别的表', 'name,price\nx,1\n', { refused: 'no_header', says: ['全部 2 行'] }),
  one('缺少必填列', lines('编号,类型,接收日期', 'T-1,投诉,2017-03-05'), {
    refused: 'missing_columns',
    says: ['「县区」', '「承办部门」'],
  }),
  one(
    '文件名没有写明报送期',
    lines(HEADER, row(1)),
    { refused: 'name_silent', says: ['报送期'] },
    { path: '海北州_投诉举报台账.csv' },
  ),
  one(
    '文件名写了两个单位',
    lines(HEADER, row(1)),
    { refused: 'name_ambiguous', says: ['海北', '海南'] },
    { path: '2017Q1_海北州_海南州.csv' },
  ),
  one(
    '文件名的单位不在名单',
    lines(HEADER, row(1)),
    { refused: 'unknown_unit', says: ['青海湖'] },
    { path: '2017Q1_青海湖管理局_投诉举报台账.csv' },
  ),
  one('文件名没有写明台账', lines(HEADER, row(1)), { rows: { complaints: [1, 0] } }, { path: NO_LEDGER_PATH }),
];
