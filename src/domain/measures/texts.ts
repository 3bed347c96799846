import type { Indicator } from '../catalogue/indicator';
import { blankText, countText, type Untelling } from '../display';
import { type Measure, measureOf } from '.';
import type { Measured } from './measure';

/** A figure, or a value that is held against figures. */
export type Valued = Pick<Measured, 'value'> & Untelling;

/** An indicator's value as its column prints it: a rate with its sign, working days bare, no figure in its word. */
export const figureText = (of: Indicator, figure: Valued): string =>
  figure.value === null ? blankText(of, figure) : measureOf(of).text(figure.value);

/** An indicator's value in a sentence, with its unit. */
export const valueText = (of: Indicator, figure: Valued): string =>
  figure.value === null ? blankText(of, figure) : measureOf(of).said(figure.value);

/** 82.10%–88.70% of a rate, 九成在 31 个工作日内 of a duration; empty where a figure has no such thing. */
export function intervalText(
  { text, said }: Measure,
  { low, high, p90 }: Pick<Measured, 'low' | 'high' | 'p90'>,
): string {
  if (low !== null && high !== null) return `${text(low)}–${text(high)}`;
  return p90 === null ? '' : `九成在 ${said(p90)}内`;
}

/** 412/480 where each case tells; else how many there are, and how many of them say nothing: n=480, n=480（未填数的 3）. */
export function countsText(
  { eachCase, words }: Measure,
  { numerator, denominator }: Pick<Measured, 'numerator'> & { denominator: number },
): string {
  if (numerator === null) return `n=${countText(denominator)}`;
  if (eachCase) return `${countText(numerator)}/${countText(denominator)}`;
  const lacking = denominator - numerator;
  return `n=${countText(denominator)}${lacking > 0 ? `（${words.missing} ${countText(lacking)}）` : ''}`;
}

/** 目标 95.00%: a value to be reached; empty where the indicator has none. */
export const targetText = (of: Indicator): string => (of.target ? `目标 ${valueText(of, of.target)}` : '');

/** Whether a figure reaches the indicator's target; null where there is neither figure nor target, or neither way is better. */
export function reachesTarget(of: Indicator, { value }: Valued): boolean | null {
  const { better } = measureOf(of);
  if (value === null || !of.target || better === null) return null;
  return better === 'lower' ? value <= of.target.value : value >= of.target.value;
}

/**
 * How far a value lies from another of the same indicator: +2.14 个百分点, −3 个工作日. Never printed as 0 where there is a
 * difference.
 */
export function differenceText(of: Indicator, difference: number): string {
  const size = measureOf(of).difference(Math.abs(difference));
  return size === null ? '相同' : `${difference < 0 ? '−' : '+'}${size}`;
}

/** What a column of values is called: 指标值, 中位数（工作日）. */
export const valueColumn = ({ words: { value, unit } }: Measure): string => (unit ? `${value}（${unit}）` : value);

/** What is said below the name of an indicator whose values stand bare, or for which less is better: 工作日，短者为优. */
export const unitNote = ({ words: { unit, lower }, better }: Measure): string =>
  [unit, better === 'lower' ? lower : ''].filter(Boolean).join('，');

/** What bare values are, in the head of a narrow column: 中位数，工作日. */
export const valueWords = ({ words: { value, unit } }: Measure): string => (unit ? `${value}，${unit}` : '');

/** An indicator's name without what stands in brackets: 办理时长. */
export const shortName = ({ name }: Pick<Indicator, 'name'>): string => name.replace(/（[^）]*）$/, '');

/** Head of the column that counts a side of several indicators, in the words of all their measures: 未达到、未填数的. */
export const sideColumn = (indicators: readonly Indicator[], side: 'met' | 'missing'): string =>
  [...new Set(indicators.map((i) => measureOf(i).words[side]).filter(Boolean))].join('、');
