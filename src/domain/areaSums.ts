import type { IndicatorId } from './indicators';
import type { Quarter } from './period';
import { safeSum } from './safeSum';

/** Sums of one area. `bars[days]`: cases that took so many working days. */
export type AreaSums = Map<IndicatorId, Map<Quarter, QuarterSums>>;
interface QuarterSums {
  numerator: number;
  denominator: number;
  amounts?: number[];
  bars?: number[];
  subjects?: { counted: readonly number[]; met: readonly number[] }[];
  undated: number;
}

/** `counts[i]` cases took `days[i]` working days. */
interface Bars {
  days: readonly number[];
  counts: readonly number[];
}

/** Bars come by the hundred thousand, each for every area that holds its place. */
export function addBars(sums: QuarterSums, { days, counts }: Bars): void {
  sums.bars ??= [];
  const { bars } = sums;
  let cases = 0;
  for (let i = 0; i < days.length; i++) {
    const took = days[i] as number;
    const count = counts[i] as number;
    bars[took] = (bars[took] ?? 0) + count;
    cases += count;
  }
  sums.denominator += cases;
}

/** Amounts one by one. @throws SumTooLarge */
export const addedUp = (held: readonly number[] | undefined, more: readonly number[], what: string): number[] =>
  more.map((amount, i) => safeSum((held?.[i] ?? 0) + amount, what));

/** How many different numbers there are in the lists. */
export function distinct(lists: readonly (readonly number[])[]): number {
  const found = new Set<number>();
  for (const list of lists) for (const n of list) found.add(n);
  return found.size;
}

/** The sums of a quarter, made where there are none. */
export function at(sums: AreaSums, indicator: IndicatorId, quarter: Quarter): QuarterSums {
  let quarters = sums.get(indicator);
  if (!quarters) {
    quarters = new Map();
    sums.set(indicator, quarters);
  }
  let counts = quarters.get(quarter);
  if (!counts) {
    counts = { numerator: 0, denominator: 0, undated: 0 };
    quarters.set(quarter, counts);
  }
  return counts;
}
