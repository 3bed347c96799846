import { type Period, periodName, periodYear, quarterPeriod, quartersOf } from '../../domain/period';

/** The periods of a list in short: 2017年第三季度, 2017年第一季度至第四季度; 各期 where there is none. */
export function periodsText(periods: readonly Period[]): string {
  const [only, ...others] = new Set(periods);
  if (only === undefined) return '各期';
  if (others.length === 0) return periodName(only);
  const quarters = [only, ...others].flatMap(quartersOf);
  const [first, last] = [Math.min(...quarters), Math.max(...quarters)].map(quarterPeriod) as [Period, Period];
  const end = periodName(last);
  return `${periodName(first)}至${periodYear(first) === periodYear(last) ? end.slice(5) : end}`;
}
