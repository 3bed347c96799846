import type { Calendar } from './calendar';
import { type Catalogue, SUBMISSION_STEP } from './catalogue/catalogue';
import { addDays, type Day } from './day';
import type { DeadlineRule, Step } from './profile';

export interface DeadlineQuestion {
  step: Step;
  kind?: string | null;
  department?: string | null;
  channel?: string | null;
  /** Of a submission. */
  ledger?: string | null;
  /** The case's first day: receipt of a complaint, decision of a penalty (DOMAIN C.1: looked up by receipt date). */
  on: Day;
}

/** What a rule may be limited to, besides its dates. */
export const SCOPE = ['kind', 'department', 'channel', 'ledger'] as const satisfies readonly (keyof DeadlineRule)[];
export type ScopeField = (typeof SCOPE)[number];

/** What the look-up of a step asks: a penalty has no kind and no channel; a submission is asked for its ledger alone. */
export function askedOf(catalogue: Catalogue, step: Step): readonly ScopeField[] {
  if (step === SUBMISSION_STEP) return ['ledger'];
  const { kind, channel } = catalogue.deadline(step)?.lookedUpBy ?? {};
  return SCOPE.filter(
    (field) => field === 'department' || (field === 'kind' && kind) || (field === 'channel' && channel),
  );
}

const specificity = (r: DeadlineRule): number => SCOPE.filter((field) => r[field] !== null).length;

export const isMoreSpecific = (a: DeadlineRule, b: DeadlineRule): boolean => specificity(a) > specificity(b);

/** Whether a rule of the step asked is in force for the case. */
export const applies = (r: DeadlineRule, q: DeadlineQuestion): boolean =>
  r.step === q.step &&
  SCOPE.every((field) => r[field] === null || r[field] === q[field]) &&
  (r.from === null || r.from <= q.on) &&
  (r.to === null || q.on <= r.to);

/**
 * Rules of one step in the order in which they are asked: the one that names more of its scope first;
 * of one scope the later `from` first. Two scopes of equal weight that could meet in a case are refused when the profile
 * is read (`deadlineFaults`), so the order in the file decides nothing.
 */
export const rulesOf = (rules: readonly DeadlineRule[], step: Step): DeadlineRule[] =>
  rules
    .filter((r) => r.step === step)
    .sort((a, b) => specificity(b) - specificity(a) || (b.from ?? '').localeCompare(a.from ?? ''));

/** The rule that decides a case: see `rulesOf`; undefined where the profile has none in force for it. */
export const findRule = (rules: readonly DeadlineRule[], q: DeadlineQuestion): DeadlineRule | undefined =>
  rulesOf(rules, q.step).find((r) => applies(r, q));

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
