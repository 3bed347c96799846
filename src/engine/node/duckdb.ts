import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { columnsOf, readFooter } from '../parquet/footer';
import type { Attached, AttachedSource, Database, Row } from '../port';
import { withQueryErrors } from '../queryError';
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
  for (const sql of [
    'SET autoinstall_known_extensions=false',
    'SET autoload_known_extensions=false',
    // It knows a file by name, size and second: of two files one after another it hands out the first for the second.
    'SET enable_external_file_cache=false',
  ])
    await connection.run(sql);
  let attached = 0;
  return withQueryErrors({
    run: async (sql) => void (await connection.run(sql)),
    rows: (sql) => rows(connection, sql),
    attach: async (source) => {
      const file = join(folder, `attached-${++attached}`);
      await pipeline(Readable.fromWeb(source.data.stream() as ReadableStream), createWriteStream(file));
      return { ...(await scan(connection, file, source)), detach: () => rm(file, { force: true }) };
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

async function scan(c: DuckDBConnection, file: string, source: AttachedSource): Promise<Omit<Attached, 'detach'>> {
  if (source.kind === 'csv')
    return { from: csvScan(file, source.delimiter, source.width), ordinal: ORDINAL, headers: [], types: new Map() };
  const footer = await readFooter(source.data);
  const columns = await rows(c, `DESCRIBE FROM read_parquet(${literal(file)})`);
  return { ...(await numbered(c, file, columns)), ...columnsOf(columns, footer) };
}

/** The rows of a Parquet file with their ordinal: the reader's own, or where a column has its name, a table's. */
async function numbered(
  c: DuckDBConnection,
  file: string,
  columns: readonly Row[],
): Promise<Pick<Attached, 'from' | 'ordinal'>> {
  const ordinal = 'file_row_number';
  if (!columns.some((r) => String(r.column_name).toLowerCase() === ordinal))
    return { from: `read_parquet(${literal(file)}, ${ordinal} = true)`, ordinal };
  await c.run(`CREATE OR REPLACE TEMP TABLE attached AS FROM read_parquet(${literal(file)})`);
  return { from: 'attached', ordinal: 'rowid' };
}

async function rows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS() as Row[];
}
