import type { DurationCell } from '../../src/domain/cells';
import type { Bar } from '../oracle/evaluate';

/** Histograms bar by bar, as the oracle has them. */
export const barsOf = (cells: readonly DurationCell[]): Bar[] =>
  cells.flatMap(({ days, counts, ...at }) => days.map((n, i) => ({ ...at, days: n, count: counts[i] as number })));

/** The oracle's bars as histograms of one bar each. */
export const histogramsOf = (bars: readonly Bar[]): DurationCell[] =>
  bars.map(({ days, count, ...at }) => ({ ...at, days: [days], counts: [count] }));
