import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arrowOf } from '../../src/engine/browser/arrow';
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

/** The browser's DuckDB-WASM within Node, without a worker: rows go in as the page's adapter hands them over. */
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
    append: async (target, added) =>
      connection.insertArrowFromIPCStream(arrowOf(added, target.columns), { name: target.name, create: false }),
    close: async () => connection.close(),
  };
}
