import { type Calendar, CalendarRangeError } from './calendar';
import type { Cell } from './cells';
import type { Day } from './day';
import { dueDay, findRule } from './deadlines';
import type { LedgerId } from './ledgers';
import { type Office, type ReportingUnit, reportingUnits } from './office';
import { type Period, periodEnd, type Quarter, quarterOfDay, quarterPeriod, quartersOf } from './period';
import { effectiveSubmissions, type Submission, submissionKey } from './submission';

/**
 * 报送 of one expected unit × quarter × ledger as it stood at the cut-off.
 * `unknown`: a file is there but nobody recorded the day it came in. `unreadable`: a file is there whose bytes were lost on this
 * computer, so that it counts nowhere, neither for nor against the unit.
 */
export type ReportingState = 'unreported' | 'not_due' | 'on_time' | 'late' | 'unknown' | 'unreadable';

export interface RegisterEntry {
  unit: ReportingUnit;
  period: Period;
  ledger: LedgerId;
  due: Day;
  state: ReportingState;
  /** Working days late, for `late`. */
  daysLate: number | null;
  /** 零申报: the counting version has no rows. */
  zero: boolean;
  current: Submission | null;
  /** All versions, withdrawn ones too, in order of intake. */
  versions: Submission[];
}

/** Last day for submitting a quarter's ledgers. Source: the profile's rule of step `submission`. */
export function submissionDue({ profile, calendar }: Office, period: Period): Day {
  const end = periodEnd(period);
  const rule = findRule(profile.deadlines.rules, { step: 'submission', on: end });
  if (!rule) throw new RangeError(`no submission deadline in force on ${end}`);
  return dueDay(calendar, rule, end);
}

/**
 * The register (报送登记): every expected unit × quarter × ledger from the profile's first reporting quarter to the end
 * of `year`, as far as working days are known. Punctuality is that of the first version received; a later correction does not make a submission late.
 */
export function register(office: Office, submissions: readonly Submission[], year: number, asOf: Day): RegisterEntry[] {
  const { reporting } = office.profile;
  const first = quartersOf(reporting.from)[0] as Quarter;
  const last = year * 4 + 3;
  const byKey = new Map<string, Submission[]>();
  for (const s of submissions) for (const key of quarterKeys(s)) byKey.set(key, [...(byKey.get(key) ?? []), s]);
  const effective = new Map(effectiveSubmissions(submissions).flatMap((s) => quarterKeys(s).map((key) => [key, s])));
  const entries: RegisterEntry[] = [];
  for (const unit of reportingUnits(office))
    for (let quarter = first; quarter <= last; quarter++) {
      const period = quarterPeriod(quarter);
      const due = dueWithinCalendar(office, period);
      if (due === null) continue;
      for (const ledger of reporting.ledgers) {
        const key = submissionKey({ unit: unit.id, period, ledger });
        const versions: Submission[] = byKey.get(key) ?? [];
        const current = effective.get(key) ?? null;
        entries.push({
          unit,
          period,
          ledger,
          due,
          ...punctuality(office, versions, due, asOf),
          zero: current?.rowsRead === 0,
          current,
          versions,
        });
      }
    }
  return entries;
}

/** A half-year's file stands for each of its quarters. */
const quarterKeys = (s: Submission): string[] =>
  quartersOf(s.period).map((q) => submissionKey({ ...s, period: quarterPeriod(q) }));

/** Null where the deadline lies in a year whose holidays are not published yet: such a quarter is not in the register. */
function dueWithinCalendar(office: Office, period: Period): Day | null {
  try {
    return submissionDue(office, period);
  } catch (error) {
    if (error instanceof CalendarRangeError) return null;
    throw error;
  }
}

/** A day off counts to the next working day; null where the calendar does not reach that far. */
function workingDaysLate(calendar: Calendar, due: Day, received: Day): number | null {
  try {
    return calendar.workingDaysBetween(due, calendar.nextWorkingDay(received));
  } catch (error) {
    if (error instanceof CalendarRangeError) return null;
    throw error;
  }
}

function punctuality(
  { calendar }: Office,
  versions: readonly Submission[],
  due: Day,
  asOf: Day,
): Pick<RegisterEntry, 'state' | 'daysLate'> {
  const standing = versions.filter((s) => !s.withdrawnAt);
  const readable = standing.filter((s) => !s.unreadable);
  const received = readable
    .map((s) => s.receivedOn)
    .filter((d): d is Day => d !== null && d <= asOf)
    .sort()[0];
  if (received && received <= due) return { state: 'on_time', daysLate: null };
  // One of these may have been the first.
  if (readable.length < standing.length) return { state: 'unreadable', daysLate: null };
  if (standing.some((s) => s.receivedOn === null)) return { state: 'unknown', daysLate: null };
  if (!received) return { state: due > asOf ? 'not_due' : 'unreported', daysLate: null };
  return {
    state: 'late',
    daysLate: workingDaysLate(calendar, due, received),
  };
}

/**
 * Cells of 报送及时率: each expected submission whose due date lies by the cut-off, in the quarter of that due date.
 * Where no day of receipt is known at all, there is nothing to count: 无案件. A file whose day is unknown counts nowhere.
 */
export function submissionCells(office: Office, entries: readonly RegisterEntry[], asOf: Day): Cell[] {
  if (!entries.some((e) => e.versions.some((s) => s.receivedOn !== null))) return [];
  return entries
    .filter((e) => e.due <= asOf && !['unknown', 'unreadable', 'not_due'].includes(e.state))
    .map((e) => ({
      indicator: 'submission_on_time',
      quarter: quarterOfDay(e.due),
      place: e.unit.group === 'prefectures' ? e.unit.id : office.regions.province.code,
      department: e.unit.group === 'departments' ? e.unit.id : '',
      numerator: e.state === 'on_time' ? 1 : 0,
      denominator: 1,
    }));
}
