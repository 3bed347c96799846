import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Database, Row } from '../port';
import { withQueryErrors } from '../queryError';
import { append } from './append';

export interface NodeDatabaseOptions {
  /** Threads of DuckDB; all cores where not given. */
  threads?: number;
}

/** Native DuckDB, in memory. The page's adapter is `browser/duckdb.ts`. */
export async function openNodeDatabase({ threads }: NodeDatabaseOptions = {}): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', threads ? { threads: String(threads) } : {});
  const connection = await instance.connect();
  for (const sql of ['SET autoinstall_known_extensions=false', 'SET autoload_known_extensions=false'])
    await connection.run(sql);
  return withQueryErrors({
    run: async (sql) => void (await connection.run(sql)),
    rows: (sql) => rows(connection, sql),
    append: (target, added) => append(connection, target, added),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  });
}

async function rows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS() as Row[];
}
