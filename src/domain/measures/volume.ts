import { countText, NOT_REPORTED } from '../display';
import type { Better, Measure, Scored } from './measure';

/** A number with its thousands apart and exactly so many decimals: 1,234,567.80. */
export const exactText = (value: number, decimals: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

const LARGE = [
  [1e8, '亿'],
  [1e4, '万'],
] as const;

/** A number by its size, rounded to two decimals: 123.46万; one below 万 with its own decimals. Never printed as 0 where it is not. */
export function sizedText(value: number, decimals: number): string {
  const size = Math.abs(value);
  // What rounds to 万 is said in 万.
  const large = LARGE.find(([step]) => size >= step * (1 - 1e-9));
  if (large) return `${countText(Number((value / large[0]).toFixed(2)))}${large[1]}`;
  const shown = Number(value.toFixed(decimals));
  return shown === 0 && value !== 0 ? `不到 ${10 ** -decimals}` : countText(shown);
}

/** Rules for values that can be of any size: bounds in the unit of the values, in the order in which they get worse. */
export const scoredVolume = (better: Better, unit: string): Scored => ({
  fits: better === null ? [] : ['linear', 'steps', 'passFail'],
  unfit:
    better === null
      ? '数量本身不分优劣，不能计分；要计分的，指标须写明 better'
      : '数量只能用 linear、steps 或 passFail',
  most: Number.POSITIVE_INFINITY,
  bound: (x) => `${x}${unit}`,
  range: `以${unit}计，不能为负`,
  better: better === 'lower' ? '数量越少越好' : '数量越多越好',
  order: better === 'lower' ? '由少到多' : '由多到少',
});

/** How values in a unit are written: exact in tables, by their size in words. */
export const inUnit = (
  unit: string,
  decimals: 0 | 1 | 2 | 3,
): Pick<Measure, 'text' | 'brief' | 'said' | 'printed' | 'difference' | 'format'> => ({
  text: (value) => exactText(value, decimals),
  brief: (value) => `${sizedText(value, decimals)}${unit}`,
  said: (value) => sizedWords(value, decimals, unit),
  printed: (value) => Number(value.toFixed(decimals)),
  difference: (size) => (size < 0.5 * 10 ** -decimals ? null : sizedWords(size, decimals, unit)),
  format: decimals === 0 ? 'count' : `amount${decimals}`,
});

/** 123.46 万元; 12 件. */
function sizedWords(value: number, decimals: number, unit: string): string {
  const text = sizedText(value, decimals);
  const large = /[万亿]$/.exec(text)?.[0] ?? '';
  return `${text.slice(0, text.length - large.length)} ${large}${unit}`;
}

/** What is said of a sum that is zero, and of one that is none: see `Counts.unreported`. */
export const ZERO_WORDS = `已报送而没有案件的为 0；没有报送的为“${NOT_REPORTED}”，不是 0，也不在合计之内`;
