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
  // A connection that is closed under a statement of its own waits for itself, for ever, and keeps a thread of Node's four.
  // One that begins after it is closed brings the process down.
  const underWay = new Set<Promise<unknown>>();
  let closed = false;
  const during = <T>(begin: () => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new Error('the database is closed'));
    const done = begin().finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };
  return withQueryErrors({
    run: (sql) => during(() => connection.run(sql).then(() => undefined)),
    rows: (sql) => during(() => rows(connection, sql)),
    append: (target, added) => during(() => append(connection, target, added)),
    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.allSettled(underWay);
      connection.closeSync();
      instance.closeSync();
    },
  });
}

async function rows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS() as Row[];
}
