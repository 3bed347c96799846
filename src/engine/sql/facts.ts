import type { Day } from '../../domain/day';
import { rulesOf } from '../../domain/deadlines';
import type { CaseLedger } from '../../domain/indicators';
import { COMPLAINTS, type Ledger, ledgerField, PENALTIES } from '../../domain/ledgers';
import type { DeadlineRule, Step } from '../../domain/profile';
import { dateLiteral, folded, literal, name } from './text';

/** SQL for the text of a field of `c`, a blank read as what it stands for in this ledger. */
export const told = (ledger: Ledger, field: string): string => {
  const found = ledgerField(ledger, field);
  const column = `c.${name(field)}`;
  return found.type === 'list' && found.blank !== undefined ? `coalesce(${column}, ${literal(found.blank)})` : column;
};

/** SQL for the id of the rule that applies to a row of `c`; NULL where none is in force. Mirrors `findRule`. */
export function ruleCase(
  rules: readonly DeadlineRule[],
  step: Step,
  has: { kind?: string; channel?: string; on: string },
): string {
  const cases = rulesOf(rules, step).map((r) => {
    const tests = [
      r.kind && (has.kind ? `${has.kind} = ${literal(r.kind)}` : 'false'),
      r.department && `c.department = ${literal(r.department)}`,
      r.channel && (has.channel ? `${has.channel} = ${literal(r.channel)}` : 'false'),
      r.from && `${has.on} >= ${dateLiteral(r.from)}`,
      r.to && `${has.on} <= ${dateLiteral(r.to)}`,
    ].filter((t) => t !== null);
    return { test: tests.join(' AND '), id: literal(r.id) };
  });
  const always = cases.findIndex((c) => c.test === '');
  if (always === 0) return cases[0]?.id ?? 'NULL';
  const reachable = always < 0 ? cases : cases.slice(0, always);
  const rest = always < 0 ? 'NULL' : (cases[always]?.id ?? 'NULL');
  if (reachable.length === 0) return rest;
  return `CASE ${reachable.map((c) => `WHEN ${c.test} THEN ${c.id}`).join(' ')} ELSE ${rest} END`;
}

/** Rows that count: of a case in several periods the one of the latest. Without repeats the look-up is left out. */
const latest = (ledger: CaseLedger, id: string, repeats: boolean): string =>
  repeats
    ? `
  FROM ${ledger} c JOIN current_submission f ON f.id = c.submission
  LEFT JOIN repeated_case l ON l.ledger = '${ledger}' AND l.unit = f.unit AND l.id = c.${id}
  WHERE (l.ord IS NULL OR l.ord = f.ord)`
    : `
  FROM ${ledger} c WHERE c.submission IN (SELECT id FROM current_submission)`;

/**
 * Finds the ids that several current submissions of one unit hold.
 * @param units units with more than one current submission of this ledger; others cannot repeat
 */
export const repeatedCases = (ledger: CaseLedger, id: string, units: readonly string[]): string[] => [
  `DELETE FROM repeated_case WHERE ledger = '${ledger}'`,
  ...(units.length
    ? [
        `INSERT INTO repeated_case SELECT '${ledger}', f.unit, c.${id}, max(f.ord)
         FROM ${ledger} c JOIN current_submission f ON f.id = c.submission
         WHERE f.unit IN (${units.map(literal).join(', ')}) GROUP BY f.unit, c.${id} HAVING count(*) > 1`,
      ]
    : []),
];

/** SQL of the first day of a case `c`: the first of the ledger's first dates that it has. */
export const firstDay = (ledger: Ledger): string =>
  `coalesce(${ledger.firstDate.map((f) => `c.${name(f)}`).join(', ')})`;

/**
 * The number of facts that was made, and the number of rows that they are of: one each, or a look-up has multiplied or
 * lost a case. The rows are counted without a join, so that this cannot err in the same way.
 */
export const factCounts = (ledger: Ledger & { id: CaseLedger }, asOf: Day): string =>
  `SELECT CAST((SELECT count(*) FROM ${ledger.id}_facts) AS INTEGER) AS made, CAST(count(*) AS INTEGER) AS meant
  FROM ${ledger.id} c WHERE c.submission IN (SELECT id FROM current_submission) AND ${firstDay(ledger)} <= ${dateLiteral(asOf)}
  AND NOT EXISTS (FROM repeated_case l WHERE l.ledger = '${ledger.id}' AND l.id = c.${name(ledger.idField)}
    AND l.unit IN (SELECT unit FROM current_submission f WHERE f.id = c.submission AND f.ord <> l.ord))`;

/**
 * Complaints as they stood at the cut-off: later events are blank, deadlines looked up, flags for the indicators.
 * `repeats`: whether any case stands in several submissions of its unit.
 * An undecided case's closure limit runs from the last day for deciding. `…_undated`: a rule is in force and the day it runs
 * from is known, but the limit ends beyond the calendar. Columns: see `ComplaintFact`, and
 * `submission`, `row`, `place`, `department`, `…_rule`.
 */
export function complaintFacts(rules: readonly DeadlineRule[], asOf: Day, repeats = true): string {
  const k = dateLiteral(asOf);
  const by = (column: string) => `CASE WHEN c.${column} <= ${k} THEN c.${column} END AS ${column}`;
  const rule = (step: Step) =>
    ruleCase(rules, step, { kind: 'c.kind', channel: folded('c.channel'), on: 'c.received_on' });
  const satisfaction = told(COMPLAINTS, 'satisfaction');
  return `CREATE OR REPLACE TABLE complaints_facts AS
  WITH at_cut_off AS (
    SELECT c.submission, c."row", c.place, c.department, c.received_on,
      ${by('accepted_on')}, ${by('closed_on')}, ${by('feedback_on')},
      CASE WHEN c.accepted_on > ${k} THEN NULL ELSE ${told(COMPLAINTS, 'acceptance')} END AS acceptance,
      coalesce(${told(COMPLAINTS, 'named')} = '是', false) AS named,
      coalesce(${satisfaction} IN ('满意', '基本满意', '不满意'), false) AS rated,
      coalesce(${satisfaction} IN ('满意', '基本满意'), false) AS satisfied,
      nullif(c.extension_days, 0) AS extension_days,
      ${rule('acceptance')} AS acceptance_rule, ${rule('closure')} AS closure_rule, ${rule('feedback')} AS feedback_rule
    ${latest('complaints', 'complaint_id', repeats)} AND c.received_on <= ${k}
  )
  SELECT a.* EXCLUDE (acceptance, extension_days),
    coalesce(a.acceptance NOT IN ('不予受理', '转办'), true) AS handled,
    da.due AS acceptance_due,
    CASE WHEN a.extension_days IS NULL THEN dc.due ELSE x.day END AS closure_due,
    df.due AS feedback_due,
    a.acceptance_rule IS NOT NULL AND da.due IS NULL AS acceptance_undated,
    a.closure_rule IS NOT NULL AND (a.accepted_on IS NOT NULL OR a.acceptance_rule IS NOT NULL)
      AND CASE WHEN a.extension_days IS NULL THEN dc.due ELSE x.day END IS NULL AS closure_undated,
    a.feedback_rule IS NOT NULL AND a.closed_on IS NOT NULL AND df.due IS NULL AS feedback_undated
  FROM at_cut_off a
  LEFT JOIN deadline da ON da.rule = a.acceptance_rule AND da.start = a.received_on
  LEFT JOIN deadline dc ON dc.rule = a.closure_rule AND dc.start = coalesce(a.accepted_on, da.due)
  LEFT JOIN workday x ON x.idx = dc.due_idx + a.extension_days
  LEFT JOIN deadline df ON df.rule = a.feedback_rule AND df.start = a.closed_on`;
}

/**
 * Penalty cases as they stood at the cut-off. Columns: see `PenaltyFact`. A case exists from its decision, where there is
 * none from its filing; only a decision is to be disclosed.
 */
export function penaltyFacts(rules: readonly DeadlineRule[], asOf: Day, repeats = true): string {
  const k = dateLiteral(asOf);
  const by = (column: string) => `CASE WHEN c.${column} <= ${k} THEN c.${column} END AS ${column}`;
  const rule = ruleCase(rules, 'disclosure', { on: 'c.decided_on' });
  const first = firstDay(PENALTIES);
  const check = told(PENALTIES, 'disclosure_check');
  return `CREATE OR REPLACE TABLE penalties_facts AS
  WITH at_cut_off AS (
    SELECT c.submission, c."row", c.place, c.department, c.decided_on, ${first} AS decided_or_filed_on,
      ${by('disclosed_on')}, ${by('platform_entered_on')}, ${by('transferred_on')},
      coalesce(${told(PENALTIES, 'procedure')} = '普通程序', false) AS ordinary,
      c.nondisclosure_reason IS NOT NULL AND coalesce(c.nondisclosure_approved_on <= ${k}, false) AS withheld,
      ${check} IS NOT NULL AS checked,
      coalesce(${check} = '一致', false) AS accurate,
      coalesce(${told(PENALTIES, 'crime_suspected')} = '是', false) AS crime_suspected,
      CASE WHEN c.decided_on IS NOT NULL THEN ${rule} END AS disclosure_rule
    ${latest('penalties', 'case_id', repeats)} AND ${first} <= ${k}
  )
  SELECT a.*, dd.due AS disclosure_due,
    a.disclosure_rule IS NOT NULL AND a.decided_on IS NOT NULL AND dd.due IS NULL AS disclosure_undated
  FROM at_cut_off a LEFT JOIN deadline dd ON dd.rule = a.disclosure_rule AND dd.start = a.decided_on`;
}
