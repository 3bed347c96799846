import type { Cell } from './cells';
import type { Day } from './day';
import { dueDay, findRule } from './deadlines';
import type { LedgerId } from './ledgers';
import { type Office, type ReportingUnit, reportingUnits } from './office';
import { type Period, periodEnd, type Quarter, quarterOfDay, quarterPeriod, quartersOf } from './period';
import { effectiveSubmissions, type Submission, submissionKey } from './submission';

/**
 * 报送 of one expected unit × quarter × ledger as it stood at the cut-off.
 * `unknown`: a file is there but nobody recorded the day it came in.
 */
export type ReportingState = 'unreported' | 'not_due' | 'on_time' | 'late' | 'unknown';

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
 * of `year`. Punctuality is that of the first version received; a later correction does not make a submission late.
 */
export function register(office: Office, submissions: readonly Submission[], year: number, asOf: Day): RegisterEntry[] {
  const { reporting } = office.profile;
  const first = quartersOf(reporting.from)[0] as Quarter;
  const last = year * 4 + 3;
  const byKey = new Map<string, Submission[]>();
  for (const s of submissions) byKey.set(submissionKey(s), [...(byKey.get(submissionKey(s)) ?? []), s]);
  const effective = new Map(effectiveSubmissions(submissions).map((s) => [submissionKey(s), s]));
  const entries: RegisterEntry[] = [];
  for (const unit of reportingUnits(office))
    for (let quarter = first; quarter <= last; quarter++) {
      const period = quarterPeriod(quarter);
      const due = submissionDue(office, period);
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

function punctuality(
  { calendar }: Office,
  versions: readonly Submission[],
  due: Day,
  asOf: Day,
): Pick<RegisterEntry, 'state' | 'daysLate'> {
  const standing = versions.filter((s) => !s.withdrawnAt);
  const received = standing
    .map((s) => s.receivedOn)
    .filter((d): d is Day => d !== null && d <= asOf)
    .sort()[0];
  if (received && received <= due) return { state: 'on_time', daysLate: null };
  // A version of an unknown day may have been the first.
  if (standing.some((s) => s.receivedOn === null)) return { state: 'unknown', daysLate: null };
  if (!received) return { state: due > asOf ? 'not_due' : 'unreported', daysLate: null };
  return { state: 'late', daysLate: calendar.workingDaysBetween(due, calendar.nextWorkingDay(received)) };
}

/**
 * Cells of 报送及时率: each expected submission whose due date lies by the cut-off, in the quarter of that due date.
 * Where no day of receipt is known at all, there is nothing to count: 无案件. A file whose day is unknown counts nowhere.
 */
export function submissionCells(office: Office, entries: readonly RegisterEntry[], asOf: Day): Cell[] {
  if (!entries.some((e) => e.versions.some((s) => s.receivedOn !== null))) return [];
  return entries
    .filter((e) => e.due <= asOf && e.state !== 'unknown' && e.state !== 'not_due')
    .map((e) => ({
      indicator: 'submission_on_time',
      quarter: quarterOfDay(e.due),
      place: e.unit.group === 'prefectures' ? e.unit.id : office.regions.province.code,
      department: e.unit.group === 'departments' ? e.unit.id : '',
      numerator: e.state === 'on_time' ? 1 : 0,
      denominator: 1,
    }));
}
