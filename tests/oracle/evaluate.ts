import { CALENDAR_LAST, CalendarRangeError } from '../../src/domain/calendar';
import type { Cell, UndatedCell } from '../../src/domain/cells';
import type { Day } from '../../src/domain/day';
import { type DeadlineQuestion, dueDay, findRule } from '../../src/domain/deadlines';
import type { IndicatorId } from '../../src/domain/indicators';
import type { LedgerId } from '../../src/domain/ledgers';
import type { Office } from '../../src/domain/office';
import { type Period, periodEnd, periodStart, quarterOfDay } from '../../src/domain/period';
import { unitsOf } from './moreLedgers';
import { isBlankRow, type RowProblem, readRow, type TextRow, type TypedRow, withAbove } from './read-row';

/** One submission that counts, as text rows in the order of the file. */
export interface TextSubmission {
  unit: string;
  period: Period;
  ledger: LedgerId;
  receivedOn?: Day | null;
  rows: readonly TextRow[];
}

/** Cases of one duration that took so many working days. */
export type Bar = Omit<UndatedCell, 'count'> & { days: number; count: number };

interface Evaluation {
  cells: Cell[];
  durations: Bar[];
  undated: UndatedCell[];
  /** Of each submission, in the order given. */
  submissions: { rowsRead: number; accepted: number; rejected: number; problems: Found[] }[];
}

/** `row`: its ordinal in the file's data, from 1; 0 for the file as a whole. */
interface Found {
  row: number;
  code: RowProblem['code'] | 'before_period';
  column: string | null;
}

/**
 * Everything the engine computes from text rows, evaluated one row after another, straight from DESIGN §5–§7. Slow and
 * plain on purpose: it shares no rule with the SQL, and does not read the indicators' condition lists.
 */
export function evaluate(submissions: readonly TextSubmission[], office: Office, asOf: Day): Evaluation {
  const count = new Counter();
  const read: Evaluation['submissions'] = [];
  const accepted: Reported[] = [];
  for (const { unit, period, ledger, receivedOn, rows } of submissions) {
    const idsAbove = new Set<string>();
    let above: TextRow = {};
    const result = { rowsRead: 0, accepted: 0, rejected: 0, problems: [] as Found[] };
    const days: Day[] = [];
    rows.forEach((written, i) => {
      if (isBlankRow(written)) return;
      const cells = withAbove(written, above);
      above = cells;
      result.rowsRead++;
      const { row, problems } = readRow(ledger, cells, {
        office,
        unit,
        period,
        receivedOn: receivedOn ?? null,
        idsAbove,
      });
      result.problems.push(...problems.map((p) => ({ ...p, row: i + 1 })));
      if (!row) {
        result.rejected++;
        return;
      }
      result.accepted++;
      for (const day of Object.values(row.days)) if (day) days.push(day);
      accepted.push({ unit, period, ledger, row });
    });
    if (days.length > 0 && days.every((day) => day < periodStart(period)))
      result.problems.push({ row: 0, code: 'before_period', column: null });
    read.push(result);
  }
  for (const { ledger, row } of standing(accepted, office))
    if (ledger === 'complaints') countComplaint(row, office, asOf, count);
    else countPenalty(row, office, asOf, count);
  return { ...count.result(), submissions: read };
}

interface Reported {
  unit: string;
  period: Period;
  ledger: LedgerId;
  row: TypedRow;
}

/** Of the rows of one case that of the latest period: of one unit, or of that into which it was merged in the meantime. */
function standing(rows: readonly Reported[], office: Office): Reported[] {
  const byId = new Map<string, Reported[]>();
  for (const r of rows) {
    const key = JSON.stringify([r.ledger, r.row.id]);
    byId.set(key, [...(byId.get(key) ?? []), r]);
  }
  return [...byId.values()].flatMap((same) =>
    same.filter((r) => !same.some((o) => isLater(o.period, r.period) && (o.unit === r.unit || goesOn(o, r, same)))),
  );

  /** Whether the unit of `o` has taken over what `r` began, and no other unit's that it cannot be told from. */
  function goesOn(o: Reported, r: Reported, same: readonly Reported[]): boolean {
    const way = mergedUpTo(r.unit, o.period);
    if (way.at(-1) !== o.unit) return false;
    return same.every((other) => {
      // A unit on the way that held the id before has a case of its own.
      if (way.includes(other.unit) && !mergedUpTo(r.unit, other.period).includes(other.unit)) return false;
      const others = mergedUpTo(other.unit, o.period);
      const isMerged = others.length > 0 && others.at(-1) === o.unit;
      return !isMerged || other.unit === r.unit || way.includes(other.unit) || others.includes(r.unit);
    });
  }

  /** The units in which a unit has stood one after another up to the end of a period. */
  function mergedUpTo(unit: string, period: Period): string[] {
    const found = office.profile.departments.departments.find((d) => d.id === unit);
    const gone = found?.history?.at(-1)?.to;
    if (!found?.successor || !gone || periodEnd(period).slice(0, 7) < gone) return [];
    return [found.successor, ...mergedUpTo(found.successor, period)];
  }
}

/** A later period ends later; of two that end together the shorter one is later. */
const isLater = (a: Period, b: Period): boolean =>
  periodEnd(a) !== periodEnd(b) ? periodEnd(a) > periodEnd(b) : periodStart(a) > periodStart(b);

/** The day itself if it has come by the cut-off, else blank. */
const byCutOff = (day: Day | null | undefined, asOf: Day): Day | null => (day && day <= asOf ? day : null);

/** A day after the last whose working days are published; which one, nobody knows. */
const BEYOND = 'beyond';

/** Last day of a limit; null where no rule is in force or nothing has begun, `BEYOND` where it lies after the calendar. */
function lastDay(
  office: Office,
  question: DeadlineQuestion,
  start: Day | typeof BEYOND | null,
  extension = 0,
): Day | typeof BEYOND | null {
  const rule = findRule(office.profile.deadlines.rules, question);
  if (!rule || !start) return null;
  if (start === BEYOND) return BEYOND;
  try {
    return dueDay(office.calendar, rule, start, extension);
  } catch (error) {
    if (error instanceof CalendarRangeError) return BEYOND;
    throw error;
  }
}

function countComplaint(row: TypedRow, office: Office, asOf: Day, count: Counter): void {
  const received = row.days.received_on as Day;
  if (received > asOf) return;
  const { department, place } = row;
  const question = { kind: row.text.kind, department, channel: row.text.channel, on: received };

  const acceptedOn = byCutOff(row.days.accepted_on, asOf);
  // A decision dated after the cut-off has not been taken; one without a date stands.
  const decisionToCome = row.days.accepted_on !== null && acceptedOn === null;
  const acceptance = decisionToCome ? null : (row.text.acceptance ?? null);
  const handledHere = acceptance !== '不予受理' && acceptance !== '转办';
  const closedOn = byCutOff(row.days.closed_on, asOf);
  const feedbackOn = byCutOff(row.days.feedback_on, asOf);

  const acceptanceDue = lastDay(office, { step: 'acceptance', ...question }, received);
  const closureDue = lastDay(office, { step: 'closure', ...question }, acceptedOn ?? acceptanceDue, row.extensionDays);
  const feedbackDue = lastDay(office, { step: 'feedback', ...question }, closedOn);

  const add = (id: IndicatorId, inPeriod: Day, met: boolean) => count.add(id, inPeriod, place, department, met);

  const cannotDate = (id: IndicatorId, due: Day | null) => {
    if (due === BEYOND && asOf > CALENDAR_LAST) count.addUndated(id, received, place, department);
  };

  cannotDate('acceptance_on_time', acceptanceDue);
  if (acceptanceDue && acceptanceDue <= asOf)
    add('acceptance_on_time', acceptanceDue, acceptedOn !== null && acceptedOn <= acceptanceDue);
  if (!handledHere) return;
  cannotDate('closure_on_time', closureDue);
  cannotDate('open_overdue', closureDue);
  if (closureDue && closureDue <= asOf) {
    add('closure_on_time', closureDue, closedOn !== null && closedOn <= closureDue);
    add('open_overdue', closureDue, closedOn === null);
  }
  if (!closedOn) return;
  count.addDays('handling_days', closedOn, place, department, office.calendar.workingDaysBetween(received, closedOn));
  if (row.text.named === '是') {
    add('feedback_rate', closedOn, feedbackOn !== null);
    cannotDate('feedback_on_time', feedbackDue);
    if (feedbackDue && feedbackDue <= asOf)
      add('feedback_on_time', feedbackDue, feedbackOn !== null && feedbackOn <= feedbackDue);
  }
  const { satisfaction } = row.text;
  if (satisfaction === '满意' || satisfaction === '基本满意') add('satisfaction', closedOn, true);
  if (satisfaction === '不满意') add('satisfaction', closedOn, false);
}

function countPenalty(row: TypedRow, office: Office, asOf: Day, count: Counter): void {
  const decided = row.days.decided_on ?? null;
  const dated = decided ?? (row.days.filed_on as Day);
  if (dated > asOf) return;
  const { department, place } = row;
  const disclosedOn = byCutOff(row.days.disclosed_on, asOf);
  const ordinary = row.text.procedure === '普通程序';
  const withheld =
    row.text.nondisclosure_reason !== null && byCutOff(row.days.nondisclosure_approved_on, asOf) !== null;
  const add = (id: IndicatorId, inPeriod: Day, met: boolean) => count.add(id, inPeriod, place, department, met);

  if (row.text.crime_suspected === '是') add('transfer_rate', dated, byCutOff(row.days.transferred_on, asOf) !== null);
  // What is asked of a decision is not asked of a case that has none.
  if (decided === null) return;
  const fine = row.amounts.fine_yuan ?? null;
  count.add('fine_total', decided, place, department, fine !== null, fine === null ? 0n : unitsOf(fine, 2));
  const disclosureDue = lastDay(office, { step: 'disclosure', department, on: decided }, decided);
  if (ordinary && !withheld && disclosureDue === BEYOND && asOf > CALENDAR_LAST)
    for (const id of ['disclosure_rate', 'disclosure_on_time'] as const)
      count.addUndated(id, decided, place, department);
  if (ordinary && !withheld && disclosureDue && disclosureDue <= asOf) {
    add('disclosure_rate', disclosureDue, disclosedOn !== null);
    add('disclosure_on_time', disclosureDue, disclosedOn !== null && disclosedOn <= disclosureDue);
  }
  if (disclosedOn && row.text.disclosure_check)
    add('disclosure_accuracy', disclosedOn, row.text.disclosure_check === '一致');
  if (ordinary) add('platform_entry', decided, byCutOff(row.days.platform_entered_on, asOf) !== null);
}

class Counter {
  private readonly cells = new Map<string, Cell>();
  private readonly durations = new Map<string, Bar>();
  private readonly undated = new Map<string, UndatedCell>();

  /** @param amount of a total, in whole smallest units */
  add(indicator: IndicatorId, inPeriod: Day, place: string, department: string, met: boolean, amount?: bigint): void {
    const quarter = quarterOfDay(inPeriod);
    const key = JSON.stringify([indicator, quarter, place, department]);
    const cell = this.cells.get(key) ?? { indicator, quarter, place, department, numerator: 0, denominator: 0 };
    this.cells.set(key, {
      ...cell,
      numerator: cell.numerator + (met ? 1 : 0),
      denominator: cell.denominator + 1,
      ...(amount !== undefined && { amounts: [(cell.amounts?.[0] ?? 0) + Number(amount)] }),
    });
  }

  addDays(indicator: IndicatorId, inPeriod: Day, place: string, department: string, days: number): void {
    const quarter = quarterOfDay(inPeriod);
    const key = JSON.stringify([indicator, quarter, place, department, days]);
    const bar = this.durations.get(key) ?? { indicator, quarter, place, department, days, count: 0 };
    this.durations.set(key, { ...bar, count: bar.count + 1 });
  }

  addUndated(indicator: IndicatorId, firstDay: Day, place: string, department: string): void {
    const quarter = quarterOfDay(firstDay);
    const key = JSON.stringify([indicator, quarter, place, department]);
    const cell = this.undated.get(key) ?? { indicator, quarter, place, department, count: 0 };
    this.undated.set(key, { ...cell, count: cell.count + 1 });
  }

  /** Sorted, so that two evaluations compare as they stand. */
  result(): Omit<Evaluation, 'submissions'> {
    return { cells: sorted(this.cells), durations: sorted(this.durations), undated: sorted(this.undated) };
  }
}

const sorted = <T>(map: ReadonlyMap<string, T>): T[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
