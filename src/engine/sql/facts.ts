import type { Day } from '../../domain/day';
import type { CaseLedger } from '../../domain/indicators';
import type { Ledger } from '../../domain/ledgers';
import type { DeadlineRule } from '../../domain/profile';
import { firstDay, limitsOf } from './limits';
import { dateLiteral, literal, name } from './text';

/**
 * Finds the ids that several current submissions of one unit hold, and the rows of all but the latest.
 * @param units units with more than one current submission of this ledger; others cannot repeat
 */
export const repeatedCases = (ledger: CaseLedger, id: string, units: readonly string[]): string[] => [
  `DELETE FROM repeated_case WHERE ledger = '${ledger}'`,
  `DELETE FROM superseded WHERE ledger = '${ledger}'`,
  ...(units.length
    ? [
        `INSERT INTO repeated_case SELECT '${ledger}', f.unit, c.${id}, max(f.ord)
         FROM ${ledger} c JOIN current_submission f ON f.id = c.submission
         WHERE f.unit IN (${units.map(literal).join(', ')}) GROUP BY f.unit, c.${id} HAVING count(*) > 1`,
        `INSERT INTO superseded SELECT '${ledger}', c.submission, c.sheet, c."row"
         FROM ${ledger} c JOIN current_submission f ON f.id = c.submission
         JOIN repeated_case l ON l.ledger = '${ledger}' AND l.unit = f.unit AND l.id = c.${id} WHERE l.ord <> f.ord`,
      ]
    : []),
];

/**
 * The number of facts that was made, and the number of rows that they are of: one each, or a look-up has multiplied or
 * lost a case. The rows are counted without a join, so that this cannot err in the same way.
 * @param repeats whether any case stands in several submissions of its unit
 */
export function factCounts(ledger: Ledger & { id: CaseLedger }, asOf: Day, repeats: boolean): string {
  const id = `c.${name(ledger.idField)}`;
  const standing = `FROM ${ledger.id} c
    WHERE c.submission IN (SELECT id FROM current_submission) AND ${firstDay(ledger)} <= ${dateLiteral(asOf)}`;
  // Few ids repeat: only their rows are asked which of them counts.
  const repeated = `(${id} IN (SELECT l.id FROM repeated_case l WHERE l.ledger = '${ledger.id}'))`;
  const meant = repeats
    ? `(SELECT count(*) ${standing} AND ${repeated} IS NOT TRUE)
    + (SELECT count(*) FROM (SELECT c.submission, ${id} AS id ${standing} AND ${repeated}) c
      WHERE NOT EXISTS (FROM repeated_case l WHERE l.ledger = '${ledger.id}' AND l.id = c.id
        AND l.unit IN (SELECT unit FROM current_submission f WHERE f.id = c.submission AND f.ord <> l.ord)))`
    : `(SELECT count(*) ${standing})`;
  return `SELECT CAST((SELECT count(*) FROM ${ledger.id}_facts) AS INTEGER) AS made, CAST(${meant} AS INTEGER) AS meant`;
}

/** Without repeats the look-up is left out. */
const latest = (ledger: CaseLedger, repeats: boolean): string =>
  repeats
    ? ` AND NOT EXISTS (FROM superseded x WHERE x.ledger = '${ledger}'
    AND x.submission = c.submission AND x.sheet IS NOT DISTINCT FROM c.sheet AND x."row" = c."row")`
    : '';

/** Complaints as they stood at the cut-off: later events are blank. An undecided case's closure limit runs from the last day for deciding. */
function complaintsAt(asOf: Day, repeats: boolean): string {
  const k = dateLiteral(asOf);
  const by = (column: string) => `CASE WHEN c.${column} <= ${k} THEN c.${column} END`;
  const closureDue = `CASE WHEN c.accepted_on <= ${k} THEN c.accepted_closure_due ELSE c.open_closure_due END`;
  const feedbackDue = `CASE WHEN c.closed_on <= ${k} THEN c.closed_feedback_due END`;
  return `SELECT c.submission, c.sheet, c."row", c.place, c.department, c.received_on,
    ${by('accepted_on')} AS accepted_on, ${by('closed_on')} AS closed_on, ${by('feedback_on')} AS feedback_on,
    c.named, c.rated, c.satisfied, c.acceptance_rule, c.closure_rule, c.feedback_rule,
    c.kept OR coalesce(c.accepted_on > ${k}, false) AS handled,
    c.acceptance_due, ${closureDue} AS closure_due, ${feedbackDue} AS feedback_due,
    c.acceptance_rule IS NOT NULL AND c.acceptance_due IS NULL AS acceptance_undated,
    c.closure_rule IS NOT NULL AND (coalesce(c.accepted_on <= ${k}, false) OR c.acceptance_rule IS NOT NULL)
      AND ${closureDue} IS NULL AS closure_undated,
    c.feedback_rule IS NOT NULL AND coalesce(c.closed_on <= ${k}, false) AND ${feedbackDue} IS NULL AS feedback_undated
  FROM complaints_limits c WHERE c.received_on <= ${k}${latest('complaints', repeats)}`;
}

/** Penalty cases as they stood at the cut-off. */
function penaltiesAt(asOf: Day, repeats: boolean): string {
  const k = dateLiteral(asOf);
  const by = (column: string) => `CASE WHEN c.${column} <= ${k} THEN c.${column} END AS ${column}`;
  return `SELECT c.submission, c.sheet, c."row", c.place, c.department, c.decided_on, c.decided_or_filed_on,
    ${by('disclosed_on')}, ${by('platform_entered_on')}, ${by('transferred_on')},
    c.ordinary, coalesce(c.withheld_on <= ${k}, false) AS withheld, c.checked, c.accurate, c.crime_suspected,
    c.disclosure_rule, c.disclosure_due,
    c.disclosure_rule IS NOT NULL AND c.disclosure_due IS NULL AS disclosure_undated
  FROM penalties_limits c WHERE c.decided_or_filed_on <= ${k}${latest('penalties', repeats)}`;
}

/**
 * The facts of a ledger at a cut-off, read from `…_limits`: one row a case, of a case in several periods that of the latest.
 * `…_undated`: a rule is in force and the day it runs from is known, but the limit ends beyond the calendar. Columns: see
 * `ComplaintFact` and `PenaltyFact`, and `submission`, `sheet`, `row`, `place`, `department`, `…_rule`.
 * @param repeats whether any case stands in several submissions of its unit
 */
export const factsAt = (ledger: CaseLedger, asOf: Day, repeats: boolean): string =>
  `CREATE OR REPLACE VIEW ${ledger}_facts AS ${(ledger === 'complaints' ? complaintsAt : penaltiesAt)(asOf, repeats)}`;

/** The same from the ledger itself, as one statement for whoever checks it by hand. */
const factsOf = (ledger: CaseLedger, rules: readonly DeadlineRule[], asOf: Day): string =>
  `CREATE OR REPLACE VIEW ${ledger}_facts AS WITH ${ledger}_limits AS (
  ${limitsOf(ledger, rules, 'SELECT id FROM current_submission')}
  )
  ${(ledger === 'complaints' ? complaintsAt : penaltiesAt)(asOf, true)}`;

export const complaintFacts = (rules: readonly DeadlineRule[], asOf: Day): string => factsOf('complaints', rules, asOf);
export const penaltyFacts = (rules: readonly DeadlineRule[], asOf: Day): string => factsOf('penalties', rules, asOf);
