import type { Catalogue } from '../../../src/domain/catalogue/catalogue';
import type { Day } from '../../../src/domain/day';
import type { Ledger } from '../../../src/domain/ledgers';
import type { DeadlineRule, Step } from '../../../src/domain/profile';
import { type CellsRead, cellQueries } from '../../../src/engine/cells';
import type { Database } from '../../../src/engine/port';
import { firstDay, ruleCase } from '../../../src/engine/sql/limits';
import { told } from '../../../src/engine/sql/rowTests';
import { dateLiteral, folded, name } from '../../../src/engine/sql/text';

/**
 * The statement with which every change of the cut-off made the facts of all complaints anew, from the rows, before what
 * does not depend on the cut-off was kept (docs/adr/0027). Without its look-up of cases in several periods, which was left
 * out where there are none.
 */
function complaintFacts(complaints: Ledger, rules: readonly DeadlineRule[], asOf: Day): string {
  const k = dateLiteral(asOf);
  const by = (column: string) => `CASE WHEN c.${column} <= ${k} THEN c.${column} END AS ${column}`;
  const rule = (step: Step) =>
    ruleCase(rules, step, {
      kind: 'c.kind',
      department: 'c.department',
      channel: folded('c.channel'),
      on: 'c.received_on',
    });
  const satisfaction = told(complaints, 'satisfaction');
  return `CREATE OR REPLACE TABLE facts_of_before AS
  WITH at_cut_off AS (
    SELECT c.submission, c."row", c.place, c.department, c.received_on,
      ${by('accepted_on')}, ${by('closed_on')}, ${by('feedback_on')},
      CASE WHEN c.accepted_on > ${k} THEN NULL ELSE ${told(complaints, 'acceptance')} END AS acceptance,
      coalesce(${told(complaints, 'named')} = '是', false) AS named,
      coalesce(${satisfaction} IN ('满意', '基本满意', '不满意'), false) AS rated,
      coalesce(${satisfaction} IN ('满意', '基本满意'), false) AS satisfied,
      nullif(c.extension_days, 0) AS extension_days,
      ${rule('acceptance')} AS acceptance_rule, ${rule('closure')} AS closure_rule, ${rule('feedback')} AS feedback_rule
    FROM complaints c WHERE c.submission IN (SELECT id FROM current_submission) AND c.received_on <= ${k}
  )
  SELECT a.* EXCLUDE (acceptance, extension_days),
    coalesce(a.acceptance = '不予受理', false) AS refused, coalesce(a.acceptance = '转办', false) AS passed_on,
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

/** The guard of then: as many facts as rows, counted another way. */
const factCounts = (complaints: Ledger, asOf: Day): string =>
  `SELECT CAST((SELECT count(*) FROM facts_of_before) AS INTEGER) AS made, CAST(count(*) AS INTEGER) AS meant
  FROM complaints c WHERE c.submission IN (SELECT id FROM current_submission) AND ${firstDay(complaints)} <= ${dateLiteral(asOf)}
  AND NOT EXISTS (FROM repeated_case l WHERE l.ledger = 'complaints' AND l.id = c.${name(complaints.idField)}
    AND l.unit IN (SELECT unit FROM current_submission f WHERE f.id = c.submission AND f.ord <> l.ord))`;

/** Makes the cells of complaints as then. @returns Σ numerator/Σ denominator of each indicator, to be held against today's */
export async function cellsOfBefore(
  catalogue: Catalogue,
  db: Database,
  rules: readonly DeadlineRule[],
  asOf: Day,
): Promise<string> {
  const complaints = catalogue.ledger('complaints');
  await db.run(complaintFacts(complaints, rules, asOf));
  const [count] = await db.rows(factCounts(complaints, asOf));
  if (count?.made !== count?.meant) throw new Error(`${count?.made} facts of ${count?.meant} cases`);
  const sums = new Map<string, [number, number]>();
  const ofBefore = (sql: string) => db.rows(sql.replaceAll('complaints_facts', 'facts_of_before'));
  const read: CellsRead = { cells: [], durations: [], subjects: [], undated: [] };
  for (const query of cellQueries(catalogue, complaints, asOf))
    for (const row of await ofBefore(query.sql)) query.read(row, read);
  for (const { indicator, numerator, denominator } of read.cells) {
    const [n, d] = sums.get(indicator) ?? [0, 0];
    sums.set(indicator, [n + numerator, d + denominator]);
  }
  return sumsText(sums);
}

export const sumsText = (sums: ReadonlyMap<string, readonly [numerator: number, denominator: number]>): string =>
  [...sums]
    .filter(([, [, d]]) => d > 0)
    .map(([id, [n, d]]) => `${id} ${n}/${d}`)
    .sort()
    .join('; ');
