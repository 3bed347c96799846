import { CALENDAR_LAST } from '../domain/calendar';
import type { Catalogue } from '../domain/catalogue/catalogue';
import { keyColumn, unitsColumn } from '../domain/catalogue/columns';
import type { Ledger } from '../domain/catalogue/ledger';
import type { Cell, CellSet, DurationCell, SubjectCell, UndatedCell } from '../domain/cells';
import type { Day } from '../domain/day';
import { type CaseIndicator, type Duration, isByDueDate } from '../domain/indicators';
import { askedOf, measureOf } from '../domain/measures';
import type { Statistic } from '../domain/measures/measure';
import { safeSum } from '../domain/safeSum';
import type { FactsAt } from './facts';
import type { Row } from './port';
import { countedSql, daysSql, inSomeQuarter, metSql, periodDay, quarterSql, undatedDay, undatedSql } from './sql/cells';
import { name } from './sql/text';

/** Cells while they are read. */
export interface CellsRead {
  cells: Cell[];
  durations: DurationCell[];
  subjects: SubjectCell[];
  undated: UndatedCell[];
}

/** A statement, and what each of its rows is. */
export interface CellQuery {
  sql: string;
  read(row: Row, into: CellsRead): void;
}

/** Indicators by a text that they share. */
function groups(indicators: readonly CaseIndicator[], key: (i: CaseIndicator) => string): CaseIndicator[][] {
  const found = new Map<string, CaseIndicator[]>();
  for (const i of indicators) found.set(key(i), [...(found.get(key(i)) ?? []), i]);
  return [...found.values()];
}

const counting = (condition: string, as: string): string =>
  `CAST(count(*) FILTER (WHERE ${condition}) AS INTEGER) AS ${as}`;

/** Where a cell stands, of whatever statistic. */
const at = (day: string): string => `${quarterSql(day)} AS quarter, f.place AS place, f.department AS department`;

const cellAt = ({ id }: CaseIndicator, row: Row) => ({
  indicator: id,
  quarter: row.quarter as number,
  place: row.place as string,
  department: row.department as string,
});

/**
 * SQL of what a field comes to, in whole smallest units. A sum of whole numbers has no order and no dust; it leaves as a DOUBLE,
 * which holds every whole number that `safeSum` lets pass.
 */
const summing = (field: string, condition: string, as: string): string =>
  `CAST(coalesce(sum(f.${name(unitsColumn(field))}) FILTER (WHERE ${condition}), 0) AS DOUBLE) AS ${as}`;

/** The indicators that share a period day and a cut-off test in one pass: `d0`, `n0`, `s0_0`, `d1`, … in their order. */
function sumQueries(
  catalogue: Catalogue,
  ledger: Ledger,
  indicators: readonly CaseIndicator[],
  asOf: Day,
): CellQuery[] {
  return groups(indicators, (i) => inSomeQuarter(i, ledger, asOf)).map((together) => {
    const [first] = together as [CaseIndicator];
    const columns = together.map((indicator, k) => ({
      indicator,
      denominator: `d${k}`,
      numerator: `n${k}`,
      amounts: askedOf(indicator).amounts.map((_, a) => `s${k}_${a}`),
    }));
    const sums = together.flatMap((i, k) => {
      const met = both(countedSql(catalogue, i), metSql(catalogue, i));
      return [
        counting(countedSql(catalogue, i), `d${k}`),
        counting(met, `n${k}`),
        ...askedOf(i).amounts.map(({ field }, a) => summing(field, met, `s${k}_${a}`)),
      ];
    });
    return {
      sql: `SELECT ${at(periodDay(first, ledger))},
      ${sums.join(',\n      ')}
    FROM ${ledger.id}_facts f WHERE ${inSomeQuarter(first, ledger, asOf)} GROUP BY ALL`,
      read: (row, into) => {
        for (const { indicator, denominator: counted, numerator, amounts } of columns) {
          const denominator = row[counted] as number;
          if (denominator === 0) continue;
          into.cells.push({
            ...cellAt(indicator, row),
            numerator: row[numerator] as number,
            denominator,
            ...(amounts.length && { amounts: amounts.map((a) => safeSum(row[a] as number, indicator.name)) }),
          });
        }
      },
    };
  });
}

const both = (a: string, b: string): string => [a, b].filter((c) => c !== 'true').join(' AND ') || 'true';

/**
 * Histograms. Rows hold `bars`: days and count of every bar, with commas between all of them, bars in any order. One text a cell:
 * a row for every bar would take longer to hand over than to count.
 */
export const durationQueries = (
  catalogue: Catalogue,
  ledger: Ledger,
  durations: readonly Duration[],
  asOf: Day,
): CellQuery[] =>
  durations.map((indicator) => ({
    sql: `SELECT quarter, place, department, string_agg(days || ',' || count, ',') AS bars FROM (
      SELECT ${at(periodDay(indicator, ledger))},
        ${daysSql(indicator, ledger).days} AS days, count(*) AS count
      FROM ${ledger.id}_facts f ${daysSql(indicator, ledger).joins}
      WHERE ${inSomeQuarter(indicator, ledger, asOf)} AND ${countedSql(catalogue, indicator)} GROUP BY ALL
    ) GROUP BY ALL`,
    read: (row, into) => {
      into.durations.push({ ...cellAt(indicator, row), ...barsOf(row.bars as string) });
    },
  }));

/** The bars of a cell, rising by their days. */
function barsOf(text: string): Pick<DurationCell, 'days' | 'counts'> {
  // They come by the hundred thousand: as a list of numbers, and no text or array for each of them.
  const numbers: number[] = JSON.parse(`[${text}]`);
  const order = Array.from({ length: numbers.length / 2 }, (_, i) => i * 2);
  order.sort((a, b) => (numbers[a] as number) - (numbers[b] as number));
  return { days: order.map((i) => numbers[i] as number), counts: order.map((i) => numbers[i + 1] as number) };
}

/**
 * Subjects by number: the same one has the same number in all cells of one statement. Rows hold `counted` and, of these, `met`,
 * with blanks between; a case that does not say its subject is of none.
 */
const subjectQueries = (
  catalogue: Catalogue,
  ledger: Ledger,
  indicators: readonly CaseIndicator[],
  asOf: Day,
): CellQuery[] =>
  indicators.map((indicator) => {
    const subject = `f.${name(keyColumn(askedOf(indicator).subject as string))}`;
    return {
      sql: `SELECT quarter, place, department, string_agg(subject, ' ') AS counted,
      coalesce(string_agg(subject, ' ') FILTER (WHERE met), '') AS met FROM (
      SELECT quarter, place, department, subject, bool_or(met) AS met FROM (
        SELECT ${at(periodDay(indicator, ledger))},
          dense_rank() OVER (ORDER BY ${subject}) AS subject, ${metSql(catalogue, indicator)} AS met
        FROM ${ledger.id}_facts f
        WHERE ${inSomeQuarter(indicator, ledger, asOf)} AND ${countedSql(catalogue, indicator)} AND ${subject} IS NOT NULL
      ) GROUP BY ALL
    ) GROUP BY ALL`,
      read: (row, into) => {
        into.subjects.push({
          ...cellAt(indicator, row),
          counted: numbers(row.counted as string),
          met: numbers(row.met as string),
        });
      },
    };
  });

const numbers = (text: string): number[] => (text === '' ? [] : text.split(' ').map(Number));

/** The statements of each statistic. */
const STATISTICS: Readonly<
  Record<
    Statistic,
    (catalogue: Catalogue, ledger: Ledger, indicators: readonly CaseIndicator[], asOf: Day) => CellQuery[]
  >
> = {
  sums: sumQueries,
  histogram: (catalogue, ledger, indicators, asOf) =>
    durationQueries(catalogue, ledger, indicators as readonly Duration[], asOf),
  subjects: subjectQueries,
};

/** Statements of the cases that cannot be dated, of the indicators by due date; none where the cut-off lies in the calendar. */
function undatedQueries(catalogue: Catalogue, ledger: Ledger, asOf: Day): CellQuery[] {
  if (asOf <= CALENDAR_LAST) return [];
  const byDueDate = catalogue.countedOf(ledger.id).filter(isByDueDate);
  return groups(byDueDate, (i) => undatedDay(i, ledger)).map((together) => ({
    sql: `SELECT ${at(undatedDay(together[0] as CaseIndicator, ledger))},
      ${together.map((i, k) => counting(`${undatedSql(i, asOf)} AND ${countedSql(catalogue, i)}`, `u${k}`)).join(',\n      ')}
    FROM ${ledger.id}_facts f WHERE ${[...new Set(together.map((i) => undatedSql(i, asOf)))].join(' OR ')} GROUP BY ALL`,
    read: (row, into) => {
      for (const [k, indicator] of together.entries()) {
        const count = row[`u${k}`] as number;
        if (count > 0) into.undated.push({ ...cellAt(indicator, row), count });
      }
    },
  }));
}

/** All statements of a ledger's cells at a cut-off, on its facts. */
export const cellQueries = (catalogue: Catalogue, ledger: Ledger, asOf: Day): CellQuery[] => [
  ...Object.entries(STATISTICS).flatMap(([statistic, queries]) =>
    queries(
      catalogue,
      ledger,
      catalogue.countedOf(ledger.id).filter((i) => measureOf(i).statistic === statistic),
      asOf,
    ),
  ),
  ...undatedQueries(catalogue, ledger, asOf),
];

/** Whoever counts them. */
export interface CellsCounted {
  /** The cells of the current submissions at a cut-off, without 报送及时率 (that needs no rows: see `register`). */
  cells(asOf: Day): Promise<CellSet>;
}

/** Each cut-off is counted over the facts of its own. */
export const cellsOver =
  (facts: FactsAt, catalogue: Catalogue): CellsCounted['cells'] =>
  (asOf) =>
    facts.at(asOf, async (db) => {
      const read: CellsRead = { cells: [], durations: [], subjects: [], undated: [] };
      for (const ledger of catalogue.ledgers)
        for (const query of cellQueries(catalogue, ledger, asOf))
          for (const row of await db.rows(query.sql)) query.read(row, read);
      return read;
    });
