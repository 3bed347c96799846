import { dueColumn, ruleColumn } from '../domain/catalogue/columns';
import type { Attention } from '../domain/catalogue/indicator';
import type { Day } from '../domain/day';
import type { EvidenceRow, FigureQuestion } from '../domain/evidence';
import { type Deadline, fieldLabel, type Ledger, ledgerField } from '../domain/ledgers';
import type { Office } from '../domain/office';
import { type Overdue, overdueBy } from '../domain/overdue';

/** One case past its deadline as a unit's page lists it. */
export interface OverdueRow {
  id: string;
  /** By what its deadline is looked up; empty where the ledger does not tell. */
  kind: string;
  /** Code of the place, id of the department. */
  county: string;
  department: string;
  /** The day by which its deadline is looked up. */
  begun: Day;
  due: Day;
  /** How long past its deadline at the cut-off, counted as the limit is. */
  over: Overdue;
  file: string;
  /** Empty where the file has none. */
  sheet: string;
  row: number;
}

/** What is past its deadline, in the words of its ledger. */
export interface OverdueOf {
  ledger: Ledger;
  deadline: Deadline;
  /** Heads of the columns: 类型 (null where there is none), 接收日期, 办结期限. */
  kind: string | null;
  begun: string;
  due: string;
}

export function overdueOf({ catalogue }: Office, { ledger: id, period }: Attention): OverdueOf {
  const ledger = catalogue.ledger(id);
  const deadline = catalogue.deadline(period.due) as Deadline;
  const { kind, on } = deadline.lookedUpBy;
  const label = (name: string) => fieldLabel(ledgerField(ledger, name));
  return {
    ledger,
    deadline,
    kind: kind === undefined ? null : label(kind),
    begun: label(on),
    due: `${deadline.name}期限`,
  };
}

/** Asks for all cases of an area that wait, the earliest deadline first. */
export const overdueQuestion = (
  { id, question, period }: Attention,
  area: Pick<FigureQuestion, 'level' | 'id'>,
  asOf: Day,
): FigureQuestion & { persons?: undefined } => ({
  indicator: id,
  side: question.side,
  ...area,
  period: null,
  asOf,
  sort: { column: dueColumn(period.due), descending: false },
});

const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value));

/** Rows of `overdueQuestion`, and how long past their deadline they are at the cut-off. */
export function overdueRows(office: Office, of: Attention, rows: readonly EvidenceRow[], asOf: Day): OverdueRow[] {
  const { ledger, deadline } = overdueOf(office, of);
  const { kind, on } = deadline.lookedUpBy;
  return rows.map((r) => {
    const due = text(r[dueColumn(deadline.id)]);
    return {
      id: text(r[ledger.idField]),
      kind: kind === undefined ? '' : text(r[kind]),
      county: text(r.county),
      department: text(r.department),
      begun: text(r[on]),
      due,
      over: overdueBy(office, due, text(r[ruleColumn(deadline.id)]), asOf),
      file: text(r.file),
      sheet: text(r.sheet),
      row: Number(r.row),
    };
  });
}
