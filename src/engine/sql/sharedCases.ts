import type { Ledger } from '../../domain/ledgers';
import { sheetName } from './evidence';
import { firstDay } from './limits';
import { name } from './text';

/** Every row that stands in a current submission, of all ledgers of cases: lines of returns are numbered alike by every unit. */
const standing = (ledgers: readonly Ledger[]): string =>
  ledgers
    .filter(({ firstDate }) => firstDate.length > 0)
    .map((ledger) => {
      const { id, idField } = ledger;
      return `SELECT '${id}' AS ledger, c.${name(idField)} AS id, s.unit, s.ord, s.submission, s.file, ${sheetName('c')} AS sheet, c."row",
        c.place, c.department, strftime(${firstDay(ledger)}, '%Y-%m-%d') AS day
        FROM ${id} c JOIN current_submission s ON s.id = c.submission`;
    })
    .join('\n  UNION ALL ');

const shared = (ledgers: readonly Ledger[]): string =>
  `SELECT ledger, id FROM (${standing(ledgers)}) GROUP BY ledger, id HAVING min(unit) <> max(unit)`;

/** Number of cases (ledger, id) that current submissions of more than one unit hold. */
export const sharedCaseCount = (ledgers: readonly Ledger[]): string =>
  `SELECT CAST(count(*) AS INTEGER) AS total FROM (${shared(ledgers)})`;

/**
 * One page of them by ledger and id, a row for each unit: that of the unit's latest period, as in the facts. Columns:
 * `ledger`, and those of `SharedRow` with the case's `id`.
 */
export const sharedCaseRows = (ledgers: readonly Ledger[], offset: number, limit: number): string =>
  `WITH page AS (${shared(ledgers)} ORDER BY ledger, id LIMIT ${limit} OFFSET ${offset})
  SELECT r.* EXCLUDE (ord) FROM (${standing(ledgers)}) r JOIN page p ON p.ledger = r.ledger AND p.id = r.id
  QUALIFY row_number() OVER (PARTITION BY r.ledger, r.id, r.unit ORDER BY r.ord DESC) = 1
  ORDER BY r.ledger, r.id, r.unit`;
