import { FILE_NOTE_CODES, PROBLEM_SEVERITY, type ProblemCode, type Severity, severityOf } from './problems';

/** Short 界面 names of what can be wrong with a row or a whole file, or noted of one that was taken in. */
const PROBLEM_NAMES: Record<ProblemCode, string> = {
  required_missing: '必填项为空',
  not_a_date: '不是有效日期',
  date_beyond_calendar: '日期超出年历',
  not_a_number: '不是有效天数',
  not_in_list: '不在可选范围',
  unknown_county: '县区无法识别',
  ambiguous_county: '县区重名',
  unknown_department: '部门无法识别',
  ambiguous_department: '部门不唯一',
  date_order: '日期先后颠倒',
  after_period: '晚于报送期',
  county_outside_unit: '县区不属本单位',
  duplicate_id: '编号重复',
  unreadable_cell: '不是文字',
  unreadable_cell_optional: '不是文字（按空白计）',
  not_a_number_optional: '数字无法识别（按空白计）',
  not_in_list_optional: '不在可选范围（按空白计）',
  after_submission: '晚于收到日期',
  merged_county: '合并设立的县区',
  county_name_shared: '与市州同名的县区',
  closed_without_acceptance: '办结而无受理日期',
  result_without_date: '有受理结果无日期',
  feedback_without_closure: '反馈而无办结日期',
  withheld_incomplete: '不予公开手续不全',
  decision_undated: '处罚决定没有日期',
  surplus_cells: '多出内容',
  empty_file: '空文件',
  unknown_form: '格式无法识别',
  unsupported_excel: 'Excel 工作簿',
  unknown_encoding: '编码无法识别',
  broken_csv: '引号没有闭合',
  truncated_csv: '文件中途结束',
  broken_parquet: 'Parquet 文件损坏',
  column_type: '列的类型不可用',
  no_header: '没有表头',
  missing_columns: '缺少必填列',
  name_silent: '文件名未写明',
  name_ambiguous: '文件名不止一种读法',
  unknown_unit: '报送单位不在名单',
  row_count_mismatch: '行数不符',
  unreadable: '文件无法读取',
  ignored_column: '未读取的列',
  later_version: '已有较新版本',
};

/** Name of a problem: its 类别. */
export const problemName = (code: ProblemCode): string => PROBLEM_NAMES[code];

/** Codes that a list of problems can hold, of one severity or of both. */
export const problemCodes = (severity?: Severity): ProblemCode[] =>
  [
    ...(Object.keys(PROBLEM_SEVERITY) as ProblemCode[]),
    ...FILE_NOTE_CODES.filter((c) => c === 'ignored_column'),
  ].filter((code) => severity === undefined || severityOf(code) === severity);
