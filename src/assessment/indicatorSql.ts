import type { Day } from '../domain/day';
import type { CaseIndicator, CountedId } from '../domain/indicators';
import { type Period, quartersOf } from '../domain/period';
import type { DeadlineRule } from '../domain/profile';
import { allOf, daysSql, inSomeQuarter, quarterSql } from '../engine/sql/cells';
import { complaintFacts, penaltyFacts } from '../engine/sql/facts';

/** An indicator of the whole province in SQL, as it can be run on the engine's tables. */
export interface IndicatorSql {
  /** Makes the facts: one row per case as it stood at the cut-off, with its deadlines. */
  facts: string;
  /** One row, one column: the number of cases in the denominator. */
  denominator: string;
  /** The same of the numerator; null for a duration. */
  numerator: string | null;
  /** One row: median and 90th percentile of the working days; null for a rate. */
  quantiles: string | null;
}

/**
 * The SQL text of an indicator, from the same builders that count the cells.
 * @param rules the profile's deadline rules
 */
export function indicatorSql(
  indicator: CaseIndicator<CountedId>,
  period: Period,
  asOf: Day,
  rules: readonly DeadlineRule[],
): IndicatorSql {
  const { ledger, denominator, numerator } = indicator;
  const duration = indicator.kind === 'duration' ? daysSql(indicator) : null;
  const rows = [
    `FROM ${ledger}_facts f`,
    ...(duration ? [duration.joins] : []),
    `WHERE ${inSomeQuarter(indicator, asOf)}`,
    `  AND ${quarterSql(`f.${indicator.period}`)} IN (${quartersOf(period).join(', ')})`,
    ...(denominator.length ? [`  AND ${allOf(denominator)}`] : []),
  ].join('\n');
  return {
    facts: (ledger === 'complaints' ? complaintFacts : penaltyFacts)(rules, asOf),
    denominator: `SELECT CAST(count(*) AS INTEGER) AS denominator\n${rows}`,
    numerator: duration ? null : `SELECT CAST(count(*) AS INTEGER) AS numerator\n${rows}\n  AND ${allOf(numerator)}`,
    quantiles: duration
      ? `SELECT quantile_cont(${duration.days}, 0.5) AS median,\n  quantile_cont(${duration.days}, 0.9) AS p90\n${rows}`
      : null,
  };
}
