import { CALENDAR_LAST } from '../../domain/calendar';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import { dueColumn, undatedColumn } from '../../domain/catalogue/columns';
import type { Condition } from '../../domain/catalogue/condition';
import type { Deadline, Ledger } from '../../domain/catalogue/ledger';
import type { Day } from '../../domain/day';
import { type CaseIndicator, type Duration, isByDueDate } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { firstColumn } from './limits';
import { dateLiteral, name } from './text';

const deadlineOf = ({ deadlines }: Ledger, id: string): Deadline => deadlines.find((d) => d.id === id) as Deadline;

/** A condition of an indicator on the facts `f`. Never NULL. */
export function conditionSql(c: Condition, ledger: Ledger): string {
  if ('flag' in c) return `f.${name(c.flag)}`;
  if ('not' in c) return `NOT f.${name(c.not)}`;
  if ('happened' in c) return `f.${name(c.happened)} IS NOT NULL`;
  if ('notHappened' in c) return `f.${name(c.notHappened)} IS NULL`;
  const { id, event } = deadlineOf(ledger, c.inTime);
  return `coalesce(f.${name(event)} <= f.${name(dueColumn(id))}, false)`;
}

export const allOf = (conditions: readonly Condition[], ledger: Ledger): string =>
  conditions.map((c) => conditionSql(c, ledger)).join(' AND ') || 'true';

/** Conditions of a case that is counted, and of one that also meets what the indicator asks. */
export const countedSql = (i: CaseIndicator, ledger: Ledger): string => allOf(i.denominator, ledger);
export const metSql = (i: CaseIndicator, ledger: Ledger): string =>
  allOf(i.measure === 'share' ? i.numerator : [], ledger);

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

/** One statement of sums: the indicators that share a ledger, a period day and a cut-off test, in one pass. */
export interface SumQuery {
  indicators: readonly CaseIndicator[];
  /** Rows: quarter, place, department, `d0`, `n0`, `d1`, `n1`, … (`u0`, `u1`, …) in the order of `indicators`. */
  sql: string;
}

/** Indicators by a text that they share. */
function groups(indicators: readonly CaseIndicator[], key: (i: CaseIndicator) => string): CaseIndicator[][] {
  const found = new Map<string, CaseIndicator[]>();
  for (const i of indicators) found.set(key(i), [...(found.get(key(i)) ?? []), i]);
  return [...found.values()];
}

const counting = (condition: string, as: string): string =>
  `CAST(count(*) FILTER (WHERE ${condition}) AS INTEGER) AS ${as}`;

export function sumQueries(catalogue: Catalogue, ledger: Ledger, asOf: Day): SumQuery[] {
  const summed = catalogue.countedOf(ledger.id).filter((i) => measureOf(i).statistic === 'sums');
  return groups(summed, (i) => inSomeQuarter(i, ledger, asOf)).map((indicators) => {
    const [first] = indicators as [CaseIndicator];
    const sums = indicators.flatMap((i, k) => [
      counting(countedSql(i, ledger), `d${k}`),
      counting(allOf([...i.denominator, ...(i.measure === 'share' ? i.numerator : [])], ledger), `n${k}`),
    ]);
    return {
      indicators,
      sql: `SELECT ${quarterSql(periodDay(first, ledger))} AS quarter, f.place AS place, f.department AS department,
      ${sums.join(',\n      ')}
    FROM ${ledger.id}_facts f WHERE ${inSomeQuarter(first, ledger, asOf)} GROUP BY ALL`,
    };
  });
}

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

/**
 * Statements of histograms. Rows: quarter, place, department, and `bars`: `days:count` of every bar, with blanks between.
 * One text a cell: a row for every bar would take longer to hand over than to count.
 */
export const durationQueries = (
  ledger: Ledger,
  durations: readonly Duration[],
  asOf: Day,
): { indicator: Duration; sql: string }[] =>
  durations.map((indicator) => ({
    indicator,
    sql: `SELECT quarter, place, department, string_agg(days || ':' || count, ' ') AS bars FROM (
      SELECT ${quarterSql(periodDay(indicator, ledger))} AS quarter, f.place AS place, f.department AS department,
        ${daysSql(indicator, ledger).days} AS days, count(*) AS count
      FROM ${ledger.id}_facts f ${daysSql(indicator, ledger).joins}
      WHERE ${inSomeQuarter(indicator, ledger, asOf)} AND ${countedSql(indicator, ledger)} GROUP BY ALL
    ) GROUP BY ALL`,
  }));

/** The bars of `durationQueries`, as numbers. */
export const readBars = (bars: string): { days: number; count: number }[] =>
  bars.split(' ').map((bar) => {
    const at = bar.indexOf(':');
    return { days: Number(bar.slice(0, at)), count: Number(bar.slice(at + 1)) };
  });

/** Statements of the cases that cannot be dated, of the indicators by due date; none where the cut-off lies in the calendar. */
export function undatedQueries(catalogue: Catalogue, ledger: Ledger, asOf: Day): SumQuery[] {
  if (asOf <= CALENDAR_LAST) return [];
  const byDueDate = catalogue.countedOf(ledger.id).filter(isByDueDate);
  return groups(byDueDate, (i) => undatedDay(i, ledger)).map((indicators) => ({
    indicators,
    sql: `SELECT ${quarterSql(undatedDay(indicators[0] as CaseIndicator, ledger))} AS quarter, f.place AS place, f.department AS department,
      ${indicators.map((i, k) => counting(`${undatedSql(i, asOf)} AND ${countedSql(i, ledger)}`, `u${k}`)).join(',\n      ')}
    FROM ${ledger.id}_facts f WHERE ${[...new Set(indicators.map((i) => undatedSql(i, asOf)))].join(' OR ')} GROUP BY ALL`,
  }));
}
