import type { Catalogue } from '../../domain/catalogue/catalogue';
import { fieldLabel, type Ledger } from '../../domain/ledgers';
import type { SubmissionProblem } from '../../domain/problems';
import { isMoney } from '../../domain/reading/money';
import { type ReadingAnswers, sheetsQuestion, unitQuestion } from '../../domain/reading/reading';

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

const ofSheets = ({ name }: Ledger, answer: string): string =>
  answer === 'all'
    ? `列不相同的工作表都读（${name}）`
    : `只读第 ${answer
        .split(',')
        .map((n) => Number(n) + 1)
        .join('、')} 个工作表（${name}）`;

/** What was answered about the texts of a file; empty where nothing was asked. */
export function answersText({ ledgers }: Catalogue, answers: ReadingAnswers = {}): string {
  const {
    encoding,
    alike_columns: alike,
    day_month_order: order,
    two_digit_year: year,
    same_as_above: above,
  } = answers;
  const sheets = ledgers.map((ledger) => {
    const answer = answers[sheetsQuestion(ledger.id)];
    return answer && ofSheets(ledger, answer);
  });
  // A field of two ledgers is one question.
  const money = new Map(ledgers.flatMap((l) => l.fields.filter(isMoney).map((f) => [f.name, fieldLabel(f)] as const)));
  const units = [...money].map(([field, label]) => {
    const unit = answers[unitQuestion(field)];
    return unit && `${label}的数字以${unit}为单位`;
  });
  return [
    encoding && `按 ${encoding.toUpperCase()} 读取`,
    ...sheets,
    alike && (alike === 'same' ? '相近的表头按同一项读取' : '相近的表头不是同一项'),
    ...units,
    order && (order === 'day_first' ? '日期先日后月' : '日期先月后日'),
    year && '两位年份按 20 开头',
    above && '“同上”取上一行的值',
  ]
    .filter(Boolean)
    .join('，');
}

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
