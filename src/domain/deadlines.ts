import type { Calendar } from './calendar';
import { addDays, type Day } from './day';
import type { DeadlineRule, Step } from './profile';

export interface DeadlineQuestion {
  step: Step;
  kind?: string | null;
  department?: string | null;
  channel?: string | null;
  /** The case's first day: receipt of a complaint, decision of a penalty (DOMAIN C.1: looked up by receipt date). */
  on: Day;
}

const specificity = (r: DeadlineRule): number => [r.kind, r.department, r.channel].filter((x) => x !== null).length;

/** Rules of one step, the most specific first; among equals the later `from` first. */
export const rulesOf = (rules: readonly DeadlineRule[], step: Step): DeadlineRule[] =>
  rules
    .filter((r) => r.step === step)
    .sort((a, b) => specificity(b) - specificity(a) || (b.from ?? '').localeCompare(a.from ?? ''));

/** The most specific rule in force, or undefined where the profile has none for that day. */
export const findRule = (rules: readonly DeadlineRule[], q: DeadlineQuestion): DeadlineRule | undefined =>
  rulesOf(rules, q.step).find(
    (r) =>
      (r.kind === null || r.kind === q.kind) &&
      (r.department === null || r.department === q.department) &&
      (r.channel === null || r.channel === q.channel) &&
      (r.from === null || r.from <= q.on) &&
      (r.to === null || q.on <= r.to),
  );

/**
 * Last day of a limit that starts on `start` (not counted). A limit in calendar days whose last day is no working day
 * ends on the next working day; an approved extension adds its working days after that.
 * @throws CalendarRangeError beyond the published calendar
 */
export function dueDay(calendar: Calendar, rule: DeadlineRule, start: Day, extensionDays = 0): Day {
  const due =
    rule.limit.unit === 'working_days'
      ? calendar.addWorkingDays(start, rule.limit.value)
      : calendar.nextWorkingDay(addDays(start, rule.limit.value));
  return extensionDays > 0 ? calendar.addWorkingDays(due, extensionDays) : due;
}

/** 7个工作日, 60日. */
export const limitText = (rule: DeadlineRule): string =>
  rule.limit.unit === 'working_days' ? `${rule.limit.value}个工作日` : `${rule.limit.value}日`;
