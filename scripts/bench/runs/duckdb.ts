import { DuckDBInstance } from '@duckdb/node-api';
import { costs, type Measured } from './cost';

/** Native DuckDB with one thread, by itself: it keeps what `source` reads as a table. */
async function storing(source: string): Promise<Measured> {
  const db = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await db.connect();
  const spent = costs();
  await connection.run(`CREATE TABLE stored AS SELECT * FROM ${source}`);
  const store = spent();
  const [row] = (await connection.runAndReadAll('SELECT CAST(count(*) AS INTEGER) AS n FROM stored')).getRowsJson();
  connection.closeSync();
  db.closeSync();
  return { costs: { store }, rows: `${row?.[0]} of ${row?.[0]} stored` };
}

/** Peer (a): the cells of a CSV in UTF-8 as text. */
export const storedText = (csv: string) => storing(`read_csv('${csv}', all_varchar = true, header = true)`);

/** Peer (b): the same, with types that DuckDB finds itself. */
export const storedTyped = (csv: string) => storing(`read_csv('${csv}', header = true)`);

/** The cells of a Parquet file of texts. */
export const storedParquet = (file: string) => storing(`read_parquet('${file}')`);
