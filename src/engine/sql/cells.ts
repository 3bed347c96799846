import { CALENDAR_LAST } from '../../domain/calendar';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import { dueColumn, undatedColumn, unitsColumn } from '../../domain/catalogue/columns';
import type { Ledger } from '../../domain/catalogue/ledger';
import type { Day } from '../../domain/day';
import type { CaseIndicator, Duration } from '../../domain/indicators';
import { askedOf } from '../../domain/measures';
import { allOf, deadlineOf } from './conditions';
import { firstColumn } from './limits';
import { dateLiteral, name } from './text';

/** Conditions of a case that is counted, and of one that also meets what the indicator asks and says what is added up. */
export const countedSql = (catalogue: Catalogue, i: CaseIndicator): string =>
  allOf(i.denominator, catalogue, catalogue.ledger(i.ledger));
export function metSql(catalogue: Catalogue, i: CaseIndicator): string {
  const { met, amounts } = askedOf(i);
  const told = amounts.map((a) => `f.${name(unitsColumn(a.field))} IS NOT NULL`);
  return [...(met.length ? [allOf(met, catalogue, catalogue.ledger(i.ledger))] : []), ...told].join(' AND ') || 'true';
}

/** SQL of the day by which a case stands in a quarter. */
export function periodDay({ period }: CaseIndicator, ledger: Ledger): string {
  if ('event' in period) return `f.${name(period.event)}`;
  return `f.${name('due' in period ? dueColumn(period.due) : firstColumn(ledger))}`;
}

/** The case stands in some quarter: its period day is known and, being a deadline, not after the cut-off. */
export const inSomeQuarter = (i: CaseIndicator, ledger: Ledger, asOf: Day): string =>
  `${periodDay(i, ledger)} IS NOT NULL${'due' in i.period ? ` AND ${periodDay(i, ledger)} <= ${dateLiteral(asOf)}` : ''}`;

/**
 * The case cannot be dated at this cut-off. With one within the calendar a limit that ends beyond it is simply not yet over.
 */
export const undatedSql = ({ period }: CaseIndicator, asOf: Day): string =>
  'due' in period && asOf > CALENDAR_LAST ? `f.${name(undatedColumn(period.due))}` : 'false';

/** SQL of the day in whose quarter a case stands that cannot be dated: that by which the rule is looked up. */
export const undatedDay = ({ period }: CaseIndicator, ledger: Ledger): string =>
  `f.${name('due' in period ? deadlineOf(ledger, period.due).lookedUpBy.on : firstColumn(ledger))}`;

/** Number of the quarter of a day, as `Quarter` of the domain. */
export const quarterSql = (day: string): string => `CAST(year(${day}) * 4 + quarter(${day}) - 1 AS INTEGER)`;

/**
 * The working days of a duration's case: an expression, and the joins on the facts `f` that it needs. NULL where one of
 * the two days is not known.
 */
export function daysSql(i: Duration, ledger: Ledger): { days: string; joins: string } {
  const at = (day: string, alias: string) => `LEFT JOIN calendar ${alias} ON ${alias}.day = ${day}`;
  const [since, until] = [`${i.id}_since`, `${i.id}_until`];
  return {
    days: `${until}.idx - ${since}.idx`,
    joins: `${at(`f.${name(i.from)}`, since)} ${at(periodDay(i, ledger), until)}`,
  };
}
