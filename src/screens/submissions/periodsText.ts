import { type Period, periodName } from '../../domain/period';
import { comparePeriods } from '../../domain/submission';

/** The periods of a list in short: 2017年第三季度, or from the first to the last; 各期 where there is none. */
export function periodsText(periods: readonly Period[]): string {
  const inOrder = [...new Set(periods)].sort(comparePeriods);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return '各期';
  return first === last ? periodName(first) : `${periodName(first)}至${periodName(last)}`;
}
