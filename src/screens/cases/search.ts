import type { Catalogue } from '../../domain/catalogue/catalogue';
import {
  caseNumber,
  type EvidencePage,
  type EvidenceQuestion,
  type EvidenceRow,
  ledgerOf,
} from '../../domain/evidence';

/** A question with its first page. */
export interface Found {
  question: EvidenceQuestion;
  page: EvidencePage;
}

/** Whether the row's own number is what is searched for. */
const bearsNumber = (catalogue: Catalogue, question: EvidenceQuestion, row: EvidenceRow): boolean =>
  question.search !== undefined &&
  caseNumber(String(row[catalogue.ledger(ledgerOf(catalogue, question)).idField] ?? '')) ===
    caseNumber(question.search);

/**
 * The one case that is meant by what was searched for in several ledgers: the one that bears the number, whatever else
 * mentions it, or the only one found. Null where there are several, or none.
 * @returns index of the question, and of the row on its first page
 */
export function meantCase(catalogue: Catalogue, found: readonly Found[]): { of: number; row: number } | null {
  const bearing = found.flatMap(({ question, page }, of) =>
    page.rows.flatMap((r, row) => (bearsNumber(catalogue, question, r) ? [{ of, row }] : [])),
  );
  if (bearing.length > 0) return bearing.length === 1 ? (bearing[0] ?? null) : null;
  if (found.reduce((n, f) => n + f.page.total, 0) !== 1) return null;
  return { of: found.findIndex((f) => f.page.total === 1), row: 0 };
}

/** Which of several questions is shown first: where a number is found, else the first that finds anything. */
export function shownFirst(catalogue: Catalogue, found: readonly Found[]): number {
  const bearing = found.findIndex(({ question, page }) => page.rows.some((r) => bearsNumber(catalogue, question, r)));
  if (bearing >= 0) return bearing;
  return Math.max(
    0,
    found.findIndex((f) => f.page.total > 0),
  );
}
