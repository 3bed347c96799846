import { fieldLabel } from '../../../src/domain/ledgers';
import type { Office } from '../../../src/domain/office';
import { type Cases, caseRows } from './cases';

/** The rows, and above them the template's headers. */
export function* withHeader(office: Office, cases: Cases): Generator<readonly string[]> {
  yield office.catalogue.ledger('complaints').fields.map(fieldLabel);
  yield* caseRows(office, cases);
}

const csvCell = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The rows as one CSV text, some thousand lines at a time. */
export function* csvOf(office: Office, cases: Cases): Generator<string> {
  let lines: string[] = [];
  for (const row of withHeader(office, cases)) {
    lines.push(`${row.map(csvCell).join(',')}\n`);
    if (lines.length < 5000) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length) yield lines.join('');
}
