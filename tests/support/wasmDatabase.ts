import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ParquetFile } from 'parquet-wasm/node';
import { columnsOf, readFooter } from '../../src/engine/parquet/footer';
import type { Database, Row } from '../../src/engine/port';

/** What is used of the package's blocking build, whose declarations it leaves out. */
interface Blocking {
  NODE_RUNTIME: unknown;
  VoidLogger: new () => unknown;
  createDuckDB(bundles: object, logger: unknown, runtime: unknown): Promise<Bindings>;
}
interface Bindings {
  instantiate(onProgress: () => void): Promise<unknown>;
  connect(): {
    query(sql: string): { toArray(): { toJSON(): Row }[] };
    insertArrowFromIPCStream(ipc: Uint8Array, options: { name: string; create: boolean }): void;
    close(): void;
  };
}

const require = createRequire(import.meta.url);

/**
 * The browser's DuckDB-WASM and Parquet reader within Node, without workers: what the page's adapter makes of a Parquet
 * file can be held against the native one, kind by kind. CSV is not attached here.
 */
export async function openWasmDatabase(): Promise<Database> {
  const module = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const duckdb = require(module) as Blocking;
  const bundle = (name: string) => ({ mainModule: join(dirname(module), name), mainWorker: '' });
  const bundles = { mvp: bundle('duckdb-mvp.wasm'), eh: bundle('duckdb-eh.wasm') };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => undefined);
  const connection = db.connect();
  const rows = (sql: string) =>
    connection
      .query(sql)
      .toArray()
      .map((row) => row.toJSON());
  return {
    run: async (sql) => void connection.query(sql),
    rows: async (sql) => rows(sql),
    attach: async ({ data }) => {
      const footer = await readFooter(data);
      const file = await ParquetFile.fromFile(footer.withoutArrowSchema);
      rows('DROP TABLE IF EXISTS attached');
      connection.insertArrowFromIPCStream((await file.read({})).intoIPCStream(), { name: 'attached', create: true });
      const columns = columnsOf(rows('DESCRIBE attached'), footer);
      return { from: 'attached', ordinal: 'rowid', ...columns, detach: async () => undefined };
    },
    close: async () => connection.close(),
  };
}
