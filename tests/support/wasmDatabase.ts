import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { arrowOf } from '../../src/engine/browser/arrow';
import { attachRows, copyOfRows, type FilesInMemory, restoreRows } from '../../src/engine/browser/rowsFile';
import type { Database, Row } from '../../src/engine/port';
import { withQueryErrors } from '../../src/engine/queryError';

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
  registerFileBuffer(name: string, bytes: Uint8Array): void;
  copyFileToBuffer(name: string): Uint8Array;
  dropFile(name: string): void;
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
  // Within Node DuckDB's log is a file of this computer.
  const folder = await mkdtemp(join(tmpdir(), 'kaoping-'));
  const files: FilesInMemory = {
    file: join(folder, 'rows.db'),
    query: (sql) => connection.query(sql),
    registerFileBuffer: (name, bytes) => db.registerFileBuffer(name, bytes),
    copyFileToBuffer: (name) => db.copyFileToBuffer(name),
    dropFile: (name) => db.dropFile(name),
  };
  await attachRows(files);
  return withQueryErrors({
    run: async (sql) => void connection.query(sql),
    rows: async (sql) => rows(sql),
    append: async (target, added) =>
      connection.insertArrowFromIPCStream(arrowOf(added, target.columns), { name: target.name, create: false }),
    close: async () => {
      connection.close();
      await rm(folder, { recursive: true });
    },
    copy: () => copyOfRows(files),
    restore: (bytes) => restoreRows(files, bytes),
  });
}
