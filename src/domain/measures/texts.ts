import type { Indicator } from '../catalogue/indicator';
import { noneText } from '../display';
import { type Measure, measureOf } from '.';

/** An indicator's value as its column prints it: a rate with its sign, working days bare, 0/0 in its word. */
export const figureText = (of: Indicator, value: number | null): string =>
  value === null ? noneText(of) : measureOf(of).text(value);

/** An indicator's value in a sentence, with its unit. */
export const valueText = (of: Indicator, value: number | null): string =>
  value === null ? noneText(of) : measureOf(of).said(value);

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
