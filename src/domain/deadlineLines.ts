import { dueColumn, ruleColumn } from './catalogue/columns';
import type { Day } from './day';
import type { EvidenceRow } from './evidence';
import type { Deadline, Ledger } from './ledgers';
import type { Office } from './office';
import { lateText, overdueBy, overdueText } from './overdue';
import { decided, type OwnDay, ownDayOf } from './ownDay';
import type { DeadlineRule } from './profile';

/**
 * How one step of a case stands against its deadline at the cut-off. `undated`: the limit has run out, or not, on a day for
 * which no calendar is published yet.
 */
export type DeadlineState = 'on_time' | 'late' | 'open' | 'not_due' | 'undated' | 'not_applicable';

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
  /** What decided the last day: a day of the row itself, which nothing moves, or a rule; neither where none is in force. */
  own: OwnDay | null;
  rule: DeadlineRule | null;
  state: DeadlineState;
  /** The state in words, with how long late in the unit of the limit. */
  words: string;
}

/** What the engine says of a deadline, by the facts, beside its `…_due` and `…_rule`. No field has a point in its name. */
const PARTS = ['state', 'reason', 'from', 'start', 'done'] as const;
export type DeadlinePart = (typeof PARTS)[number];

/** Column of a case row for one part: not one of a list of cases, see `evidenceColumns`. */
export const deadlinePart = (deadline: string, part: DeadlinePart): string => `${deadline}.${part}`;

/** The deadlines of a case row, as the engine found them at the row's cut-off. */
export const deadlineLines = (office: Office, ledger: Ledger, row: EvidenceRow, asOf: Day): DeadlineLine[] =>
  ledger.deadlines.map((d) => lineOf(office, d, ownDayOf(ledger, d), row, asOf));

function lineOf(office: Office, d: Deadline, set: OwnDay | undefined, row: EvidenceRow, asOf: Day): DeadlineLine {
  const part = <T>(key: DeadlinePart) => (row[deadlinePart(d.id, key)] ?? null) as T;
  const due = (row[dueColumn(d.id)] ?? null) as Day | null;
  const done = part<Day | null>('done');
  const state = part<DeadlineState>('state');
  const own = set && decided(set, row) ? set : null;
  const rule = String(row[ruleColumn(d.id)] ?? '');
  return {
    name: d.name,
    event: d.says,
    done,
    from: part('from'),
    start: part('start'),
    due,
    extensionDays: d.extension && !own ? Number(row[d.extension] ?? 0) : 0,
    own,
    rule: own ? null : (office.profile.deadlines.rules.find((r) => r.id === rule) ?? null),
    state,
    words: wordsOf({
      ...{ state, reason: part('reason'), due, asOf },
      late: due === null || done === null ? '' : lateText(office, due, rule, done),
      over: due === null ? '' : overdueText(overdueBy(office, due, rule, asOf)),
    }),
  };
}

interface Found {
  state: DeadlineState;
  /** Why the step does not apply to the case; null where there is no such limit. */
  reason: string | null;
  due: Day | null;
  /** Of what was done, in words for where that was late. */
  late: string;
  /** Of what is open, in the words of the lists of such cases. */
  over: string;
  asOf: Day;
}

function wordsOf({ state, reason, due, late, over, asOf }: Found): string {
  switch (state) {
    case 'on_time':
      return due !== null && due > asOf ? '按期（期限在截止日之后，尚不计入及时率）' : '按期';
    case 'late':
      return late;
    case 'open':
      return `至截止日未完成，${over}`;
    case 'not_due':
      return due === null ? '未到期（期限落在未公布节假日的年度）' : '未到期';
    case 'undated':
      return '期限未定：落在未公布节假日的年度，未计';
    case 'not_applicable':
      return reason === null ? '没有适用的期限' : `不适用：${reason}`;
  }
}
