import type { Catalogue } from './catalogue/catalogue';
import {
  FILE_NOTE_SEVERITY,
  type KnownCode,
  PROBLEM_SEVERITY,
  type ProblemCode,
  type Severity,
  severityOf,
} from './problemCodes';
import type { Problem } from './problems';

/** Short 界面 names of what can be wrong with a row or a whole file, or noted of one that was taken in. */
const PROBLEM_NAMES: Record<KnownCode, string> = {
  required_missing: '必填项为空',
  not_a_date: '不是有效日期',
  date_beyond_calendar: '日期超出年历',
  not_a_number: '不是有效天数',
  not_in_list: '不在可选范围',
  unknown_county: '地区无法识别',
  ambiguous_county: '地区重名',
  unknown_department: '部门无法识别',
  ambiguous_department: '部门不唯一',
  date_order: '日期先后颠倒',
  after_period: '晚于报送期',
  county_outside_unit: '地区不属本单位',
  duplicate_id: '编号重复',
  unreadable_cell: '不是文字',
  unreadable_cell_optional: '不是文字（按空白计）',
  cell_error: '表格软件的出错标记',
  cell_error_optional: '表格软件的出错标记（按空白计）',
  uncalculated: '公式没有结果',
  uncalculated_optional: '公式没有结果（按空白计）',
  rounded_id: '编号被舍入',
  not_a_number_optional: '数字无法识别（按空白计）',
  not_in_list_optional: '不在可选范围（按空白计）',
  alike_id: '编号只差大小写',
  after_submission: '晚于收到日期',
  merged_county: '合并设立的地区',
  county_name_shared: '上下级同名的地区',
  surplus_cells: '多出内容',
  empty_file: '空文件',
  unknown_form: '格式无法识别',
  encrypted: '设有打开密码',
  broken_workbook: '工作簿损坏',
  too_large: '文件过大',
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
  workspace_zip: '本系统的导出包',
  unreadable: '文件无法读取',
  before_period: '日期都早于报送期',
  ignored_column: '未读取的列',
  later_version: '已有较新版本',
  stray_quote: '引号用法不明',
  swallowed_rows: '引号括住几行',
  row_in_one_cell: '整行在一格里',
  unheaded_column: '没有表头的列',
  total_differs: '合计不符',
  passed_sheet: '未读取的工作表',
  hidden_sheet: '读取了隐藏的工作表',
  hidden_cells: '读取了隐藏的行列',
  passed_over: '略过的行',
  repaired: '换读的内容',
  scaled_amounts: '换算的金额',
  short_rows: '缺格的行',
  lacking_columns: '有的表没有的列',
  ledger_differs: '台账与文件名不符',
  answer_needed: '有待选定',
  alike_columns: '表头有疑',
  several_tables: '几个工作表不一致',
  unclear_units: '金额单位不明',
};

/** The value as lists show it. Of a row that was passed over it says what the row is: a word for the sentence alone. */
export const problemValue = ({ code, value }: Pick<Problem, 'code' | 'value'>): string | null =>
  code === 'passed_over' ? null : value;

/** Name of a problem: its 类别. */
export const problemName = (catalogue: Catalogue, code: ProblemCode): string =>
  catalogue.oddity(code)?.name ?? PROBLEM_NAMES[code as KnownCode] ?? code;

/** Codes that a list of problems can hold, of one severity or of both. */
export const problemCodes = (catalogue: Catalogue, severity?: Severity): ProblemCode[] =>
  [
    ...Object.keys(PROBLEM_SEVERITY),
    ...catalogue.oddities.map((o) => o.code),
    ...(Object.keys(FILE_NOTE_SEVERITY) as ProblemCode[]).filter((c) => c !== 'later_version'),
  ].filter((code) => severity === undefined || severityOf(code) === severity);
