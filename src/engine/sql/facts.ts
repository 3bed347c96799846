import type { Catalogue } from '../../domain/catalogue/catalogue';
import { dueColumn, ruleColumn, undatedColumn } from '../../domain/catalogue/columns';
import { countedEvents } from '../../domain/countedEvents';
import type { Day } from '../../domain/day';
import type { Deadline, Ledger, LedgerId } from '../../domain/ledgers';
import type { DeadlineRule } from '../../domain/profile';
import { askedColumns, firstColumn, firstDay, limitColumn, limitsOf } from './limits';
import { dateLiteral, literal, name } from './text';

/** A file that counts, under its key, of a unit that goes on with the open cases of another. */
export interface TakenOver {
  key: number;
  unit: string;
  /** Keys of the files that hold none of the cases that are taken over: of an id in them it cannot be told whose it was. */
  rivals: readonly number[];
}

/**
 * Finds the ids of which a unit has several rows in current submissions, or that one which has taken over its cases has in a
 * later period; and the rows that do not count, for one of the latest period does (docs/adr/0043).
 * @param units units with more than one current submission of this ledger; others cannot repeat
 */
export function repeatedCases(
  ledger: LedgerId,
  idField: string,
  units: readonly string[],
  taken: readonly TakenOver[],
): string[] {
  const asked = [...new Set([...units, ...taken.map((t) => t.unit)])];
  const id = `c.${name(idField)}`;
  if (asked.length === 0) return [];
  return [
    `INSERT INTO repeated_case SELECT '${ledger}', unit, id, max(ord),
       CASE WHEN max(ord) FILTER (WHERE holder = unit) < max(ord) THEN arg_max(holder, ord) END
     FROM (SELECT f.unit, ${id} AS id, f.ord, f.unit AS holder
       FROM ${ledger} c JOIN current_submission f ON f.id = c.submission
       WHERE f.unit IN (${asked.map(literal).join(', ')})${taken.length ? takenOver(ledger, id, taken) : ''})
     GROUP BY unit, id HAVING count(*) > 1 AND bool_or(holder = unit)`,
    `INSERT INTO superseded SELECT '${ledger}', c.submission, c.sheet, c."row"
     FROM ${ledger} c JOIN current_submission f ON f.id = c.submission
     JOIN repeated_case l ON l.ledger = '${ledger}' AND l.unit = f.unit AND l.id = ${id} WHERE l.ord <> f.ord`,
  ];
}

/** SQL of the rows of those who have taken over, as rows of those whose cases they go on with: where one alone holds the id. */
function takenOver(ledger: LedgerId, id: string, taken: readonly TakenOver[]): string {
  const rivals = taken.flatMap((t) => t.rivals.map((rival) => `(${t.key}, ${literal(t.unit)}, ${rival})`));
  return `
             UNION ALL SELECT h.unit, ${id}, f.ord, f.unit
             FROM ${ledger} c JOIN current_submission f ON f.id = c.submission
             JOIN (VALUES ${taken.map((t) => `(${t.key}, ${literal(t.unit)})`).join(', ')}) h (key, unit) ON h.key = f.id${
               rivals.length
                 ? `
             WHERE (h.key, h.unit, ${id}) NOT IN (SELECT v.key, v.unit, ${id}
               FROM ${ledger} c JOIN (VALUES ${rivals.join(', ')}) v (key, unit, rival) ON v.rival = c.submission)`
                 : ''
             }`;
}

/**
 * The number of facts that was made, and the number of rows that they are of: one each, or a look-up has multiplied or
 * lost a case. The rows are counted without a join, so that this cannot err in the same way.
 * @param repeats whether any case stands in several submissions
 */
export function factCounts(ledger: Ledger, asOf: Day, repeats: boolean): string {
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

/** SQL: no row of a later period stands for the same case as the row `c`. */
export const isLatest = (ledger: LedgerId): string => `NOT EXISTS (FROM superseded x WHERE x.ledger = '${ledger}'
    AND x.submission = c.submission AND x.sheet IS NOT DISTINCT FROM c.sheet AND x."row" = c."row")`;

/**
 * The facts of a ledger at a cut-off, read from `…_limits`: one row a case, of a case in several periods that of the latest,
 * as it stood at the cut-off. Columns: `submission`, `sheet`, `row`, `place`, `department`; the events that anything is
 * counted by, later ones blank; a column for each flag; of each deadline `…_due`, `…_rule` and `…_undated`: a rule is in
 * force and the day it runs from is known, but the limit ends beyond the calendar; and what else indicators ask for
 * (`askedColumns`).
 */
function factsSql(catalogue: Catalogue, ledger: Ledger, asOf: Day, repeats: boolean): string {
  const k = dateLiteral(asOf);
  const first = firstColumn(ledger);
  const columns = [
    ...countedEvents(catalogue, ledger).map((e) => (isFirst(ledger, e) ? `c.${name(e)}` : `${by(e, k)} AS ${name(e)}`)),
    ...(ledger.firstDate.length === 1 ? [] : [`c.${first}`]),
    ...ledger.flags.map((f) =>
      f.effective === undefined
        ? `c.${name(f.id)}`
        : `c.${name(f.id)} AND NOT coalesce(c.${name(f.effective)} > ${k}, false) AS ${name(f.id)}`,
    ),
    ...ledger.deadlines.flatMap((d) => [
      `${due(d, ledger, k)} AS ${name(dueColumn(d.id))}`,
      `c.${name(ruleColumn(d.id))}`,
      `c.${name(ruleColumn(d.id))} IS NOT NULL AND ${runs(d, ledger, k)} AND ${due(d, ledger, k)} IS NULL AS ${name(undatedColumn(d.id))}`,
    ]),
    ...askedColumns(catalogue, ledger).map(({ column }) => `c.${column}`),
  ];
  return `SELECT c.submission, c.sheet, c."row", c.place, c.department,
    ${columns.join(',\n    ')}
  FROM ${ledger.id}_limits c WHERE c.${name(first)} <= ${k}${repeats ? ` AND ${isLatest(ledger.id)}` : ''}`;
}

/** The first day of a case that exists at the cut-off is not after it. */
const isFirst = ({ firstDate }: Ledger, event: string): boolean => firstDate[0] === event;

/** SQL of an event that has happened by the cut-off; else NULL. */
const by = (event: string, k: string): string => `CASE WHEN c.${name(event)} <= ${k} THEN c.${name(event)} END`;

/** SQL of the last day of a deadline: from the first of its starts that there is at the cut-off. */
function due(d: Deadline, ledger: Ledger, k: string): string {
  const cases = d.starts.map((start, i) => ({
    column: `c.${name(limitColumn(d, i))}`,
    when: 'event' in start && !isFirst(ledger, start.event) ? `c.${name(start.event)} <= ${k}` : null,
  }));
  const always = cases.findIndex((c) => c.when === null);
  const dated = always < 0 ? cases : cases.slice(0, always);
  const rest = always < 0 ? 'NULL' : (cases[always]?.column ?? 'NULL');
  return dated.length === 0
    ? rest
    : `CASE ${dated.map((c) => `WHEN ${c.when} THEN ${c.column}`).join(' ')} ELSE ${rest} END`;
}

/** SQL: there is a day from which the limit runs. */
function runs(d: Deadline, ledger: Ledger, k: string): string {
  const starts = d.starts.map((start) => {
    if ('event' in start) return `coalesce(c.${name(start.event)} <= ${k}, false)`;
    const other = ledger.deadlines.find((o) => o.id === start.due) as Deadline;
    return `(c.${name(ruleColumn(other.id))} IS NOT NULL AND ${runs(other, ledger, k)})`;
  });
  return starts.length === 1 ? (starts[0] as string) : `(${starts.join(' OR ')})`;
}

/** The view of a ledger's facts at a cut-off. @param repeats whether any case stands in several submissions */
export const factsAt = (catalogue: Catalogue, ledger: Ledger, asOf: Day, repeats: boolean): string =>
  `CREATE OR REPLACE VIEW ${ledger.id}_facts AS ${factsSql(catalogue, ledger, asOf, repeats)}`;

/** The same from the ledger itself, as one statement for whoever checks it by hand. */
export const factsOf = (catalogue: Catalogue, ledger: Ledger, rules: readonly DeadlineRule[], asOf: Day): string =>
  `CREATE OR REPLACE VIEW ${ledger.id}_facts AS WITH ${ledger.id}_limits AS (
  ${limitsOf(catalogue, ledger, rules, 'SELECT id FROM current_submission')}
  )
  ${factsSql(catalogue, ledger, asOf, true)}`;
