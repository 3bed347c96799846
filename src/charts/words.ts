import type { IndicatorValue } from '../assessment/assess';
import {
  blankWord,
  countText,
  isUntold,
  NO_CASE,
  partlyText,
  partlyWords,
  UNDATED,
  UNTOLD_WORDS,
  type Untelling,
  undatedText,
  whyUntold,
} from '../domain/display';
import type { CountUnit } from '../domain/indicators';
import type { Measure } from '../domain/measures';
import { intervalText } from '../domain/measures/texts';

/** A figure as charts draw it: see `IndicatorValue`. */
export type Plotted = Pick<
  IndicatorValue,
  'value' | 'low' | 'high' | 'numerator' | 'denominator' | 'undated' | 'partly'
> &
  Untelling;

/** What stands in place of a value that is none. @param none what stands for 0/0: see `noneText` */
export const blankOf = (figure: Untelling, none: string = NO_CASE): string => blankWord(figure, none);

/** 93.54 %, or 12.5 (working days) without its unit. */
export const plainValue = (
  { text }: Measure,
  figure: Pick<Plotted, 'value'> & Untelling,
  none: string = NO_CASE,
): string => (figure.value === null ? blankOf(figure, none) : text(figure.value));

/** How sure a value is: 88.10%–96.90%; empty where its measure has no such thing. */
export const sureText = (measure: Measure, { low, high }: Pick<Plotted, 'low' | 'high'>): string =>
  intervalText(measure, { low, high, p90: null });

/** How many cases there are; nobody knows where nobody has reported or no row tells. */
export const countCell = ({ denominator, ...figure }: Pick<Plotted, 'denominator'> & Untelling): string | number =>
  isUntold(figure) ? '—' : denominator;

/** What the interval of a value is. */
export const INTERVAL_WORDS = '95% 区间（Wilson）';

/** Who has not sent all that was due: a column of the table of a chart, absent where everybody has. */
export function reportedColumn(figures: readonly Pick<Plotted, 'partly'>[]) {
  const some = figures.some((f) => f.partly);
  return {
    head: some ? ['报送'] : [],
    cell: ({ partly }: Pick<Plotted, 'partly'>) => (some ? [partly ? partlyText(partly) : ''] : []),
  };
}

/**
 * All there is to say of a figure, line by line: value with numerator and denominator, interval and n, what it leaves out; or
 * why it is none. Lines of a tip are not folded: long words are broken where they pause.
 */
export function figureLines(measure: Measure, figure: Plotted, unit: CountUnit, none: string = NO_CASE): string[] {
  const { value, numerator, denominator: n, undated, partly } = figure;
  const why = whyUntold(figure);
  const left = [
    ...(undated > 0 ? [`另有 ${undatedText(undated, unit)}`] : []),
    ...(partly ? partlyWords(partly).split('：') : []),
  ];
  if (value === null) return [...(why ? UNTOLD_WORDS[why].split(/[：；]/) : [none]), ...left];
  const { said, words, eachCase } = measure;
  const counts =
    numerator === null || !eachCase ? `（${words.value}）` : `（${countText(numerator)}/${countText(n)} ${unit}）`;
  const lacking = numerator === null || eachCase ? 0 : n - numerator;
  const interval = sureText(measure, figure);
  return [
    `${said(value)}${counts}`,
    `${interval && `95% 区间 ${interval}，`}n=${countText(n)}${lacking > 0 ? `，${words.missing} ${countText(lacking)} ${unit}` : ''}`,
    ...left,
  ];
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
