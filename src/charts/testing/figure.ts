import { wilson } from '../../domain/statistics';
import type { Plotted } from '../words';

/** A rate's figure as the assessment makes it. */
export const figure = (numerator: number, denominator: number): Plotted => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
  ...(denominator === 0 ? { low: null, high: null } : wilson(numerator, denominator)),
  undated: 0,
});

/** A duration's figure. */
export const days = (value: number | null, denominator = 9): Plotted => ({
  numerator: null,
  denominator: value === null ? 0 : denominator,
  value,
  low: null,
  high: null,
  undated: 0,
});
