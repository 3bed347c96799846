import type { IndicatorValue } from './assess';

/**
 * A figure less a benchmark of the same indicator: a fraction of a rate, working days of a duration; null where either has
 * no case.
 */
export const differenceFrom = (figure: IndicatorValue, benchmark: IndicatorValue): number | null =>
  figure.value === null || benchmark.value === null ? null : figure.value - benchmark.value;
