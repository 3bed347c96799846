import { addDays, type Day } from './day';

/** A reporting or assessed period: `2017` (year), `2017H1` (half-year) or `2017Q3` (quarter). */
export type Period = string;

/** A quarter as one integer, `year × 4 + (0…3)`, so that quarters are consecutive numbers. */
export type Quarter = number;

const PATTERN = /^(\d{4})(?:Q([1-4])|H([12]))?$/;

export const isPeriod = (text: string): boolean => PATTERN.test(text);

/** The quarters that a period holds, in order. @throws RangeError when `period` is none */
export function quartersOf(period: Period): Quarter[] {
  const m = PATTERN.exec(period);
  if (!m) throw new RangeError(`not a period: ${period}`);
  const year = Number(m[1]) * 4;
  if (m[2]) return [year + Number(m[2]) - 1];
  if (m[3]) return m[3] === '1' ? [year, year + 1] : [year + 2, year + 3];
  return [year, year + 1, year + 2, year + 3];
}

export const quarterPeriod = (q: Quarter): Period => `${Math.floor(q / 4)}Q${(q % 4) + 1}`;

export const quarterOfDay = (day: Day): Quarter =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

export const periodYear = (period: Period): number => Number(period.slice(0, 4));

const quarterStart = (q: Quarter): Day => `${Math.floor(q / 4)}-${String((q % 4) * 3 + 1).padStart(2, '0')}-01`;

/** First day of the period. */
export const periodStart = (period: Period): Day => quarterStart(quartersOf(period)[0] as Quarter);

/** Last day of the period. */
export const periodEnd = (period: Period): Day => addDays(quarterStart((quartersOf(period).at(-1) as Quarter) + 1), -1);

const QUARTER_NAMES = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** 界面 name: 2017年第三季度, 2017年上半年, 2017年. */
export function periodName(period: Period): string {
  const year = `${period.slice(0, 4)}年`;
  if (period[4] === 'Q') return `${year}${QUARTER_NAMES[Number(period[5]) - 1]}`;
  if (period[4] === 'H') return `${year}${period[5] === '1' ? '上' : '下'}半年`;
  return year;
}

/** Short 界面 name for axes: 一季度 … 四季度, 上半年, 全年. */
export function periodShortName(period: Period): string {
  if (period[4] === 'Q') return `${'一二三四'[Number(period[5]) - 1]}季度`;
  if (period[4] === 'H') return period[5] === '1' ? '上半年' : '下半年';
  return '全年';
}

/** All periods of a year: the year, its halves, its quarters. */
export const periodsOfYear = (year: number): Period[] => [
  `${year}`,
  ...['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map((p) => `${year}${p}`),
];
