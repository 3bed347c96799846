import { countText } from './display';

/** Of many problems of one cause: how many, and the most frequent values. */
export interface ManyRows {
  count: number;
  values: readonly ValueCount[];
  /** Number of different values. */
  kinds: number;
}

/** A value as it is shown, and how often it stands there. */
export interface ValueCount {
  value: string;
  count: number;
}

interface Said {
  column?: string | null;
  value?: string | null;
  many?: ManyRows | null;
}

export const quoted = (text: string | null | undefined): string => {
  // One line, whatever stands in the cell.
  const t = (text ?? '').replace(/\s*[\r\n]+\s*/g, ' ');
  return `「${t.length > 60 ? `${t.slice(0, 60)}…` : t}」`;
};

/** （「下周」210 格、「待定」80 格，另有 3 种）; nothing where the cells are blank. */
export function valuesSaid({ count, values, kinds }: ManyRows): string {
  const [first] = values;
  if (!first) return '';
  if (kinds === 1 && first.count === count) return `（都是${quoted(first.value)}）`;
  // All different: ids.
  if (first.count === 1) return `（如${values.map((v) => quoted(v.value)).join('')}）`;
  const said = values.map((v) => `${quoted(v.value)}${countText(v.count)} 格`).join('、');
  return `（${said}${kinds > values.length ? `，另有 ${countText(kinds - values.length)} 种` : ''}）`;
}

/** 「办结日期」的值「下周」; of many 「办结日期」有 300 格（「下周」210 格、…）. */
export const cells = ({ column, value, many }: Said): string =>
  many ? `${quoted(column)}有 ${countText(many.count)} 格${valuesSaid(many)}` : `${quoted(column)}的值${quoted(value)}`;

/** The rows as the subject of a sentence: 30 行. @param one what is said of a single one */
export const rows = ({ many }: Said, one = '本行'): string => (many ? `${countText(many.count)} 行` : one);

export const theRow = ({ many }: Said): string => (many ? '这些行' : '本行');

/** Of many rows each has a value of its own: those are left out. */
export const ofOne = ({ many }: Said, said: string): string => (many ? '' : said);
