import { CALENDAR_LAST, type Calendar, withinCalendar } from './calendar';
import type { Cell, UndatedCell } from './cells';
import type { Day } from './day';
import { dueDay, findRule } from './deadlines';
import type { LedgerId } from './ledgers';
import { type Office, type ReportingUnit, reportingUnits } from './office';
import { type Period, periodEnd, type Quarter, quarterOfDay, quarterPeriod, quartersOf } from './period';
import { effectiveSubmissions, isZero, type Submission, submissionKey } from './submission';

/**
 * 报送 of one expected unit × quarter × ledger as it stood at the cut-off.
 * `unknown`: a file is there but nobody recorded the day it came in. `unreadable`: a file is there whose bytes were lost on this
 * computer, so that it counts nowhere, neither for nor against the unit. `undated`: the deadline lies in a year whose holidays
 * are not published, and the cut-off too, so that nobody can say whether it has passed.
 */
export type ReportingState = 'unreported' | 'not_due' | 'on_time' | 'late' | 'unknown' | 'unreadable' | 'undated';

export interface RegisterEntry {
  unit: ReportingUnit;
  period: Period;
  ledger: LedgerId;
  /** Null: beyond the published calendar. */
  due: Day | null;
  state: ReportingState;
  /** Working days late, for `late`; null there where they reach beyond the published calendar. */
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
 * of `year`. Punctuality is that of the first version received; a later correction does not make a submission late.
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
      const due = withinCalendar(() => submissionDue(office, period));
      for (const ledger of reporting.ledgers) {
        const key = submissionKey({ unit: unit.id, period, ledger });
        const versions: Submission[] = byKey.get(key) ?? [];
        const current = effective.get(key) ?? null;
        entries.push({
          unit,
          period,
          ledger,
          due,
          ...punctuality(office, versions, period, due, asOf),
          zero: current !== null && isZero(current),
          current,
          versions,
        });
      }
    }
  return entries;
}

/**
 * The last year of a register that holds everything due by the cut-off, and the whole of the year looked at: that of the last
 * quarter that has ended, so that in January the new year's slots do not stand empty.
 */
export const lastYearOfAll = (year: number, asOf: Day): number =>
  Math.max(year, Math.floor((quarterOfDay(asOf) - 1) / 4));

/** A half-year's file stands for each of its quarters. */
const quarterKeys = (s: Submission): string[] =>
  quartersOf(s.period).map((q) => submissionKey({ ...s, period: quarterPeriod(q) }));

/** A day off counts to the next working day; null where the calendar does not reach that far. */
const workingDaysLate = (calendar: Calendar, due: Day, received: Day): number | null =>
  withinCalendar(() => calendar.workingDaysBetween(due, calendar.nextWorkingDay(received)));

function punctuality(
  { calendar }: Office,
  versions: readonly Submission[],
  period: Period,
  due: Day | null,
  asOf: Day,
): Pick<RegisterEntry, 'state' | 'daysLate'> {
  const standing = versions.filter((s) => !s.withdrawnAt);
  const readable = standing.filter((s) => !s.unreadable);
  const received = readable
    .map((s) => s.receivedOn)
    .filter((d): d is Day => d !== null && d <= asOf)
    .sort()[0];
  const isUndated = due === null && asOf > CALENDAR_LAST && periodEnd(period) <= asOf;
  // Otherwise a deadline beyond the calendar is one after the cut-off.
  if (!isUndated && received && (due === null || received <= due)) return { state: 'on_time', daysLate: null };
  // One of these may have been the first.
  if (readable.length < standing.length) return { state: 'unreadable', daysLate: null };
  if (isUndated) return { state: 'undated', daysLate: null };
  if (standing.some((s) => s.receivedOn === null)) return { state: 'unknown', daysLate: null };
  if (!received || due === null)
    return { state: due === null || due > asOf ? 'not_due' : 'unreported', daysLate: null };
  return {
    state: 'late',
    daysLate: workingDaysLate(calendar, due, received),
  };
}

/** An entry that counts in 报送及时率, with the quarter that it counts in: that of its due day. */
export type CountedEntry = RegisterEntry & { due: Day; countedIn: Quarter };

/**
 * The entries that 报送及时率 counts: each expected submission whose due date lies by the cut-off. Where no day of receipt
 * is known at all, there is nothing to count: 无应报. A file whose day is unknown counts nowhere.
 */
export function countedEntries(entries: readonly RegisterEntry[], asOf: Day): CountedEntry[] {
  if (!anyReceiptKnown(entries)) return [];
  return entries
    .filter((e): e is RegisterEntry & { due: Day } => e.due !== null && e.due <= asOf)
    .filter((e) => !['unknown', 'unreadable', 'not_due'].includes(e.state))
    .map((e) => ({ ...e, countedIn: quarterOfDay(e.due) }));
}

/** Cells of 报送及时率, each entry in the quarter of its due date. */
export const submissionCells = (office: Office, entries: readonly RegisterEntry[], asOf: Day): Cell[] =>
  countedEntries(entries, asOf).map((e) => ({
    indicator: 'submission_on_time',
    quarter: e.countedIn,
    ...countedAt(office, e),
    numerator: e.state === 'on_time' ? 1 : 0,
    denominator: 1,
  }));

/**
 * The reporting periods whose ledgers are due in a quarter: mostly the quarter before. Empty before the office began to
 * collect, and where the deadline lies beyond the published calendar.
 */
export function periodsDueIn(office: Office, quarter: Quarter): Period[] {
  const first = quartersOf(office.profile.reporting.from)[0] as Quarter;
  // A year back: no deadline is longer.
  const near = Array.from({ length: 5 }, (_, i) => quarter - 4 + i).filter((q) => q >= first);
  return near.map(quarterPeriod).filter((period) => {
    const due = withinCalendar(() => submissionDue(office, period));
    return due !== null && quarterOfDay(due) === quarter;
  });
}

/** Expected submissions whose deadline cannot be dated, in their own quarter: 报送及时率 leaves them out and says so. */
export function undatedSubmissions(office: Office, entries: readonly RegisterEntry[]): UndatedCell[] {
  if (!anyReceiptKnown(entries)) return [];
  return entries
    .filter((e) => e.state === 'undated')
    .map((e) => ({
      indicator: 'submission_on_time',
      quarter: quarterOfDay(periodEnd(e.period)),
      ...countedAt(office, e),
      count: 1,
    }));
}

const anyReceiptKnown = (entries: readonly RegisterEntry[]): boolean =>
  entries.some((e) => e.versions.some((s) => s.receivedOn !== null));

/** A prefecture's submissions count at its own 本级, a department's in the province. */
const countedAt = (office: Office, { unit }: RegisterEntry): { place: string; department: string } =>
  unit.group === 'prefectures'
    ? { place: unit.id, department: '' }
    : { place: office.regions.province.code, department: unit.id };
