import { CALENDAR_LAST, type Calendar, withinCalendar } from './calendar';
import type { Cell, UndatedCell } from './cells';
import type { Day } from './day';
import { dueDay, findRule } from './deadlines';
import type { LedgerId } from './ledgers';
import { assessedUnits, type Office, type ReportingUnit, reportingUnits, standsAt, wholeOf } from './office';
import { officeIn } from './officeIn';
import { type Period, periodEnd, periodYear, type Quarter, quarterOfDay, quarterPeriod, quartersOf } from './period';
import { isExpectedOf, type Slot, slotsUntil } from './reporting';
import { effectiveSubmissions, isZero, type Submission } from './submission';

/**
 * 报送 of one expected unit × reporting period × ledger as it stood at the cut-off.
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

/** Last day for submitting a ledger of a period. Source: the profile's rule of step `submission`. */
export function submissionDue({ profile, calendar }: Office, { period, ledger }: Pick<Slot, 'period' | 'ledger'>): Day {
  const end = periodEnd(period);
  const rule = findRule(profile.deadlines.rules, { step: 'submission', ledger, on: end });
  if (!rule) throw new RangeError(`no submission deadline in force on ${end}`);
  return dueDay(calendar, rule, end);
}

/** The last day on which a submission is in time: the deadline, and the working days of grace after it. */
const lastDayOf = (office: Office, slot: Slot): Day => {
  const due = submissionDue(office, slot);
  return slot.grace > 0 ? office.calendar.addWorkingDays(due, slot.grace) : due;
};

/**
 * The register (报送登记): every expected unit × reporting period × ledger from the first that the profile names to the end
 * of `year`. Punctuality is that of the first version received; a later correction does not make a submission late.
 */
export function register(office: Office, submissions: readonly Submission[], year: number, asOf: Day): RegisterEntry[] {
  const whole = wholeOf(office);
  const { profile } = whole;
  const effective = effectiveSubmissions(submissions);
  const held = byUnitAndLedger(submissions);
  const counting = byUnitAndLedger(effective);
  const slots = slotsUntil(profile.reporting, year).map((slot) => ({
    slot,
    due: withinCalendar(() => submissionDue(whole, slot)),
    last: withinCalendar(() => lastDayOf(whole, slot)),
  }));
  const order = assessedUnits(whole).map((unit) => unit.id);
  const entries = slots.flatMap(({ slot, due, last }) => {
    const { period, ledger } = slot;
    return unitsOf(whole, slot).map((unit): RegisterEntry => {
      const covering = (of: ReadonlyMap<string, readonly Submission[]>) =>
        (of.get(`${unit.id}|${ledger}`) ?? []).filter((s) => covers(s.period, period));
      const versions = covering(held);
      const current = covering(counting).at(-1) ?? null;
      return {
        unit,
        period,
        ledger,
        due,
        ...punctuality(whole, versions, period, due, last, asOf),
        zero: current !== null && isZero(current),
        current,
        versions,
      };
    });
  });
  return entries.sort((a, b) => order.indexOf(a.unit.id) - order.indexOf(b.unit.id));
}

/** The units that are to report on a period: those of its groups that reported at its end. */
const unitsOf = (office: Office, slot: Slot): ReportingUnit[] =>
  reportingUnits(officeIn(office, quarterPeriod(quartersOf(slot.period).at(-1) as Quarter))).filter((unit) =>
    isExpectedOf(slot, unit.group),
  );

/** Every submission whose deadline has passed at a cut-off. */
export function expectedBy(office: Office, asOf: Day): { ledger: LedgerId; period: Period; unit: string }[] {
  const whole = wholeOf(office);
  return slotsUntil(whole.profile.reporting, Number(asOf.slice(0, 4))).flatMap((slot) => {
    const last = withinCalendar(() => lastDayOf(whole, slot));
    if (last === null || last > asOf) return [];
    return unitsOf(whole, slot).map(({ id }) => ({ ledger: slot.ledger, period: slot.period, unit: id }));
  });
}

function byUnitAndLedger(submissions: readonly Submission[]): Map<string, Submission[]> {
  const found = new Map<string, Submission[]>();
  for (const s of submissions) {
    const key = `${s.unit}|${s.ledger}`;
    found.set(key, [...(found.get(key) ?? []), s]);
  }
  return found;
}

/** A half-year's file stands for each of its quarters; a quarter's is no half-year's. */
export const covers = (sent: Period, expected: Period): boolean => {
  const quarters = quartersOf(sent);
  return quartersOf(expected).every((q) => quarters.includes(q));
};

/**
 * The last year of a register that holds everything due by the cut-off, and the whole of the year looked at: that of the last
 * quarter that has ended, so that in January the new year's slots do not stand empty.
 */
export const lastYearOfAll = (year: number, asOf: Day): number =>
  Math.max(year, Math.floor((quarterOfDay(asOf) - 1) / 4));

/** A day off counts to the next working day; null where the calendar does not reach that far. */
const workingDaysLate = (calendar: Calendar, due: Day, received: Day): number | null =>
  withinCalendar(() => calendar.workingDaysBetween(due, calendar.nextWorkingDay(received)));

function punctuality(
  { calendar }: Office,
  versions: readonly Submission[],
  period: Period,
  due: Day | null,
  last: Day | null,
  asOf: Day,
): Pick<RegisterEntry, 'state' | 'daysLate'> {
  const standing = versions.filter((s) => !s.withdrawnAt);
  const readable = standing.filter((s) => !s.unreadable);
  const received = readable
    .map((s) => s.receivedOn)
    .filter((d): d is Day => d !== null && d <= asOf)
    .sort()[0];
  const isUndated = last === null && asOf > CALENDAR_LAST && periodEnd(period) <= asOf;
  // Otherwise a deadline beyond the calendar is one after the cut-off.
  if (!isUndated && received && (last === null || received <= last)) return { state: 'on_time', daysLate: null };
  // One of these may have been the first.
  if (readable.length < standing.length) return { state: 'unreadable', daysLate: null };
  if (isUndated) return { state: 'undated', daysLate: null };
  if (standing.some((s) => s.receivedOn === null)) return { state: 'unknown', daysLate: null };
  if (!received || due === null || last === null)
    return { state: last === null || last > asOf ? 'not_due' : 'unreported', daysLate: null };
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
    indicator: office.catalogue.submissionIndicator.id,
    quarter: e.countedIn,
    ...standsAt(office, e.unit.id),
    numerator: e.state === 'on_time' ? 1 : 0,
    denominator: 1,
  }));

/**
 * The reporting periods some of whose ledgers are due in a quarter: mostly the quarter before. Empty before the office began
 * to collect, and where the deadline lies beyond the published calendar.
 */
export function periodsDueIn(office: Office, quarter: Quarter): Period[] {
  const year = Math.floor(quarter / 4);
  // A year back: no deadline is longer.
  const near = slotsUntil(office.profile.reporting, year).filter((slot) => periodYear(slot.period) >= year - 1);
  const due = near.filter((slot) => {
    const day = withinCalendar(() => submissionDue(office, slot));
    return day !== null && quarterOfDay(day) === quarter;
  });
  return [...new Set(due.map((slot) => slot.period))];
}

/** Expected submissions whose deadline cannot be dated, in their own quarter: 报送及时率 leaves them out and says so. */
export function undatedSubmissions(office: Office, entries: readonly RegisterEntry[]): UndatedCell[] {
  if (!anyReceiptKnown(entries)) return [];
  return entries
    .filter((e) => e.state === 'undated')
    .map((e) => ({
      indicator: office.catalogue.submissionIndicator.id,
      quarter: quarterOfDay(periodEnd(e.period)),
      ...standsAt(office, e.unit.id),
      count: 1,
    }));
}

const anyReceiptKnown = (entries: readonly RegisterEntry[]): boolean =>
  entries.some((e) => e.versions.some((s) => s.receivedOn !== null));
