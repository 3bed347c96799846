import type { Day } from '../domain/day';
import type { EvidenceRow, FigureQuestion } from '../domain/evidence';
import type { Office } from '../domain/office';
import { type Overdue, overdueBy } from '../domain/overdue';
import { compareText } from '../domain/text';

/** What is still to be done about a case. */
export const OUTSTANDING = {
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

export type OutstandingKind = keyof typeof OUTSTANDING;
export const OUTSTANDING_KINDS = Object.keys(OUTSTANDING) as OutstandingKind[];

/** One case in which something is still to be done at the cut-off. */
export interface OutstandingRow {
  kind: OutstandingKind;
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
  /** Null where the file has none. */
  sheet: string | null;
  row: number;
}

/** The question behind a kind of 待办: all cases of the province, of whatever period, as they stood at the cut-off. */
export const outstandingQuestion = (office: Office, kind: OutstandingKind, asOf: Day): FigureQuestion => ({
  indicator: OUTSTANDING[kind].indicator,
  side: OUTSTANDING[kind].side,
  level: 'province',
  id: office.regions.province.code,
  period: null,
  asOf,
});

const text = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));

/** Rows of `outstandingQuestion` as 待办, the longest overdue first. */
export function outstandingRows(
  office: Office,
  kind: OutstandingKind,
  rows: readonly EvidenceRow[],
  asOf: Day,
): OutstandingRow[] {
  const { indicator, since, due, rule } = OUTSTANDING[kind];
  const { idField } = office.catalogue.ledger(office.catalogue.overCases(indicator).ledger);
  return rows
    .map((r): OutstandingRow => {
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
        sheet: text(r.sheet),
        row: Number(r.row),
      };
    })
    .sort(
      (a, b) =>
        compareText(a.due ?? '9', b.due ?? '9') ||
        compareText(a.file, b.file) ||
        compareText(a.sheet ?? '', b.sheet ?? '') ||
        a.row - b.row,
    );
}
