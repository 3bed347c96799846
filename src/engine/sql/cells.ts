import { CALENDAR_LAST } from '../../domain/calendar';
import type { Day } from '../../domain/day';
import {
  type CaseDuration,
  type CaseIndicator,
  type CaseLedger,
  COUNTED,
  type Condition,
  type CountedId,
  durationsOf,
  FIRST_DAY,
  undatedFact,
} from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { dateLiteral } from './text';

/** A condition of an indicator on the facts `f`. Never NULL. */
export function conditionSql(c: Condition): string {
  switch (c.test) {
    case 'is':
      return `f.${c.fact}`;
    case 'isNot':
      return `NOT f.${c.fact}`;
    case 'known':
      return `f.${c.fact} IS NOT NULL`;
    case 'unknown':
      return `f.${c.fact} IS NULL`;
    case 'notAfter':
      return `coalesce(f.${c.fact} <= f.${c.limit}, false)`;
  }
}

export const allOf = (conditions: readonly Condition[]): string => conditions.map(conditionSql).join(' AND ') || 'true';

/** The case stands in some quarter: its period day is known and, being a deadline, not after the cut-off. */
export const inSomeQuarter = (i: CaseIndicator<CountedId>, asOf: Day): string =>
  `f.${i.period} IS NOT NULL${i.byDueDate ? ` AND f.${i.period} <= ${dateLiteral(asOf)}` : ''}`;

/**
 * The case cannot be dated at this cut-off. With one within the calendar a limit that ends beyond it is simply not yet over.
 */
export function undatedSql(i: CaseIndicator<CountedId>, asOf: Day): string {
  const fact = undatedFact(i);
  return fact && asOf > CALENDAR_LAST ? `f.${fact}` : 'false';
}

/** Number of the quarter of a day, as `Quarter` of the domain. */
export const quarterSql = (day: string): string => `CAST(year(${day}) * 4 + quarter(${day}) - 1 AS INTEGER)`;

/** One statement of counts: the indicators that share a ledger, a period day and a cut-off test, in one pass. */
export interface CountQuery {
  indicators: readonly CaseIndicator<CountedId>[];
  /** Rows: quarter, place, department, `d0`, `n0`, `d1`, `n1`, … (`u0`, `u1`, …) in the order of `indicators`. */
  sql: string;
}

export function countQueries(ledger: CaseLedger, asOf: Day): CountQuery[] {
  const groups = new Map<string, CaseIndicator<CountedId>[]>();
  for (const i of COUNTED.filter((c) => c.ledger === ledger && measureOf(c).statistic === 'sums')) {
    const key = inSomeQuarter(i, asOf);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  return [...groups].map(([where, indicators]) => ({
    indicators,
    sql: `SELECT ${quarterSql(`f.${indicators[0]?.period}`)} AS quarter, f.place AS place, f.department AS department,
      ${indicators
        .map(
          (i, k) => `CAST(count(*) FILTER (WHERE ${allOf(i.denominator)}) AS INTEGER) AS d${k},
      CAST(count(*) FILTER (WHERE ${allOf([...i.denominator, ...i.numerator])}) AS INTEGER) AS n${k}`,
        )
        .join(',\n      ')}
    FROM ${ledger}_facts f WHERE ${where} GROUP BY ALL`,
  }));
}

/**
 * The working days of a duration's case: an expression, and the joins on the facts `f` that it needs. NULL where one of
 * the two days is not known.
 */
export function daysSql(i: CaseDuration<string>): { days: string; joins: string } {
  const at = (fact: string, alias: string) => `LEFT JOIN calendar ${alias} ON ${alias}.day = f.${fact}`;
  const [since, until] = [`${i.id}_since`, `${i.id}_until`];
  return { days: `${until}.idx - ${since}.idx`, joins: `${at(i.from, since)} ${at(i.period, until)}` };
}

/**
 * Statements of histograms. Rows: quarter, place, department, and `bars`: `days:count` of every bar, with blanks between.
 * One text a cell: a row for every bar would take longer to hand over than to count.
 */
export const durationQueries = (
  ledger: CaseLedger,
  asOf: Day,
  durations: readonly CaseDuration<CountedId>[] = durationsOf(ledger),
): { indicator: CaseDuration<CountedId>; sql: string }[] =>
  durations.map((indicator) => ({
    indicator,
    sql: `SELECT quarter, place, department, string_agg(days || ':' || count, ' ') AS bars FROM (
      SELECT ${quarterSql(`f.${indicator.period}`)} AS quarter, f.place AS place, f.department AS department,
        ${daysSql(indicator).days} AS days, count(*) AS count
      FROM ${ledger}_facts f ${daysSql(indicator).joins}
      WHERE ${inSomeQuarter(indicator, asOf)} AND ${allOf(indicator.denominator)} GROUP BY ALL
    ) GROUP BY ALL`,
  }));

/** The bars of `durationQueries`, as numbers. */
export const readBars = (bars: string): { days: number; count: number }[] =>
  bars.split(' ').map((bar) => {
    const at = bar.indexOf(':');
    return { days: Number(bar.slice(0, at)), count: Number(bar.slice(at + 1)) };
  });

/** Statement of the cases that cannot be dated, of the indicators by due date; null where the cut-off lies in the calendar. */
export function undatedQuery(ledger: CaseLedger, asOf: Day): CountQuery | null {
  const indicators = COUNTED.filter((c) => c.ledger === ledger && c.byDueDate);
  if (asOf <= CALENDAR_LAST || indicators.length === 0) return null;
  return {
    indicators,
    sql: `SELECT ${quarterSql(`f.${FIRST_DAY[ledger]}`)} AS quarter, f.place AS place, f.department AS department,
      ${indicators
        .map(
          (i, k) =>
            `CAST(count(*) FILTER (WHERE ${undatedSql(i, asOf)} AND ${allOf(i.denominator)}) AS INTEGER) AS u${k}`,
        )
        .join(',\n      ')}
    FROM ${ledger}_facts f WHERE ${[...new Set(indicators.map((i) => undatedSql(i, asOf)))].join(' OR ')} GROUP BY ALL`,
  };
}
