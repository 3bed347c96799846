import type { Catalogue } from '../domain/catalogue/catalogue';
import type { Cell, CellSet, DurationCell, UndatedCell } from '../domain/cells';
import type { Day } from '../domain/day';
import type { Database, Row } from './port';
import { durationQueries, readBars, sumQueries, undatedQueries } from './sql/cells';

const slotOf = (row: Row) => ({
  quarter: row.quarter as number,
  place: row.place as string,
  department: row.department as string,
});

/** The cells of the facts as they stand, at the cut-off that they were brought to. */
export async function cellsOfFacts(db: Database, catalogue: Catalogue, asOf: Day): Promise<CellSet> {
  const cells: Cell[] = [];
  const durations: DurationCell[] = [];
  const undated: UndatedCell[] = [];
  for (const ledger of catalogue.ledgers) {
    for (const { indicators, sql } of sumQueries(catalogue, ledger, asOf))
      for (const row of await db.rows(sql))
        indicators.forEach(({ id }, k) => {
          const denominator = row[`d${k}`] as number;
          if (denominator > 0)
            cells.push({ indicator: id, ...slotOf(row), numerator: row[`n${k}`] as number, denominator });
        });
    for (const { indicators, sql } of undatedQueries(catalogue, ledger, asOf))
      for (const row of await db.rows(sql))
        indicators.forEach(({ id }, k) => {
          const count = row[`u${k}`] as number;
          if (count > 0) undated.push({ indicator: id, ...slotOf(row), count });
        });
    for (const { indicator, sql } of durationQueries(ledger, catalogue.durationsOf(ledger.id), asOf))
      for (const row of await db.rows(sql))
        for (const bar of readBars(row.bars as string))
          durations.push({ indicator: indicator.id, ...slotOf(row), ...bar });
  }
  return { cells, durations, undated };
}
