import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Database, Row, StageSource } from '../port';
import { createFromCsv } from '../sql/csv';
import { literal, name } from '../sql/text';

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
    stage: async (table, source) => {
      const file = join(folder, 'stage');
      await pipeline(Readable.fromWeb(source.data.stream() as ReadableStream), createWriteStream(file));
      try {
        return await stageFile(connection, table, file, source);
      } finally {
        await rm(file, { force: true });
      }
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function stageFile(c: DuckDBConnection, table: string, file: string, source: StageSource): Promise<string[]> {
  if (source.kind === 'csv') {
    await c.run(createFromCsv(table, file, source.delimiter, source.width));
    return [];
  }
  const scan = `read_parquet(${literal(file)}, file_row_number = true)`;
  const headers = (await rows(c, `DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${scan}`)).map((r) =>
    String(r.column_name),
  );
  const columns = headers.map((h, i) => `CAST(${name(h)} AS VARCHAR) AS c${i}`).join(', ');
  await c.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${columns} FROM ${scan} ORDER BY file_row_number`);
  return headers;
}

async function rows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS() as Row[];
}
