import type { Catalogue } from '../../domain/catalogue/catalogue';
import { dueColumn, keyColumn, UNIT_COLUMN } from '../../domain/catalogue/columns';
import type { Condition, Linked, Repeated } from '../../domain/catalogue/condition';
import type { Deadline, Ledger } from '../../domain/catalogue/ledger';
import { firstColumn } from './limits';
import { name } from './text';

export const deadlineOf = ({ deadlines }: Ledger, id: string): Deadline =>
  deadlines.find((d) => d.id === id) as Deadline;

/** A condition of an indicator on the facts `f`. Never NULL. */
export function conditionSql(c: Condition, catalogue: Catalogue, ledger: Ledger): string {
  if ('flag' in c) return `f.${name(c.flag)}`;
  if ('not' in c) return `NOT f.${name(c.not)}`;
  if ('happened' in c) return `f.${name(c.happened)} IS NOT NULL`;
  if ('notHappened' in c) return `f.${name(c.notHappened)} IS NULL`;
  if ('linked' in c) return linkedSql(c, catalogue, ledger);
  if ('atLeast' in c) return repeatedSql(c, catalogue, ledger);
  const { id, event } = deadlineOf(ledger, c.inTime);
  return `coalesce(f.${name(event)} <= f.${name(dueColumn(id))}, false)`;
}

export const allOf = (conditions: readonly Condition[], catalogue: Catalogue, ledger: Ledger): string =>
  conditions.map((c) => conditionSql(c, catalogue, ledger)).join(' AND ') || 'true';

const yearOf = (day: string): string => `year(f.${name(day)})`;

/** Columns of `f` that make up what rows are compared by, each of them known. */
const known = (columns: readonly string[]): string => columns.map((c) => `${c} IS NOT NULL`).join(' AND ');

/**
 * SQL: what `own` says of a row stands among what `theirs` says of at least so many rows of `facts`. Looked up as a set that is
 * made once, not for each row; what is blank stands nowhere, so that nothing here is NULL.
 */
const stands = (
  own: readonly string[],
  facts: string,
  theirs: readonly string[],
  where: string,
  times: number,
): string =>
  `(${known(own)} AND coalesce((${own.join(', ')}) IN (
    SELECT (${theirs.join(', ')}) FROM ${facts} f WHERE ${known(theirs)} AND ${where}
    GROUP BY ${theirs.join(', ')} HAVING count(*) >= ${times}), false))`;

/** Facts are cases in their latest state at the cut-off: so are those that are looked for. */
function linkedSql(
  { linked, by, in: field, where, times, inYear, anyUnit }: Linked,
  catalogue: Catalogue,
  ledger: Ledger,
): string {
  const other = catalogue.ledger(linked);
  const unit = anyUnit ? [] : [`f.${UNIT_COLUMN}`];
  return stands(
    [...unit, `f.${name(keyColumn(by))}`, ...(inYear === undefined ? [] : [yearOf(firstColumn(ledger))])],
    `${linked}_facts`,
    [...unit, `f.${name(keyColumn(field ?? other.idField))}`, ...(inYear === undefined ? [] : [yearOf(inYear)])],
    allOf(where, catalogue, other),
    times,
  );
}

function repeatedSql({ atLeast, per, where, inYear }: Repeated, catalogue: Catalogue, ledger: Ledger): string {
  const subject = [`f.${name(keyColumn(per))}`, ...(inYear === undefined ? [] : [yearOf(inYear)])];
  return stands(subject, `${ledger.id}_facts`, subject, allOf(where, catalogue, ledger), atLeast);
}
