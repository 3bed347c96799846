import type { Day } from '../domain/day';
import type { EvidenceRow } from '../domain/evidence';
import type { Office } from '../domain/office';
import { type Overdue, overdueBy } from '../domain/overdue';

/** One open overdue complaint as a unit's page lists it. */
export interface OverdueRow {
  id: string;
  kind: string;
  /** Code of the place, id of the department. */
  county: string;
  department: string;
  receivedOn: Day;
  due: Day;
  /** How long past its deadline at the cut-off, counted as the limit is. */
  over: Overdue;
  file: string;
  /** Empty where the file has none. */
  sheet: string;
  row: number;
}

const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value));

/** Rows of 超期未办结 with names for codes, and how long past their deadline they are at the cut-off. */
export const overdueRows = (office: Office, rows: readonly EvidenceRow[], asOf: Day): OverdueRow[] =>
  rows.map((r) => ({
    id: text(r.complaint_id),
    kind: text(r.kind),
    county: text(r.county),
    department: text(r.department),
    receivedOn: text(r.received_on),
    due: text(r.closure_due),
    over: overdueBy(office, text(r.closure_due), text(r.closure_rule), asOf),
    file: text(r.file),
    sheet: text(r.sheet),
    row: Number(r.row),
  }));
