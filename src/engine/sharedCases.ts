import type { Ledger, LedgerId } from '../domain/ledgers';
import type { CarriedCases, SharedCase, SharedCasePage, SharedRow } from '../domain/sharedCases';
import type { Database } from './port';
import { carriedCases, sharedCaseCount, sharedCaseRows } from './sql/sharedCases';

/**
 * One page of the cases that current submissions of more than one unit hold.
 * @param ledgers those of which more than one unit has any
 */
export async function sharedCasesPage(
  db: Database,
  ledgers: readonly Ledger[],
  offset: number,
  limit: number,
): Promise<SharedCasePage> {
  const [count] = ledgers.length > 0 ? await db.rows(sharedCaseCount(ledgers)) : [];
  const total = (count?.total ?? 0) as number;
  const carried = (await db.rows(carriedCases)) as unknown as CarriedCases[];
  const cases: SharedCase[] = [];
  if (total === 0 || limit === 0) return { total, cases, carried };
  for (const { ledger, id, ...row } of await db.rows(sharedCaseRows(ledgers, offset, limit))) {
    const last = cases.at(-1);
    if (last?.ledger === ledger && last?.id === id) last?.rows.push(row as unknown as SharedRow);
    else cases.push({ ledger: ledger as LedgerId, id: id as string, rows: [row as unknown as SharedRow] });
  }
  return { total, cases, carried };
}
