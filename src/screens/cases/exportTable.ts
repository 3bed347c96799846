import type { EvidenceRow } from '../../domain/evidence';
import type { Office } from '../../domain/office';
import type { ReportTable } from '../../report/tables';
import { type CaseColumn, shownValue } from './columns';

/** Case rows as a report table: codes by name, numbers as numbers, days as ISO text. */
export const caseTable = (
  office: Office,
  columns: readonly CaseColumn[],
  rows: readonly EvidenceRow[],
): ReportTable => ({
  columns: columns.map(({ label, width }) => ({ label, width: Math.round(width / 8) })),
  rows: rows.map((row) =>
    columns.map((column) => {
      const value = shownValue(office, column, row);
      if (value === '') return null;
      // Amounts have cents; the other numbers of the ledgers are whole.
      if (typeof value === 'number')
        return { number: value, format: column.key.endsWith('_yuan') ? ('points' as const) : ('count' as const) };
      return value;
    }),
  ),
});
