import type { IndicatorValue } from '../assessment/assess';
import { countText, NO_CASE, rateText, UNDATED, undatedText } from '../domain/display';
import type { CountUnit } from '../domain/indicators';
import type { Measure } from '../domain/measures';

/** A figure as charts draw it: see `IndicatorValue`. */
export type Plotted = Pick<IndicatorValue, 'value' | 'low' | 'high' | 'numerator' | 'denominator' | 'undated'>;

/** 93.54 %, or 12.5 (working days) without its unit. @param none what stands for 0/0: see `noneText` */
export const plainValue = ({ text }: Measure, value: number | null, none: string = NO_CASE): string =>
  value === null ? none : text(value);

/** 88.10%–96.90%, or empty without an interval. */
export const intervalText = ({ low, high }: Pick<Plotted, 'low' | 'high'>): string =>
  low === null || high === null ? '' : `${rateText(low)}–${rateText(high)}`;

/** All there is to say of a figure, line by line: value with numerator and denominator, interval and n, what it leaves out. */
export function figureLines(measure: Measure, figure: Plotted, unit: CountUnit, none: string = NO_CASE): string[] {
  const { value, numerator, denominator: n, undated } = figure;
  const left = undated > 0 ? [`另有 ${undatedText(undated, unit)}`] : [];
  if (value === null) return [none, ...left];
  const { said, words } = measure;
  const counts = numerator === null ? `（${words.value}）` : `（${countText(numerator)}/${countText(n)} ${unit}）`;
  const interval = intervalText(figure);
  return [`${said(value)}${counts}`, `${interval && `95% 区间 ${interval}，`}n=${countText(n)}`, ...left];
}

/** At most so many names stand in a note. */
const NAMED = 6;

/**
 * What the figures of a chart leave out, for its note: 期限落在未公布节假日的年度，未计：西宁市 3 件、海南州 1 件. Areas are named
 * one by one, as areas that overlap must not be added up. Empty where nothing is left out.
 */
export function leftOut(figures: readonly { name: string; undated: number; unit?: CountUnit | undefined }[]): string {
  const some = figures.filter((f) => f.undated > 0);
  if (some.length === 0) return '';
  const named = some.slice(0, NAMED).map((f) => `${f.name} ${countText(f.undated)} ${f.unit ?? '件'}`);
  return `${UNDATED}：${named.join('、')}${some.length > NAMED ? `等 ${some.length} 处` : ''}`;
}
