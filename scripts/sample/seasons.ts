import type { Calendar } from '../../src/domain/calendar';
import { addDays, type Day } from '../../src/domain/day';
import { quarterOfDay, quarterPeriod } from '../../src/domain/period';
import type { SampleLedger, UnitPlan } from './units';

/**
 * Weights of the months: 春节 is quiet, 3·15 and the travel season are not, year ends are for deciding cases. A year's inspections
 * are drawn early in it; goods come in as cases are decided.
 */
const MONTHS: Readonly<Record<SampleLedger, readonly number[]>> = {
  complaints: [0.9, 0.6, 1.4, 0.95, 1, 1.05, 1.2, 1.25, 1.15, 0.85, 0.9, 0.95],
  penalties: [0.6, 0.5, 0.9, 1, 1.1, 1.2, 1, 1.1, 1.2, 0.95, 1.2, 1.3],
  inspections: [1.2, 0.8, 1, 1.2, 1.2, 1.1, 1, 1, 1, 0.9, 0.7, 0.4],
  disposals: [0.8, 0.5, 0.9, 1, 1.1, 1.2, 1, 1.1, 1.2, 0.95, 1.2, 1.3],
};

/** 农资打假: complaints about seed and fertilizer come in spring. */
const SPRING = [0.4, 0.5, 1.6, 2, 1.8, 1.2, 0.9, 0.8, 0.8, 0.7, 0.5, 0.4];

/** Days from `first` to `last` with the weight of each; nothing falls into a quarter of a zero return. */
export function dayWeights(
  calendar: Calendar,
  unit: UnitPlan,
  ledger: SampleLedger,
  first: Day,
  last: Day,
): (readonly [Day, number])[] {
  const months = unit.id === 'agriculture' ? SPRING : MONTHS[ledger];
  const zero = unit.zero?.[ledger] ?? [];
  // Offices decide on working days only; people complain on every day, though less.
  const dayOff = ledger === 'complaints' ? 0.35 : 0;
  const days: (readonly [Day, number])[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const month = months[Number(day.slice(5, 7)) - 1] as number;
    const closed = zero.includes(quarterPeriod(quarterOfDay(day)));
    days.push([day, closed ? 0 : month * (calendar.isWorkingDay(day) ? 1 : dayOff)]);
  }
  return days;
}
