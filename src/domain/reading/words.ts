import type { Question, ReadingAnswers, Repair } from './reading';

const REPAIR_SENTENCES: Readonly<Record<Repair, (count: string, column: string) => string>> = {
  serial_day: (n, c) => `${n} 个日期由 Excel 序列号读出（${c}）。`,
  day_form: (n, c) => `${n} 个日期由模板以外的写法读出（${c}）。`,
  beijing_day: (n, c) => `${n} 个时间写明了其他时区（如末尾的 Z 是世界时），按北京时间读出日期（${c}）。`,
  day_chosen: (n, c) => `${n} 个日期按所选的年月日次序或世纪读出（${c}）。`,
  blank_sign: (n, c) => `${n} 个单元格的“—”“/”“无”等按空白计（${c}）。`,
  list_spelling: (n, c) => `${n} 个值由同义的写法读出（${c}）。`,
  number_unit: (n, c) => `${n} 个数字连同所写的单位读出（${c}）。`,
  amount_scale: (n, c) => `${n} 个金额按表中注明的单位换算为元（${c}）。`,
  amount_rounded: (n, c) => `${n} 个数的小数位多于台账保留的位数，按所写的十进制数四舍五入到末位（${c}）。`,
  code_as_number: (n, c) => `${n} 个代码由数字格式还原（${c}）。`,
  id_form: (n, c) => `${n} 个值去掉了引号、等号、不可见字符或多余的空格（${c}）。`,
  from_above: (n, c) => `${n} 个单元格取上一行的值（${c}）。`,
};

/** What was mended in a column, and how often: 39 个日期由 Excel 序列号读出（列「接收日期」）。 */
export const repairSentence = (repair: Repair, column: string, count: number): string =>
  REPAIR_SENTENCES[repair](count.toLocaleString('zh-CN'), `列「${column}」`);

export type Answer<Q extends Question = Question> = NonNullable<ReadingAnswers[Q]>;

export interface QuestionText {
  /** A whole sentence. */
  text: string;
  options: readonly { answer: Answer; label: string }[];
  /** What to do where no option is what was meant. */
  otherwise: string;
}

/** Examples that a sentence can bear. */
const SHOWN = 3;

const list = (examples: readonly string[]): string =>
  `${examples
    .slice(0, SHOWN)
    .map((e) => `「${e.trim()}」`)
    .join('、')}${examples.length > SHOWN ? '等' : ''}`;

/** The first two numbers of a text that begins with a day and a month. */
const firstTwo = (example: string | undefined): [number, number] | null => {
  const [a, b] = (example ?? '').normalize('NFKC').match(/\d+/g) ?? [];
  return a === undefined || b === undefined ? null : [Number(a), Number(b)];
};

/**
 * How a question is put for one column of a file. The answer holds for the whole file.
 * @param examples texts of the column that it is asked of, as they stand in the file
 */
export function questionText(question: Question, column: string, examples: readonly string[]): QuestionText {
  const where = `列「${column}」中的${examples.length ? list(examples) : '值'}`;
  const example = examples[0]?.trim();
  switch (question) {
    case 'day_month_order': {
      const pair = firstTwo(example);
      const shown = (month: 0 | 1) => (pair ? `（「${example}」为 ${pair[month]} 月 ${pair[1 - month]} 日）` : '');
      return {
        text: `${where}，日和月的次序有两种读法。本文件的日期是哪一种？`,
        options: [
          { answer: 'day_first', label: `先日后月${shown(1)}` },
          { answer: 'month_first', label: `先月后日${shown(0)}` },
        ],
        otherwise: '如两种都不是，请把日期改写为 2017-03-05 的形式后重报。',
      };
    }
    case 'two_digit_year':
      return {
        text: `${where}，年份只写了两位。是否都是 20 开头的年份？`,
        options: [{ answer: '20yy', label: '是，都是 20 开头的年份（17 即 2017 年）' }],
        otherwise: '如不是，请把年份补足四位后重报。',
      };
    case 'same_as_above':
      return {
        text: `${where}，是否表示与上一行同一列的内容相同？`,
        options: [{ answer: 'above', label: '是，取上一行同一列的值' }],
        otherwise: '如不是，请把内容填写完整后重报。',
      };
  }
}
