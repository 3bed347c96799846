import papa from 'papaparse';
import type { Assessment } from '../assessment/assess';
import { rateText } from '../domain/display';
import { FORMULA } from '../domain/formula';
import type { Office } from '../domain/office';
import type { Scheme } from '../domain/scheme';
import type { UnitGroup } from '../domain/units';
import { type ReportCell, type ReportTable, rankingTable, scoreTable } from './tables';

/** Excel takes a CSV without it for GBK. */
const BOM = '\uFEFF';

/** The rankings of all groups as CSV (UTF-8 with BOM, CRLF): also the command line's `ranking.csv`. */
export const rankingCsv = (
  groups: readonly UnitGroup[],
  scheme: Scheme,
  assessment: Pick<Assessment, 'ranking'>,
): Promise<string> => tableCsv(rankingTable(scheme, assessment, groups));

/** The score sheets of all assessed units as CSV, one row per unit and item. */
export const scoreCsv = (office: Office, scheme: Scheme, assessment: Assessment): Promise<string> =>
  tableCsv(scoreTable(office.catalogue, scheme, assessment, office.groups));

/** Any report table as CSV. Rates are written as percent as the screens print them, other numbers bare. */
export const tableCsv = (table: ReportTable): Promise<string> =>
  recordsCsv(
    table.columns.map(({ label }, i) => ({ key: String(i), label })),
    table.rows.map((row) => Object.fromEntries(row.map((cell, i) => [String(i), plain(cell)]))),
  );

/**
 * Rows by key as CSV, e.g. case rows with `evidenceColumns`.
 * @returns text with BOM and CRLF; what looks like a formula is made harmless
 */
export async function recordsCsv(
  columns: readonly { key: string; label: string }[],
  rows: readonly Readonly<Record<string, string | number | null>>[],
): Promise<string> {
  const body = papa.unparse(
    { fields: columns.map((c) => c.label), data: rows.map((row) => columns.map((c) => row[c.key] ?? '')) },
    { escapeFormulae: FORMULA, newline: '\r\n' },
  );
  return `${BOM}${body}\r\n`;
}

/** CSV text as a file to save. */
export const csvBlob = (csv: string): Blob => new Blob([csv], { type: 'text/csv;charset=utf-8' });

const plain = (cell: ReportCell): string | number | null => {
  if (cell === null || typeof cell === 'string') return cell;
  if ('day' in cell) return cell.day;
  if ('text' in cell) return cell.text;
  if (cell.format === 'rate') return rateText(cell.number);
  return Number(cell.number.toFixed(4));
};
