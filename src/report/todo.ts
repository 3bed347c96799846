import type { Day } from '../domain/day';
import type { EvidenceRow, FigureQuestion } from '../domain/evidence';
import { counted } from '../domain/evidence';
import { LEDGERS } from '../domain/ledgers';
import type { Office } from '../domain/office';
import { type Overdue, overdueBy } from '../domain/overdue';

/** What is still to be done about a case. */
export const TODO = {
  open: {
    name: '超期未办结',
    indicator: 'open_overdue',
    side: 'numerator',
    since: 'received_on',
    due: 'closure_due',
    rule: 'closure_rule',
  },
  undisclosed: {
    name: '应公示未公示',
    indicator: 'disclosure_rate',
    side: 'missing',
    since: 'decided_on',
    due: 'disclosure_due',
    rule: 'disclosure_rule',
  },
  unanswered: {
    name: '已办结未反馈',
    indicator: 'feedback_rate',
    side: 'missing',
    since: 'closed_on',
    due: 'feedback_due',
    rule: 'feedback_rule',
  },
} as const satisfies Record<
  string,
  Pick<FigureQuestion, 'indicator' | 'side'> & { name: string; since: string; due: string; rule: string }
>;

export type TodoKind = keyof typeof TODO;
export const TODO_KINDS = Object.keys(TODO) as TodoKind[];

/** One case in which something is still to be done at the cut-off. */
export interface TodoRow {
  kind: TodoKind;
  id: string;
  /** Codes. */
  place: string;
  department: string;
  /** The day from which the limit runs: received, decided, closed. */
  since: Day | null;
  due: Day | null;
  /** How long past the deadline, counted as its limit is; null where it has not passed, or is not known. */
  over: Overdue | null;
  file: string;
  row: number;
}

/** The question behind a kind of 待办: all cases of the province, of whatever period, as they stood at the cut-off. */
export const todoQuestion = (office: Office, kind: TodoKind, asOf: Day): FigureQuestion => ({
  indicator: TODO[kind].indicator,
  side: TODO[kind].side,
  level: 'province',
  id: office.regions.province.code,
  period: null,
  asOf,
});

const text = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));

/** Rows of `todoQuestion` as 待办, the longest overdue first. */
export function todoRows(office: Office, kind: TodoKind, rows: readonly EvidenceRow[], asOf: Day): TodoRow[] {
  const { indicator, since, due, rule } = TODO[kind];
  const { idField } = LEDGERS[counted(indicator).ledger];
  return rows
    .map((r): TodoRow => {
      const day = text(r[due]);
      return {
        kind,
        id: text(r[idField]) ?? '',
        place: text(r.county) ?? '',
        department: text(r.department) ?? '',
        since: text(r[since]),
        due: day,
        over: day === null || day > asOf ? null : overdueBy(office, day, text(r[rule]) ?? '', asOf),
        file: text(r.file) ?? '',
        row: Number(r.row),
      };
    })
    .sort((a, b) => order(a.due ?? '9', b.due ?? '9') || order(a.file, b.file) || a.row - b.row);
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
