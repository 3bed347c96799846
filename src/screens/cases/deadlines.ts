import { CALENDAR_LAST, withinCalendar } from '../../domain/calendar';
import { dueColumn, ruleColumn } from '../../domain/catalogue/columns';
import type { RowTest } from '../../domain/catalogue/condition';
import type { Day } from '../../domain/day';
import type { EvidenceRow } from '../../domain/evidence';
import { type Deadline, type Ledger, type LedgerId, ledgerById } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import type { DeadlineRule } from '../../domain/profile';

/** How one step of a case stands against its deadline at the cut-off. */
export interface DeadlineLine {
  name: string;
  /** What happened, and when; null where it had not happened by the cut-off. */
  event: string;
  done: Day | null;
  /** What the limit runs from. */
  from: string;
  start: Day | null;
  due: Day | null;
  extensionDays: number;
  rule: DeadlineRule | null;
  state: 'on_time' | 'late' | 'open' | 'not_due' | 'undated' | 'not_applicable';
  /** The state in words, with the working days late. */
  words: string;
}

const text = (row: EvidenceRow, key: string): string | null => {
  const value = row[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The deadlines of a case row as it stood at the cut-off: later events have not happened. */
export function deadlinesOf(office: Office, ledger: LedgerId, row: EvidenceRow, asOf: Day): DeadlineLine[] {
  const of = ledgerById(ledger);
  return of.deadlines.map((d) => lineOf(office, of, d, row, asOf));
}

function lineOf(office: Office, ledger: Ledger, d: Deadline, row: EvidenceRow, asOf: Day): DeadlineLine {
  const by = (key: string): Day | null => {
    const day = text(row, key);
    return day !== null && day <= asOf ? day : null;
  };
  const begun = d.starts.map((s) => ({ ...s, day: 'event' in s ? by(s.event) : text(row, dueColumn(s.due)) }));
  const from = begun.find((s) => s.day !== null) ?? begun.at(-1);
  const rule = office.profile.deadlines.rules.find((r) => r.id === row[ruleColumn(d.id)]) ?? null;
  const due = text(row, dueColumn(d.id));
  const line = {
    name: d.name,
    event: d.says,
    done: by(d.event),
    from: from?.says ?? '',
    start: from?.day ?? null,
    due,
    extensionDays: d.extension ? Number(row[d.extension] ?? 0) : 0,
    rule,
  };
  const without = whyNot(ledger, d, row, by) ?? (line.start === null ? missingOf(d) : null);
  if (without !== null) return { ...line, state: 'not_applicable', words: `不适用：${without}` };
  // The limit of an undecided case runs from a deadline that may itself lie beyond the calendar.
  const through = d.starts.some((s) => 'due' in s && row[ruleColumn(s.due)] !== null);
  if (due === null && rule !== null && (line.start !== null || through)) return { ...line, ...beyondCalendar(asOf) };
  return { ...line, ...stateOf(office, line.done, due, asOf) };
}

/** Why a step does not apply to a case; null where it does. */
function whyNot(ledger: Ledger, d: Deadline, row: EvidenceRow, by: (key: string) => Day | null): string | null {
  const flags = d.without.flatMap((id) => ledger.flags.filter((f) => f.id === id));
  const found = flags.find(
    ({ when, effective }) =>
      when.every((test) => holds(test, ledger, row)) &&
      (effective === undefined || text(row, effective) === null || by(effective) !== null),
  );
  return found?.says ?? null;
}

const missingOf = ({ starts: [first] }: Deadline): string | null =>
  first && 'missing' in first ? (first.missing ?? null) : null;

/** A test on the row as it is shown, a blank of a list read as what it stands for. */
function holds(test: RowTest, ledger: Ledger, row: EvidenceRow): boolean {
  const told = (name: string): string | null => {
    const field = ledger.fields.find((f) => f.name === name);
    return (
      (row[name] === null || row[name] === undefined ? null : String(row[name])) ??
      (field?.type === 'list' ? (field.blank ?? null) : null)
    );
  };
  if ('known' in test) return told(test.known) !== null;
  if ('unknown' in test) return told(test.unknown) === null;
  if ('blank' in test) return told(test.blank) === null;
  if ('anyKnown' in test) return test.anyKnown.some((f) => told(f) !== null);
  const value = told(test.field);
  return value !== null && ('in' in test ? test.in.includes(value) : !test.notIn.includes(value));
}

function stateOf(
  { calendar }: Office,
  done: Day | null,
  due: Day | null,
  asOf: Day,
): Pick<DeadlineLine, 'state' | 'words'> {
  if (due === null) return { state: 'not_applicable', words: '没有适用的期限' };
  if (done !== null && done <= due)
    return { state: 'on_time', words: due > asOf ? '按期（期限在截止日之后，尚不计入及时率）' : '按期' };
  if (due > asOf) return { state: 'not_due', words: '未到期' };
  const days = withinCalendar(() =>
    calendar.workingDaysBetween(due, done === null ? asOf : calendar.nextWorkingDay(done)),
  );
  const late = days === null ? '，天数未知（该年度节假日安排未公布）' : ` ${days} 个工作日`;
  return done === null
    ? { state: 'open', words: `至截止日未完成，已超期${late}` }
    : { state: 'late', words: `超期${late}` };
}

/** A limit that ends beyond the published calendar: after a cut-off within it, at an unknown day otherwise. */
const beyondCalendar = (asOf: Day): Pick<DeadlineLine, 'state' | 'words'> =>
  asOf > CALENDAR_LAST
    ? { state: 'undated', words: '期限未定：落在未公布节假日的年度，未计' }
    : { state: 'not_due', words: '未到期（期限落在未公布节假日的年度）' };
