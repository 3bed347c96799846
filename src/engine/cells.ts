import type { Catalogue } from '../domain/catalogue/catalogue';
import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import type { Database } from './port';
import { type CellsRead, cellQueries } from './sql/cellQueries';

/** The cells of the facts as they stand, at the cut-off that they were brought to. */
export async function cellsOfFacts(db: Database, catalogue: Catalogue, asOf: Day): Promise<CellSet> {
  const read: CellsRead = { cells: [], durations: [], subjects: [], undated: [] };
  for (const ledger of catalogue.ledgers)
    for (const query of cellQueries(catalogue, ledger, asOf))
      for (const row of await db.rows(query.sql)) query.read(row, read);
  return read;
}
