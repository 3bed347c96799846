import type { IndicatorValue } from '../assessment/assess';
import { indicator } from '../domain/indicators';

/**
 * How a figure stands against a benchmark (the province). `clearly…`: the benchmark lies outside the figure's 95 %
 * interval; without `clearly` the difference may be chance. A duration has no interval and is never `clearly`.
 */
export type Comparison = 'clearlyBetter' | 'better' | 'same' | 'worse' | 'clearlyWorse' | 'none';

/** Compares a figure with a benchmark of the same indicator; `none` where either has no case. Shorter is better. */
export function compare(figure: IndicatorValue, benchmark: IndicatorValue): Comparison {
  if (figure.value === null || benchmark.value === null) return 'none';
  if (figure.value === benchmark.value) return 'same';
  const better =
    indicator(figure.indicator).kind === 'duration' ? figure.value < benchmark.value : figure.value > benchmark.value;
  const outside =
    figure.low !== null && figure.high !== null && (benchmark.value < figure.low || benchmark.value > figure.high);
  if (better) return outside ? 'clearlyBetter' : 'better';
  return outside ? 'clearlyWorse' : 'worse';
}

/** Words and sign of each standing; the sign stands beside the colour, which is never the only mark. */
export const COMPARISONS: Readonly<Record<Comparison, { sign: string; words: string }>> = {
  clearlyBetter: { sign: '▲', words: '明显优于全省' },
  better: { sign: '△', words: '略优于全省（可能出于偶然）' },
  same: { sign: '', words: '与全省相同' },
  worse: { sign: '▽', words: '略差于全省（可能出于偶然）' },
  clearlyWorse: { sign: '▼', words: '明显差于全省' },
  none: { sign: '', words: '无案件，不比较' },
};
