import type { Catalogue } from '../domain/catalogue/catalogue';
import { dueColumn, ruleColumn } from '../domain/catalogue/columns';
import type { Asking, Question } from '../domain/catalogue/indicator';
import type { Day } from '../domain/day';
import type { EvidenceRow, FigureQuestion } from '../domain/evidence';
import type { IndicatorId } from '../domain/indicators';
import { fieldLabel, ledgerField } from '../domain/ledgers';
import type { Office } from '../domain/office';
import { type Overdue, overdueBy } from '../domain/overdue';
import { compareText } from '../domain/text';

/** What is still to be done about a case: an indicator whose cases are listed one by one. */
export type Outstanding = Asking & { question: { outstanding: NonNullable<Question['outstanding']> } };

/** All of it, in the order in which it is asked for. */
export const outstandingOf = (catalogue: Catalogue): Outstanding[] =>
  catalogue.asked.filter((i): i is Outstanding => i.question.outstanding !== undefined);

/** 起算日 of one: 接收日期. */
export const sinceLabel = (catalogue: Catalogue, { ledger, question }: Outstanding): string =>
  fieldLabel(ledgerField(catalogue.ledger(ledger), question.outstanding.since));

/** One case in which something is still to be done at the cut-off. */
export interface OutstandingRow {
  indicator: IndicatorId;
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

/** The question behind one: all cases of the province, of whatever period, as they stood at the cut-off. */
export const outstandingQuestion = (office: Office, { id, question }: Outstanding, asOf: Day): FigureQuestion => ({
  indicator: id,
  side: question.side,
  level: 'province',
  id: office.regions.province.code,
  period: null,
  asOf,
});

const text = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));

/** Rows of `outstandingQuestion` as 待办, the longest overdue first. */
export function outstandingRows(
  office: Office,
  { id: indicator, ledger, question }: Outstanding,
  rows: readonly EvidenceRow[],
  asOf: Day,
): OutstandingRow[] {
  const { since, due } = question.outstanding;
  const { idField } = office.catalogue.ledger(ledger);
  return rows
    .map((r): OutstandingRow => {
      const day = text(r[dueColumn(due)]);
      return {
        indicator,
        id: text(r[idField]) ?? '',
        place: text(r.county) ?? '',
        department: text(r.department) ?? '',
        since: text(r[since]),
        due: day,
        over: day === null || day > asOf ? null : overdueBy(office, day, text(r[ruleColumn(due)]) ?? '', asOf),
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
