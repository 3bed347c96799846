import { conditionsOf } from '../domain/askedOfLedger';
import type { Catalogue } from '../domain/catalogue/catalogue';
import { keyColumn, unitsColumn } from '../domain/catalogue/columns';
import type { Ledger } from '../domain/catalogue/ledger';
import type { Day } from '../domain/day';
import type { CaseIndicator, Duration } from '../domain/indicators';
import { askedOf, measureOf } from '../domain/measures';
import type { Statistic } from '../domain/measures/measure';
import { type Period, quartersOf } from '../domain/period';
import type { DeadlineRule } from '../domain/profile';
import { countedSql, daysSql, inSomeQuarter, metSql, periodDay, quarterSql } from '../engine/sql/cells';
import { factsOf } from '../engine/sql/facts';
import { name } from '../engine/sql/text';

/** One statement of an indicator, and what it gives; each column has the name of what it holds. */
interface Statement {
  title: string;
  sql: string;
}

/** An indicator of the whole province in SQL, as it can be run on the engine's tables. */
export interface IndicatorSql {
  /** Each makes the facts of a ledger: one row per case as it stood at the cut-off, with its deadlines. */
  facts: string[];
  /** Each gives one row: `denominator`; `numerator`; what else the figure comes from. */
  statements: Statement[];
}

interface Rows {
  indicator: CaseIndicator;
  ledger: Ledger;
  from: string;
  met: string;
}

const counting = (what: string, as: string): string => `SELECT CAST(count(${what}) AS INTEGER) AS ${as}`;

/** How the statements of each statistic read. */
const STATEMENTS: Readonly<Record<Statistic, (rows: Rows) => Statement[]>> = {
  sums: ({ indicator, from, met }) => {
    const { amounts } = askedOf(indicator);
    return [
      { title: '分母', sql: `${counting('*', 'denominator')}\n${from}` },
      ...(met === 'true' ? [] : [{ title: '分子', sql: `${counting('*', 'numerator')}\n${from}\n  AND ${met}` }]),
      ...amounts.map(({ field, unit, decimals }, i) => ({
        title: `合计（${decimals === 0 ? unit : `${unit}的 1/${10 ** decimals}`}）`,
        sql: `SELECT CAST(coalesce(sum(f.${name(unitsColumn(field))}), 0) AS DOUBLE) AS sum${i}\n${from}\n  AND ${met}`,
      })),
    ];
  },
  histogram: ({ indicator, ledger, from }) => {
    const { days } = daysSql(indicator as Duration, ledger);
    return [
      { title: '分母', sql: `${counting('*', 'denominator')}\n${from}` },
      {
        title: '中位数和九成',
        sql: `SELECT quantile_cont(${days}, 0.5) AS median,\n  quantile_cont(${days}, 0.9) AS p90\n${from}`,
      },
    ];
  },
  subjects: ({ indicator, from, met }) => {
    const subject = `DISTINCT f.${name(keyColumn(askedOf(indicator).subject as string))}`;
    return [
      { title: '分母', sql: `${counting(subject, 'denominator')}\n${from}` },
      { title: '分子', sql: `${counting(subject, 'numerator')}\n${from}\n  AND ${met}` },
    ];
  },
};

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
  const counted = countedSql(catalogue, indicator);
  const from = [
    `FROM ${ledger.id}_facts f`,
    ...(askedOf(indicator).from === undefined ? [] : [daysSql(indicator as Duration, ledger).joins]),
    `WHERE ${inSomeQuarter(indicator, ledger, asOf)}`,
    `  AND ${quarterSql(periodDay(indicator, ledger))} IN (${quartersOf(period).join(', ')})`,
    ...(counted === 'true' ? [] : [`  AND ${counted}`]),
  ].join('\n');
  const linked = conditionsOf(indicator).flatMap((c) => ('linked' in c ? [c.linked] : []));
  const read = [...new Set([...linked, ledger.id])];
  return {
    facts: read.map((id) => factsOf(catalogue, catalogue.ledger(id), rules, asOf)),
    statements: STATEMENTS[measureOf(indicator).statistic]({
      indicator,
      ledger,
      from,
      met: metSql(catalogue, indicator),
    }),
  };
}
