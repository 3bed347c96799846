import { CALENDAR_YEARS } from './calendar';
import type { SubmissionKey } from './submission';

export type Severity = 'error' | 'warning';

/** Rule codes of problems in rows. `error` keeps the row aside, `warning` lets it count, flagged. */
export const PROBLEM_SEVERITY = {
  required_missing: 'error',
  not_a_date: 'error',
  date_beyond_calendar: 'error',
  not_a_number: 'error',
  not_in_list: 'error',
  unknown_county: 'error',
  ambiguous_county: 'error',
  unknown_department: 'error',
  ambiguous_department: 'error',
  date_order: 'error',
  after_period: 'error',
  county_outside_unit: 'error',
  duplicate_id: 'error',
  unreadable_cell: 'error',
  not_a_number_optional: 'warning',
  not_in_list_optional: 'warning',
  after_submission: 'warning',
  merged_county: 'warning',
  county_name_shared: 'warning',
  closed_without_acceptance: 'warning',
  result_without_date: 'warning',
  feedback_without_closure: 'warning',
  withheld_incomplete: 'warning',
  decision_undated: 'warning',
  surplus_cells: 'warning',
  unreadable_cell_optional: 'warning',
} as const satisfies Record<string, Severity>;

export type RowProblemCode = keyof typeof PROBLEM_SEVERITY;

/** Codes of problems with a whole file: it is refused, nothing of it is taken in. */
export const FILE_PROBLEM_CODES = [
  'empty_file',
  'unknown_form',
  'unsupported_excel',
  'unknown_encoding',
  'broken_csv',
  'truncated_csv',
  'broken_parquet',
  'column_type',
  'no_header',
  'missing_columns',
  'name_silent',
  'name_ambiguous',
  'unknown_unit',
  'row_count_mismatch',
  'unreadable',
] as const;

/** Notes on a file that was taken in. */
export const FILE_NOTE_CODES = ['ignored_column', 'later_version'] as const;

export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number];
export type FileNoteCode = (typeof FILE_NOTE_CODES)[number];
export type ProblemCode = RowProblemCode | FileProblemCode | FileNoteCode;

/** One problem as lists, exports and `assessment.json` show it. */
export interface Problem {
  file: string;
  /** Sheet of a workbook; null for files that have none. */
  sheet: string | null;
  /** Row as a spreadsheet shows it (the header of a plain file is row 1); null for the whole file. */
  row: number | null;
  /** Header of the template's column; null for the whole row. */
  column: string | null;
  value: string | null;
  code: ProblemCode;
  severity: Severity;
  message: string;
}

/** A problem of a submission that counts, with whose and when it is. */
export interface SubmissionProblem extends Problem, SubmissionKey {}

/** What a sentence needs beside the code. `detail` is the rule's own: the other date, the list of values, the period's end. */
export interface ProblemFacts {
  column?: string | null;
  value?: string | null;
  detail?: string | null;
}

const quoted = (text: string | null | undefined): string => {
  const t = text ?? '';
  return `「${t.length > 60 ? `${t.slice(0, 60)}…` : t}」`;
};

/** A sentence stays readable where nothing more is known. */
const said = (detail: string | null | undefined): string => detail ?? '（不详）';

const SENTENCES: Record<ProblemCode, (f: ProblemFacts) => string> = {
  required_missing: (f) =>
    f.detail ? `${f.detail}均为空，至少要填一项。请补填后重报。` : `必填项${quoted(f.column)}为空。请补填后重报。`,
  not_a_date: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不是有效日期。请填写如 2017-03-05、2017/3/5、20170305 或 2017年3月5日。`,
  date_beyond_calendar: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不在 ${CALENDAR_YEARS} 年内，该年度节假日安排未收录，无法计算期限。请核对年份。`,
  not_a_number: (f) => `${quoted(f.column)}的值${quoted(f.value)}不是 0–3650 之间的整数。请填写天数，如 10。`,
  not_in_list: (f) => `${quoted(f.column)}的值${quoted(f.value)}不在可选范围内。请改为：${said(f.detail)}。`,
  unknown_county: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不是已知的县（市、区、行委）。请填写6位区划代码或名称。`,
  ambiguous_county: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}是几个地方共用的名称：${said(f.detail)}，无法确定是哪一个。请在名称前写明市州，或填写6位区划代码。`,
  unknown_department: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不是已知的部门。请填写部门简称（如 工商、质监）或单位全称。`,
  ambiguous_department: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}同时对应${said(f.detail)}，无法确定条线。请只填写其中一个部门。`,
  date_order: (f) => `${quoted(f.column)}的值${quoted(f.value)}早于${said(f.detail)}。请核对两个日期的先后。`,
  after_period: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}晚于报送期最后一天 ${said(f.detail)}。请改正日期，或将本行放入所属期的报表。`,
  county_outside_unit: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不属于报送单位${said(f.detail)}。请核对县区，或由所属市州报送。`,
  duplicate_id: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}与第 ${said(f.detail)} 行重复。只计第一次出现的行；请删除重复行或改正编号。`,
  unreadable_cell: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不是文字（既不是 UTF-8 也不是 GB18030）。请把该列改存为文字后重报。`,
  unreadable_cell_optional: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不是文字（既不是 UTF-8 也不是 GB18030），已按空白计。请把该列改存为文字。`,
  not_a_number_optional: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不是数字，已按空白计。请填写以元为单位的数字。`,
  not_in_list_optional: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}不在可选范围内，已按空白计。可选：${said(f.detail)}。`,
  after_submission: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}晚于收到本报表的日期 ${said(f.detail)}。请核对是否误填。`,
  merged_county: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}是后来合并设立的单位，已按${said(f.detail)}计。如属合并前的另一单位，请改填。`,
  county_name_shared: (f) =>
    `${quoted(f.column)}的值${quoted(f.value)}既是县区也是市州的名称，已按${said(f.detail)}计。如指另一个，请填写全称或代码。`,
  closed_without_acceptance: () => '已办结但没有受理决定日期，受理按未决定计。请补填「受理决定日期」。',
  result_without_date: (f) =>
    `有受理结果${quoted(f.value)}但没有受理决定日期，受理及时率按未决定计。请补填「受理决定日期」。`,
  feedback_without_closure: () => '有反馈日期但没有办结日期，按未办结计。请核对并补填「办结日期」。',
  withheld_incomplete: () => '不予公开的理由和批准日期只填了一项，按应公示计。请补齐两项。',
  decision_undated: () =>
    '有处罚决定的内容（文号、种类或公示日期）但没有处罚决定日期，按尚未作出处罚决定计。请补填「处罚决定日期」。',
  surplus_cells: (f) => `本行比表头多出内容${quoted(f.value)}，多出部分未读取。请检查是否缺少引号或多了分隔符。`,
  empty_file: () => '文件是空的（0 字节）。请重新导出后再报送；零申报请使用只有表头的模板。',
  unknown_form: (f) => `不是可读取的格式${f.detail ? `（${f.detail}）` : ''}。请报送 CSV 或 Parquet 文件。`,
  unsupported_excel: () =>
    '这是 Excel 工作簿，当前版本读取 CSV 和 Parquet。请在 Excel 中“另存为”→“CSV UTF-8（逗号分隔）”后再报送。',
  unknown_encoding: () =>
    '文字编码无法识别（不是 UTF-8、UTF-16 或 GB18030），或文件已损坏。请另存为 CSV UTF-8 后再报送。',
  broken_csv: (f) => `从第 ${said(f.detail)} 行起引号没有闭合，后面的内容无法分列。请检查该行的引号，或重新导出。`,
  truncated_csv: (f) => `文件在第 ${said(f.detail)} 行中途结束，像是传输中被截断。请重新复制或导出完整的文件。`,
  broken_parquet: (f) => `Parquet 文件不完整或已损坏${f.detail ? `（${f.detail}）` : ''}。请重新导出。`,
  column_type: (f) => `列${said(f.detail)}的类型不能作为台账的列，文件未采用。请把它改存为文字、数字或日期后重新导出。`,
  no_header: (f) => `没有找到${said(f.detail)}的表头行。请使用模板的表头，或检查文件是否放错了台账。`,
  missing_columns: (f) => `缺少必填列：${said(f.detail)}。请补齐列后再报送。`,
  name_silent: (f) =>
    `文件名没有写明${said(f.detail)}。请改名（如 2017年第三季度_海南州_投诉举报台账.csv），或在页面上指定。`,
  name_ambiguous: (f) =>
    `文件名不止一种读法：${said(f.detail)}，无法确定是哪一个。请改名，只写一个报送单位（市州或省级部门）、一个报送期和一个台账，或在页面上指定。`,
  unknown_unit: (f) => `文件名中的报送单位${quoted(f.value)}不在报送单位名单内。请核对单位名称或代码。`,
  row_count_mismatch: (f) =>
    `读取的行数与文件不符（${said(f.detail)}），为避免漏行，整个文件未采用。请另存为标准 CSV 后再报送。`,
  unreadable: (f) => `文件无法读取：${said(f.detail)}。请重新导出后再试。`,
  ignored_column: (f) => `列${f.detail ?? `${quoted(f.value)}不是台账的列`}，未读取。`,
  later_version: (f) => `已有较新的版本${quoted(f.detail)}，本文件留存备查，不参与计算。`,
};

/** The sentence for a problem: what is wrong, where, and what to do. */
export const problemSentence = (code: ProblemCode, facts: ProblemFacts = {}): string => SENTENCES[code](facts);

export const severityOf = (code: ProblemCode): Severity =>
  code in PROBLEM_SEVERITY
    ? PROBLEM_SEVERITY[code as RowProblemCode]
    : (FILE_NOTE_CODES as readonly string[]).includes(code)
      ? 'warning'
      : 'error';

/** A file that is refused whole. Carries the code and its facts; the sentence is chosen where it is shown. */
export class FileRefused extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    super(problemSentence(code, facts));
    this.name = 'FileRefused';
  }
}
