import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Attached, AttachedSource, Database, Row } from '../port';
import { csvScan, ORDINAL } from '../sql/csv';
import { literal } from '../sql/text';

export interface NodeDatabaseOptions {
  /** Threads of DuckDB; all cores where not given. */
  threads?: number;
}

/** Native DuckDB, in memory. The page's adapter is `browser/duckdb.ts`. */
export async function openNodeDatabase({ threads }: NodeDatabaseOptions = {}): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', threads ? { threads: String(threads) } : {});
  const connection = await instance.connect();
  const folder = await mkdtemp(join(tmpdir(), 'kaoping-'));
  for (const sql of ['SET autoinstall_known_extensions=false', 'SET autoload_known_extensions=false'])
    await connection.run(sql);
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: (sql) => rows(connection, sql),
    attach: async (source) => {
      const file = join(folder, 'attached');
      await pipeline(Readable.fromWeb(source.data.stream() as ReadableStream), createWriteStream(file));
      return { ...(await scan(connection, file, source)), detach: () => rm(file, { force: true }) };
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function scan(c: DuckDBConnection, file: string, source: AttachedSource): Promise<Omit<Attached, 'detach'>> {
  if (source.kind === 'csv')
    return { from: csvScan(file, source.delimiter, source.width), ordinal: ORDINAL, headers: [] };
  const from = `read_parquet(${literal(file)}, file_row_number = true)`;
  const columns = await rows(c, `DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${from}`);
  return { from, ordinal: 'file_row_number', headers: columns.map((r) => String(r.column_name)) };
}

async function rows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS() as Row[];
}
