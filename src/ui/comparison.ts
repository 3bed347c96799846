import type { IndicatorValue } from '../assessment/assess';
import type { Catalogue } from '../domain/catalogue/catalogue';
import type { Indicator } from '../domain/indicators';
import { measureOf } from '../domain/measures';
import { shortName } from '../domain/measures/texts';
import type { Scheme } from '../domain/scheme';

/**
 * How a figure stands against a benchmark (the province). `clearly…`: the benchmark lies outside the figure's 95 %
 * interval; without `clearly` the difference may be chance. A duration has no interval and is never `clearly`. `few`: of
 * too few cases to be called either. `neutral`: neither way is better. `part`: the benchmark is the sum of such figures.
 */
export type Comparison =
  | 'clearlyBetter'
  | 'better'
  | 'same'
  | 'worse'
  | 'clearlyWorse'
  | 'few'
  | 'neutral'
  | 'part'
  | 'none';

/**
 * Compares a figure with a benchmark of the same indicator; `none` where either has no case. Which way is better the indicator says.
 * @param smallN the scheme's: figures of fewer cases than `below` are `few`
 */
export function compare(
  catalogue: Catalogue,
  figure: IndicatorValue,
  benchmark: IndicatorValue,
  { below }: Pick<Scheme['smallN'], 'below'>,
): Comparison {
  if (figure.value === null || benchmark.value === null) return 'none';
  const { better: direction, addsUp } = measureOf(catalogue.indicator(figure.indicator));
  if (direction === null) return 'neutral';
  if (addsUp) return 'part';
  if (figure.denominator < below) return 'few';
  if (figure.value === benchmark.value) return 'same';
  const better = direction === 'lower' ? figure.value < benchmark.value : figure.value > benchmark.value;
  const outside =
    figure.low !== null && figure.high !== null && (benchmark.value < figure.low || benchmark.value > figure.high);
  if (better) return outside ? 'clearlyBetter' : 'better';
  return outside ? 'clearlyWorse' : 'worse';
}

/** What 件数少 means: 分母不足 5 件的. */
export const fewWords = ({ below }: Pick<Scheme['smallN'], 'below'>): string => `分母不足 ${below} 件（份）`;

/** Signs of the standings: they stand beside the colour, which is never the only mark. */
export const SIGNS: Readonly<Record<Comparison, string>> = {
  clearlyBetter: '▲',
  better: '△',
  same: '',
  worse: '▽',
  clearlyWorse: '▼',
  neutral: '',
  part: '',
  few: '件数少',
  none: '',
};

/** A standing in words. @param whole 全省 */
export const standingWords = (standing: Comparison, whole: string): string => WORDS[standing].replace('{}', whole);

const WORDS: Readonly<Record<Comparison, string>> = {
  clearlyBetter: '明显优于{}',
  better: '略优于{}（可能出于偶然）',
  same: '与{}相同',
  worse: '略差于{}（可能出于偶然）',
  clearlyWorse: '明显差于{}',
  neutral: '不分优劣',
  part: '是{}的一部分，不与其比较',
  few: '件数少，不比优劣',
  none: '没有可比的数，不比较',
};

/**
 * What the standings of these indicators rest on, each that there is among them: which have an interval, which can only be better
 * or worse, and which are not compared. @param whole 全省
 */
export function standingNotes(indicators: readonly Indicator[], whole: string): string[] {
  const names = (isOf: (i: Indicator) => boolean): string => indicators.filter(isOf).map(shortName).join('、');
  const compared = (i: Indicator) => measureOf(i).better !== null && !measureOf(i).addsUp;
  const bare = names((i) => compared(i) && !measureOf(i).sure);
  const neutral = names((i) => measureOf(i).better === null);
  const parts = names((i) => measureOf(i).better !== null && measureOf(i).addsUp);
  return [
    ...(indicators.some((i) => compared(i) && measureOf(i).sure)
      ? [`“明显”：${whole}值在 95% 区间（Wilson）之外`]
      : []),
    ...(bare ? [`${bare}没有区间，只分优劣`] : []),
    ...(neutral ? [`${neutral}不分优劣，不与${whole}比`] : []),
    ...(parts ? [`${parts}各地相加为${whole}，不与${whole}比`] : []),
  ];
}
