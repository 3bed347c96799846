import type { Catalogue } from '../domain/catalogue/catalogue';
import type { Day } from '../domain/day';
import type { CaseIndicator } from '../domain/indicators';
import { type Period, quartersOf } from '../domain/period';
import type { DeadlineRule } from '../domain/profile';
import { countedSql, daysSql, inSomeQuarter, metSql, periodDay, quarterSql } from '../engine/sql/cells';
import { factsOf } from '../engine/sql/facts';

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
  catalogue: Catalogue,
  indicator: CaseIndicator,
  period: Period,
  asOf: Day,
  rules: readonly DeadlineRule[],
): IndicatorSql {
  const ledger = catalogue.ledger(indicator.ledger);
  const duration = indicator.measure === 'duration' ? daysSql(indicator, ledger) : null;
  const counted = countedSql(indicator, ledger);
  const rows = [
    `FROM ${ledger.id}_facts f`,
    ...(duration ? [duration.joins] : []),
    `WHERE ${inSomeQuarter(indicator, ledger, asOf)}`,
    `  AND ${quarterSql(periodDay(indicator, ledger))} IN (${quartersOf(period).join(', ')})`,
    ...(counted === 'true' ? [] : [`  AND ${counted}`]),
  ].join('\n');
  return {
    facts: factsOf(catalogue, ledger, rules, asOf),
    denominator: `SELECT CAST(count(*) AS INTEGER) AS denominator\n${rows}`,
    numerator: duration
      ? null
      : `SELECT CAST(count(*) AS INTEGER) AS numerator\n${rows}\n  AND ${metSql(indicator, ledger)}`,
    quantiles: duration
      ? `SELECT quantile_cont(${duration.days}, 0.5) AS median,\n  quantile_cont(${duration.days}, 0.9) AS p90\n${rows}`
      : null,
  };
}
