import { rulesOf } from '../../domain/deadlines';
import type { CaseLedger } from '../../domain/indicators';
import { COMPLAINTS, type Ledger, ledgerField, PENALTIES } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import type { DeadlineRule, Step } from '../../domain/profile';
import { departmentIds, oneOf, placeCodes } from './known';
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

/** The same as the number that tables keep of a rule: looked up as text, deadlines took half as long again. */
const ruleNumber = (...[rules, step, has]: Parameters<typeof ruleCase>): string =>
  `CAST(${ruleCase(rules, step, has)} AS ${oneOf(rules.map((r) => r.id))})`;

/** SQL of the first day of a case `c`: the first of the ledger's first dates that it has. */
export const firstDay = (ledger: Ledger): string =>
  `coalesce(${ledger.firstDate.map((f) => `c.${name(f)}`).join(', ')})`;

/**
 * Tables of what is known of each case whatever the cut-off: see `limitsOf`. A place, department or rule that the office
 * does not have is refused when it comes.
 */
export function limitTables(office: Office): string[] {
  const place = oneOf(placeCodes(office));
  const department = oneOf(departmentIds(office));
  const rule = oneOf(office.profile.deadlines.rules.map((r) => r.id));
  const row = `submission INTEGER, sheet INTEGER, "row" INTEGER, place ${place}, department ${department}`;
  const all = (names: string, type: string) => names.split(' ').map((n) => `${n} ${type}`);
  const complaints = [
    ...all('received_on accepted_on closed_on feedback_on', 'DATE'),
    ...all('acceptance_due accepted_closure_due open_closure_due closed_feedback_due', 'DATE'),
    ...all('acceptance_rule closure_rule feedback_rule', rule),
    ...all('kept named rated satisfied', 'BOOLEAN'),
  ];
  const penalties = [
    ...all('decided_on decided_or_filed_on disclosed_on platform_entered_on transferred_on withheld_on', 'DATE'),
    ...all('disclosure_due', 'DATE'),
    ...all('disclosure_rule', rule),
    ...all('ordinary checked accurate crime_suspected', 'BOOLEAN'),
  ];
  return [
    `CREATE OR REPLACE TABLE complaints_limits (${[row, ...complaints].join(', ')})`,
    `CREATE OR REPLACE TABLE penalties_limits (${[row, ...penalties].join(', ')})`,
  ];
}

/**
 * What is known of each complaint whatever the cut-off: its days, its deadlines from each day that they may run from, and
 * flags for the indicators. `accepted_closure_due` runs from the day of acceptance, `open_closure_due` of a case that is
 * not decided from the last day for deciding; `kept`: as decided, it stays with who handles it.
 */
function complaintLimits(rules: readonly DeadlineRule[], submissions: string): string {
  const rule = (step: Step) =>
    ruleNumber(rules, step, { kind: 'c.kind', channel: folded('c.channel'), on: 'c.received_on' });
  const satisfaction = told(COMPLAINTS, 'satisfaction');
  return `WITH told AS (
    SELECT c.submission, c.sheet, c."row", c.place, c.department, c.received_on, c.accepted_on, c.closed_on, c.feedback_on,
      coalesce(${told(COMPLAINTS, 'acceptance')} NOT IN ('不予受理', '转办'), true) AS kept,
      coalesce(${told(COMPLAINTS, 'named')} = '是', false) AS named,
      coalesce(${satisfaction} IN ('满意', '基本满意', '不满意'), false) AS rated,
      coalesce(${satisfaction} IN ('满意', '基本满意'), false) AS satisfied,
      nullif(c.extension_days, 0) AS extension_days,
      ${rule('acceptance')} AS acceptance_rule, ${rule('closure')} AS closure_rule, ${rule('feedback')} AS feedback_rule
    FROM complaints c WHERE c.submission IN (${submissions})
  )
  SELECT t.* EXCLUDE (extension_days),
    da.due AS acceptance_due,
    CASE WHEN t.extension_days IS NULL THEN dc.due ELSE xc.day END AS accepted_closure_due,
    CASE WHEN t.extension_days IS NULL THEN du.due ELSE xu.day END AS open_closure_due,
    df.due AS closed_feedback_due
  FROM told t
  LEFT JOIN deadline da ON da.rule = t.acceptance_rule AND da.start = t.received_on
  LEFT JOIN deadline dc ON dc.rule = t.closure_rule AND dc.start = t.accepted_on
  LEFT JOIN workday xc ON xc.idx = dc.due_idx + t.extension_days
  LEFT JOIN deadline du ON du.rule = t.closure_rule AND du.start = da.due
  LEFT JOIN workday xu ON xu.idx = du.due_idx + t.extension_days
  LEFT JOIN deadline df ON df.rule = t.feedback_rule AND df.start = t.closed_on`;
}

/**
 * The same of penalty cases. A case exists from its decision, where there is none from its filing; only a decision is to be
 * disclosed. `withheld_on`: the day on which its not being disclosed was approved for a reason.
 */
function penaltyLimits(rules: readonly DeadlineRule[], submissions: string): string {
  const check = told(PENALTIES, 'disclosure_check');
  return `WITH told AS (
    SELECT c.submission, c.sheet, c."row", c.place, c.department, c.decided_on, ${firstDay(PENALTIES)} AS decided_or_filed_on,
      c.disclosed_on, c.platform_entered_on, c.transferred_on,
      CASE WHEN c.nondisclosure_reason IS NOT NULL THEN c.nondisclosure_approved_on END AS withheld_on,
      coalesce(${told(PENALTIES, 'procedure')} = '普通程序', false) AS ordinary,
      ${check} IS NOT NULL AS checked,
      coalesce(${check} = '一致', false) AS accurate,
      coalesce(${told(PENALTIES, 'crime_suspected')} = '是', false) AS crime_suspected,
      CASE WHEN c.decided_on IS NOT NULL THEN ${ruleNumber(rules, 'disclosure', { on: 'c.decided_on' })} END AS disclosure_rule
    FROM penalties c WHERE c.submission IN (${submissions})
  )
  SELECT t.*, dd.due AS disclosure_due
  FROM told t LEFT JOIN deadline dd ON dd.rule = t.disclosure_rule AND dd.start = t.decided_on`;
}

/** The rows of `…_limits` of some submissions. @param submissions SQL of a list of keys */
export const limitsOf = (ledger: CaseLedger, rules: readonly DeadlineRule[], submissions: string): string =>
  (ledger === 'complaints' ? complaintLimits : penaltyLimits)(rules, submissions);
