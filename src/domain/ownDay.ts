import { dueColumn } from './catalogue/columns';
import { type Deadline, fieldLabel, type Ledger, ledgerField } from './ledgers';

/** A day of the row itself that goes before the rule of a deadline: 检查期限. */
export interface OwnDay {
  /** Column of the deadline that it decides. */
  due: string;
  field: string;
  label: string;
}

/** Of a deadline of a ledger; undefined where only rules decide. */
export const ownDayOf = (ledger: Ledger, { id, set }: Deadline): OwnDay | undefined =>
  set === undefined ? undefined : { due: dueColumn(id), field: set, label: fieldLabel(ledgerField(ledger, set)) };

/** Whether it decided the deadline of a case. Without a day from which a limit runs there is no deadline either way. */
export const decided = ({ due, field }: OwnDay, row: Readonly<Record<string, unknown>>): boolean =>
  (row[field] ?? null) !== null && (row[due] ?? null) !== null;

/** What is cited as the basis where it did. */
export const ownDayText = ({ label }: OwnDay): string => `台账所填${label}`;
