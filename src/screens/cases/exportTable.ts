import type { Day } from '../../domain/day';
import type { EvidenceRow } from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import type { ReportCell, ReportTable } from '../../report/tables';
import { allColumns, type CaseColumn, isAfterCutOff, shownValue } from './columns';

/** All columns of a ledger; sheets where any of the rows comes from one. */
export const exportedColumns = (office: Office, ledger: LedgerId, rows: readonly EvidenceRow[]): CaseColumn[] =>
  allColumns(office, ledger).filter((c) => c.key !== 'sheet' || rows.some((row) => (row.sheet ?? '') !== ''));

/** Which fields of a row tell of what happened after the cut-off, and so do not count. */
const AFTER = { label: '截止日后（未计入）', width: 20 };

/**
 * Case rows as a report table: codes by name, numbers as numbers, days as days, amounts with their unit.
 * @param first the columns up to the one that names what lies after the cut-off
 * @param rest those behind it
 */
export function caseTable(
  office: Office,
  asOf: Day,
  rows: readonly EvidenceRow[],
  first: readonly CaseColumn[],
  rest: readonly CaseColumn[] = [],
): ReportTable {
  const all = [...first, ...rest];
  const cell = (column: CaseColumn, row: EvidenceRow): ReportCell => cellOf(column, shownValue(office, column, row));
  return {
    columns: [...first.map(head), AFTER, ...rest.map(head)],
    rows: rows.map((row) => [
      ...first.map((c) => cell(c, row)),
      all
        .filter((c) => isAfterCutOff(c, row, asOf))
        .map((c) => c.label)
        .join('、') || null,
      ...rest.map((c) => cell(c, row)),
    ]),
  };
}

const head = (column: CaseColumn) => ({
  label: column.amount ? `${column.label}（${column.amount.unit}）` : column.label,
  width: Math.round(column.width / 8),
});

function cellOf(column: CaseColumn, value: string | number): ReportCell {
  if (value === '') return null;
  if (typeof value === 'number')
    return { number: value, format: column.amount ? `amount${column.amount.decimals}` : 'count' };
  return column.kind === 'day' ? { day: value } : value;
}
