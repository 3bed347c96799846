import { CALENDAR_YEARS } from './calendar';
import type { Catalogue } from './catalogue/catalogue';
import { countText } from './display';
import { type FileProblemCode, type KnownCode, type ProblemCode, type Severity, severityOf } from './problemCodes';
import { cells, type ManyRows, ofOne, quoted, rows, theRow, valuesSaid } from './problemWords';
import type { ReadingAnswers, Repair } from './reading/reading';
import { repairSentence } from './reading/words';
import type { SubmissionKey } from './submission';

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

/** A problem as it is found in a file. */
export interface FoundProblem {
  /** Ordinal of the sheet, from 0; null for the whole file. */
  sheet: number | null;
  /** Row of the sheet, from 1; null for the whole sheet. */
  row: number | null;
  /** Column of the sheet, from 0; null for the whole row. */
  column: number | null;
  /** The ledger's field; null where none is concerned. */
  field: string | null;
  value: string | null;
  code: ProblemCode;
  detail: string | null;
}

/** A problem of a submission that counts, with whose and when it is. */
export interface SubmissionProblem extends Problem, SubmissionKey {
  /** Number of the submission in the archive. */
  submission: number;
  /** Ordinal of the sheet, from 0; null for the whole file. */
  sheetNumber: number | null;
  /** Letters of the column as a spreadsheet shows them; null where none is concerned. */
  letters: string | null;
}

/** What a sentence needs beside the code. `detail` is the rule's own: the other date, the list of values, the period's end. */
export interface ProblemFacts {
  column?: string | null;
  value?: string | null;
  detail?: string | null;
  /** How it would be right. */
  example?: string | null;
  /** The sentence is of many rows that have the same wrong with them; `detail` then holds for all of them, or is null. */
  many?: ManyRows | null;
}

/** A sentence stays readable where nothing more is known. */
const said = (detail: string | null | undefined): string => detail ?? '（不详）';

/** 第 3 行; what is no number stands as it is (最后一行, 工作表「1月」第 3 行). */
const rowSaid = (detail: string | null | undefined): string =>
  detail && /^\d+$/.test(detail) ? `第 ${detail} 行` : said(detail);

/** What a row is that is none of the data. */
export type PassedKind = keyof typeof PASSED_WORDS;
const PASSED_WORDS = {
  title: '是标题',
  unit: '是单位说明',
  note: '是说明或签署',
  blank: '是空行',
  header: '是重复的表头',
  numbering: '是栏次编号',
  example: '是填写示例',
  hint: '是填写要求',
  total: '是小计或合计',
} as const;

/** A detail that says something and how often: `serial_day|39`. */
function counted(detail: string | null | undefined): [what: string, count: number] {
  const [what = '', count = ''] = (detail ?? '').split('|');
  return [what, Number(count)];
}

const SENTENCES: Record<KnownCode, (f: ProblemFacts) => string> = {
  required_missing: (f) =>
    f.detail
      ? `${f.many ? `${rows(f)}的` : ''}${f.detail}均为空，至少要填一项。请补填后重报。`
      : `必填项${quoted(f.column)}${f.many ? `有 ${countText(f.many.count)} 格` : ''}为空。请补填后重报。`,
  not_a_date: (f) =>
    `${cells(f)}不是有效日期${f.detail ? `（${f.detail}）` : ''}。请填写如 2017-03-05、2017/3/5、20170305 或 2017年3月5日。`,
  date_beyond_calendar: (f) =>
    `${cells(f)}不在 ${CALENDAR_YEARS} 年内，该年度节假日安排未收录，无法计算期限。请核对年份。`,
  not_a_number: (f) => `${cells(f)}不是 0–${said(f.detail)} 之间的整数。请填写整数，如 10。`,
  not_in_list: (f) => `${cells(f)}不在可选范围内。请改为：${said(f.detail)}。`,
  unknown_county: (f) => `${cells(f)}不是已知的地区。请填写6位区划代码或名称。`,
  ambiguous_county: (f) =>
    `${cells(f)}是几个地方共用的名称${f.many && !f.detail ? '' : `：${said(f.detail)}`}，无法确定是哪一个。请在名称前写明上级地区，或填写6位区划代码。`,
  unknown_department: (f) =>
    `${cells(f)}不是已知的部门。请填写部门简称${f.detail ? `（如 ${f.detail}）` : ''}或单位全称。`,
  ambiguous_department: (f) =>
    `${cells(f)}同时对应${f.many && !f.detail ? '几个部门' : said(f.detail)}，无法确定条线。请只填写其中一个部门。`,
  date_order: (f) => `${cells(f)}早于${f.many ? '同一行的' : ''}${said(f.detail)}。请核对两个日期的先后。`,
  after_period: (f) =>
    `${cells(f)}晚于报送期最后一天 ${said(f.detail)}。请改正日期，或将${theRow(f)}放入所属期的报表。`,
  county_outside_unit: (f) => `${cells(f)}不属于报送单位${said(f.detail)}。请核对地区，或由其所属的报送单位报送。`,
  duplicate_id: (f) =>
    `${cells(f)}与${f.many && !f.detail ? '前面的行' : rowSaid(f.detail)}重复。只计第一次出现的行；请删除重复行或改正编号。`,
  alike_id: (f) =>
    `${cells(f)}与${f.many && !f.detail ? '前面的行' : rowSaid(f.detail)}的编号只有大小写不同，按不同的案件计。请核对是否同一案件；如是，请统一写法并删除重复行。`,
  unreadable_cell: (f) =>
    `${cells(f)}含有不成文字的字节（文件里混有几种编码，或夹有控制字符）。请把内容改正，统一存为 CSV UTF-8 后重报；Parquet 请把该列存为文字。`,
  unreadable_cell_optional: (f) =>
    `${cells(f)}含有不成文字的字节（文件里混有几种编码，或夹有控制字符），已按空白计。请改正内容，统一存为 CSV UTF-8；Parquet 请把该列存为文字。`,
  cell_error: (f) =>
    `${cells(f)}是表格软件的出错标记（公式出错或列宽不够），原来的内容已不在文件里。请改正公式或加宽列后填上实际内容，再重报。`,
  cell_error_optional: (f) =>
    `${cells(f)}是表格软件的出错标记（公式出错或列宽不够），已按空白计。请改正公式或加宽列，填上实际内容。`,
  uncalculated: (f) =>
    `${cells(f)}是没有计算过的公式，文件里没有存下结果。请用 Excel 或 WPS 打开文件，核对后保存，再重报。`,
  uncalculated_optional: (f) =>
    `${cells(f)}是没有计算过的公式，文件里没有存下结果，已按空白计。请用 Excel 或 WPS 打开文件，核对后保存，再重报。`,
  rounded_id: (f) =>
    `${cells(f)}是被表格软件当作数字舍入过的编号，末尾几位已丢失，无法还原。请把该列设为“文本”格式，从原系统重新导出或补填完整编号后重报。`,
  not_a_number_optional: (f) =>
    f.detail
      ? `${cells(f)}的单位与该列的不同（${f.detail}），不能换算，已按空白计。请换算为该列的单位后填写。`
      : `${cells(f)}不是 0 以上、一万亿以下的数字，已按空白计。请按列名的单位填写数字。`,
  not_in_list_optional: (f) => `${cells(f)}不在可选范围内，已按空白计。可选：${said(f.detail)}。`,
  after_submission: (f) => `${cells(f)}晚于收到本报表的日期 ${said(f.detail)}。请核对是否误填。`,
  merged_county: (f) => `${cells(f)}是后来合并设立的单位，已按${said(f.detail)}计。如属合并前的另一单位，请改填。`,
  county_name_shared: (f) =>
    `${cells(f)}是上下两级地区共用的名称，已按${said(f.detail)}计。如指另一个，请填写全称或代码。`,
  surplus_cells: (f) =>
    f.detail === 'thousands' && !f.many
      ? `${rows(f)}比表头多一格，${quoted(f.value)}像是被千分位的逗号分成了两格，其后各列已经错位，本行未计入。请去掉千分位的逗号（或给该数加引号），改正后重报。`
      : `${rows(f)}在表头之外多出内容${ofOne(f, quoted(f.value))}，各列可能已经错位，${theRow(f)}未计入。请检查是否有内容含分隔符而没有加引号；如是另一列的内容，请补写该列的表头。改正后重报。`,
  stray_quote: (f) =>
    `${rows(f)}引号的用法不明${ofOne(f, `（${quoted(f.value)}）`)}，无法确定怎样分列，${theRow(f)}未计入。请检查引号是否成对，改正后重报。`,
  swallowed_rows: (f) =>
    `${rows(f)}有一格用引号括住了几行内容${ofOne(f, `（${quoted(f.value)}）`)}，后面的行可能被并入，${theRow(f)}未计入。请检查该格的引号是否多余，改正后重报。`,
  row_in_one_cell: (f) =>
    `${rows(f, '整行')}内容都在一个单元格里${ofOne(f, `（${quoted(f.value)}）`)}，无法分列，${theRow(f)}未计入。请检查分隔符或引号，改正后重报。`,
  unheaded_column: (f) => {
    const [first, count] = counted(f.detail);
    return `${said(f.value)}没有表头，但有 ${count} 格内容（从第 ${first} 行起），未读取。请补写表头，或删除该列。`;
  },
  total_differs: (f) =>
    `${f.many ? `${countText(f.many.count)} 个` : ''}合计行写的${f.column ? quoted(f.column) : '件数'}${f.many ? '与各行相加不符' : `是 ${said(f.value)}，各行相加是 ${said(f.detail)}`}。合计行不计入；请核对是否缺行或有误。`,
  passed_sheet: (f) =>
    `${f.value ? `工作表${quoted(f.value)}` : ''}${said(f.detail)}，未读取。如其中有要报送的内容，请另存为单独的文件报送。`,
  hidden_sheet: (f) =>
    `${f.detail || `工作表${quoted(f.value)}`}是隐藏的；其他工作表都没有台账，已读取它。请核对是否就是要报送的内容。`,
  hidden_cells: (f) =>
    `${said(f.detail)}是隐藏的（或被筛选掉的），已照常读取、计入。请核对是否都要报送；不要的请删除后重报。`,
  passed_over: (f) => `${said(f.detail)}${PASSED_WORDS[f.value as PassedKind] ?? ''}，未计入。`,
  repaired: (f) => {
    const [repair, count] = counted(f.detail);
    return repairSentence(repair as Repair, f.column ?? '', count);
  },
  scaled_amounts: (f) => {
    const [factor, ...sheets] = said(f.detail).split('|');
    return `${sheets.length ? `${sheets.join('|')}的` : ''}${quoted(f.column)}按${quoted(f.value)}换算为元（×${factor}）。`;
  },
  short_rows: (f) => {
    const [first, count] = counted(f.detail);
    return `${count} 行（从第 ${first} 行起）的格数比表头少，缺少的选填项按空白计。`;
  },
  lacking_columns: (f) => `${said(f.detail)}，按空白计。`,
  ledger_differs: (f) => `${said(f.detail)}。请改正文件名，或在页面上指定台账后重新读取。`,
  answer_needed: (f) => `${said(f.detail)}请在页面上选定，或改写清楚后重报。`,
  alike_columns: (f) =>
    `表头${said(f.detail)}。无法确定是不是同一项，文件未采用。请在页面上选定，或改为模板的表头后重报。`,
  workspace_zip: () => '这是本系统导出的备份包，不是报送文件。请在“文件”页用“导入备份”导入。',
  several_tables: (f) =>
    `${said(f.detail)}，无法确定以哪一个为准，文件未采用。请在页面上选定，或只留要报送的工作表、统一表头后重报。`,
  unclear_units: (f) =>
    `${said(f.detail)}，无法确定金额的单位，文件未采用。请${f.value ? '把单位写在表头或表的上方' : '在页面上选定，或只写一个单位'}后重报。`,
  empty_file: () => '文件是空的（0 字节）。请重新导出后再报送；零申报请使用只有表头的模板。',
  unknown_form: (f) =>
    `不是可读取的格式${f.detail ? `（${f.detail}）` : ''}。${
      /压缩包|归档/.test(f.detail ?? '')
        ? '请先解压，放入其中的文件，或改为 ZIP 压缩后再报送。'
        : '请用 Excel 或 WPS 打开原来的表格，另存为 .xlsx 后再报送。还可读取 xls、CSV 等分隔文本、网页表格、XML 表格、Parquet，以及装有这些文件的 ZIP 和 GZ。'
    }`,
  encrypted: () =>
    '工作簿设有打开密码，无法读取。请在 Excel 中“文件”→“信息”→“保护工作簿”→“用密码进行加密”，清空密码后保存，再报送。',
  broken_workbook: (f) =>
    `工作簿不完整或已损坏${f.detail ? `（${f.detail}）` : ''}。请用 Excel 或 WPS 打开，另存为 .xlsx 后再报送。`,
  too_large: (f) =>
    `文件超出可读取的大小${f.detail ? `（${f.detail}）` : ''}。请删去无关的工作表和空白区域，或拆成几个文件，也可另存为 CSV UTF-8 后再报送。`,
  unknown_encoding: () =>
    '文字编码无法识别（已试 UTF-8、UTF-16 和 GB18030，都有许多字节不成文字），或文件已损坏。请另存为 CSV UTF-8 后再报送。',
  broken_csv: (f) => `从第 ${said(f.detail)} 行起引号没有闭合，后面的内容无法分列。请检查该行的引号，或重新导出。`,
  truncated_csv: (f) => `文件在${rowSaid(f.detail)}中途结束，像是传输中被截断。请重新复制或导出完整的文件。`,
  broken_parquet: (f) => `Parquet 文件不完整或已损坏${f.detail ? `（${f.detail}）` : ''}。请重新导出。`,
  column_type: (f) => `列${said(f.detail)}的类型不能作为台账的列，文件未采用。请把它改存为文字、数字或日期后重新导出。`,
  no_header: (f) => `没有找到台账的表头行：${said(f.detail)}。请使用模板的表头，或检查是否放错了文件。`,
  missing_columns: (f) => `缺少必填列：${said(f.detail)}。请补齐列后再报送。`,
  name_silent: (f) =>
    `文件名没有写明${said(f.detail)}。请改名${f.example ? `（如 ${f.example}）` : '，写明单位、报送期和台账'}，或在页面上指定。`,
  name_ambiguous: (f) =>
    `文件名不止一种读法：${said(f.detail)}，无法确定是哪一个。请改名，只写一个报送单位、一个报送期和一个台账，或在页面上指定。`,
  unknown_unit: (f) => `文件名中的报送单位${quoted(f.value)}不在报送单位名单内。请核对单位名称或代码。`,
  unreadable: (f) => `文件无法读取：${said(f.detail)}。请重新导出后再试。`,
  before_period: (f) =>
    `计入的行中最晚的日期是 ${said(f.value)}，早于报送期（${said(f.detail)}）。请核对报送期和日期的年份是否写错。`,
  ignored_column: (f) => `列${f.detail ?? `${quoted(f.value)}不是台账的列`}，未读取。`,
  later_version: (f) => `已有较新的版本${quoted(f.detail)}，本文件留存备查，不参与计算。`,
};

/** The sentence for a problem: what is wrong, where, and what to do. */
export const problemSentence = (code: KnownCode, facts: ProblemFacts = {}): string => SENTENCES[code](facts);

/** The same of any code: what is odd is said in the words of its ledger, in which {值} stands for the value. */
export function sentenceIn(catalogue: Catalogue, code: ProblemCode, facts: ProblemFacts = {}): string {
  const oddity = catalogue.oddity(code);
  if (!oddity) return problemSentence(code as KnownCode, facts);
  const value = facts.many ? valuesSaid(facts.many) : quoted(facts.value);
  return `${rows(facts, '')}${oddity.says.replaceAll('{值}', value)}`;
}

/** A problem with a whole file, as lists show it. */
export function fileProblem(file: string, code: KnownCode, facts: ProblemFacts): Problem {
  return {
    file,
    sheet: null,
    row: null,
    column: facts.column ?? null,
    value: facts.value ?? null,
    code,
    severity: severityOf(code),
    message: problemSentence(code, facts),
  };
}

/** What must be known before a file can be read, and the answers there are. */
export interface Ask {
  /** Names the answer among `Declared` (`ledger`) or its `answers`. */
  of: 'ledger' | keyof ReadingAnswers;
  /** In words, with what was seen. */
  text: string;
  choices: readonly { answer: string; label: string }[];
  /** What to do where no choice is what was meant. */
  otherwise: string;
}

/** A file that is refused whole. Carries the code and its facts; the sentence is chosen where it is shown. */
export class FileRefused extends Error {
  /** @param asks what a person can answer, so that the file can be read after all */
  constructor(
    readonly code: FileProblemCode,
    readonly facts: ProblemFacts = {},
    readonly asks: readonly Ask[] = [],
  ) {
    super(problemSentence(code, facts));
    this.name = 'FileRefused';
  }
}
