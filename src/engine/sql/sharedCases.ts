import type { Ledger } from '../../domain/ledgers';
import { sheetName } from './evidence';
import { isLatest } from './facts';
import { departmentOf, firstDay, placeOf } from './limits';
import { name } from './text';

/**
 * Every row of a current submission that counts; a unit has one row of an id there.
 * @param ledgers of cases: lines of returns are numbered alike by every unit
 */
const standing = (ledgers: readonly Ledger[]): string =>
  ledgers
    .map((ledger) => {
      const { id, idField } = ledger;
      return `SELECT '${id}' AS ledger, c.${name(idField)} AS id, s.unit, s.submission, s.file, ${sheetName('c')} AS sheet, c."row",
        CAST(${placeOf(ledger)} AS VARCHAR) AS place, CAST(${departmentOf(ledger)} AS VARCHAR) AS department, strftime(${firstDay(ledger)}, '%Y-%m-%d') AS day
        FROM ${id} c JOIN current_submission s ON s.id = c.submission WHERE ${isLatest(id)}`;
    })
    .join('\n  UNION ALL ');

const shared = (ledgers: readonly Ledger[]): string =>
  `SELECT ledger, id FROM (${standing(ledgers)}) GROUP BY ledger, id HAVING min(unit) <> max(unit)`;

/** Number of cases (ledger, id) that current submissions of more than one unit hold, each with a row that counts. */
export const sharedCaseCount = (ledgers: readonly Ledger[]): string =>
  `SELECT CAST(count(*) AS INTEGER) AS total FROM (${shared(ledgers)})`;

/**
 * One page of them by ledger and id, a row for each unit: that of the unit's latest period, as in the facts. Columns:
 * `ledger`, and those of `SharedRow` with the case's `id`.
 */
export const sharedCaseRows = (ledgers: readonly Ledger[], offset: number, limit: number): string =>
  `WITH page AS (${shared(ledgers)} ORDER BY ledger, id LIMIT ${limit} OFFSET ${offset})
  SELECT r.* FROM (${standing(ledgers)}) r JOIN page p ON p.ledger = r.ledger AND p.id = r.id
  ORDER BY r.ledger, r.id, r.unit`;

/** Numbers of cases of a unit that count as another's, for that has taken them over: `CarriedCases`. */
export const carriedCases = `SELECT ledger, unit, heir, CAST(count(*) AS INTEGER) AS cases
  FROM repeated_case WHERE heir IS NOT NULL GROUP BY ALL ORDER BY ALL`;
