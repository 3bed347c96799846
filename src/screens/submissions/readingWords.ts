import { LEDGER_IDS, type LedgerId, ledgerById } from '../../domain/ledgers';
import type { SubmissionProblem } from '../../domain/problems';
import { type ReadingAnswers, sheetsQuestion } from '../../domain/reading/reading';

const FORMS: Readonly<Record<string, string>> = {
  'utf-8': '文本（UTF-8）',
  'utf-8-bom': '文本（UTF-8，带 BOM）',
  'utf-16le': '文本（UTF-16 LE）',
  'utf-16be': '文本（UTF-16 BE）',
  gb18030: '文本（GB18030，含 GBK、GB2312）',
  xlsx: 'Excel 工作簿（xlsx、xlsm、xlsb）',
  xls: 'Excel 97–2003 工作簿（xls）',
  html: '网页表格（HTML）',
  xml: 'XML 表格（Excel 2003）',
  parquet: 'Parquet',
};

/** The form of a file, or the encoding of its text, in words. */
export const formText = (encoding: string): string => FORMS[encoding] ?? encoding;

type Answered<Q extends keyof ReadingAnswers> = NonNullable<ReadingAnswers[Q]>;
type Words<Q extends keyof ReadingAnswers> = (answer: Answered<Q>) => string;

const inUnit = (field: string) => (unit: string) => `${field}的数字以${unit}为单位`;
const ofSheets = (ledger: LedgerId) => (answer: string) =>
  answer === 'all'
    ? `列不相同的工作表都读（${ledgerById(ledger).name}）`
    : `只读第 ${answer
        .split(',')
        .map((n) => Number(n) + 1)
        .join('、')} 个工作表（${ledgerById(ledger).name}）`;

const ANSWERS: { [Q in keyof ReadingAnswers]-?: Words<Q> } = {
  encoding: (encoding) => `按 ${encoding.toUpperCase()} 读取`,
  ...Object.fromEntries(LEDGER_IDS.map((id) => [sheetsQuestion(id), ofSheets(id)])),
  alike_columns: (answer) => (answer === 'same' ? '相近的表头按同一项读取' : '相近的表头不是同一项'),
  fine_yuan_unit: inUnit('罚没金额'),
  goods_value_yuan_unit: inUnit('货值金额'),
  day_month_order: (order) => (order === 'day_first' ? '日期先日后月' : '日期先月后日'),
  two_digit_year: () => '两位年份按 20 开头',
  same_as_above: () => '“同上”取上一行的值',
};

/** What was answered about the texts of a file; empty where nothing was asked. */
export const answersText = (answers: ReadingAnswers | undefined): string =>
  (Object.keys(ANSWERS) as (keyof ReadingAnswers)[])
    .flatMap((question) => {
      const answer = answers?.[question];
      return answer ? [(ANSWERS[question] as (answer: string) => string)(answer)] : [];
    })
    .join('，');

type CellPlace = Pick<SubmissionProblem, 'sheet' | 'row' | 'letters'>;

/**
 * Where something stands, as a spreadsheet names it: 工作表「台账」第 5 行 I列.
 * @param whole what is said where it is of no row and no column
 */
export function placeText({ sheet, row, letters }: CellPlace, whole = '全文件'): string {
  const parts = [
    sheet !== null && `工作表「${sheet}」`,
    row !== null && `第 ${row} 行`,
    letters !== null && `${letters}列`,
  ];
  return parts.filter(Boolean).join(' ') || whole;
}
