import * as duckdb from '@duckdb/duckdb-wasm';
import { messageOf } from '../../domain/failure';
import type { Database, Row } from '../port';
import { withQueryErrors } from '../queryError';
import { literal } from '../sql/text';
import { arrowOf } from './arrow';
import { attachRows, copyOfRows, type FilesInMemory, restoreRows } from './rowsFile';
import { startedWorker } from './worker';

/** A server that begins to send the module may never end; then this many ms are enough. */
const START_LIMIT = 60_000;

/** The engine could not be started: shown with what to do. */
export class EngineStartError extends Error {
  constructor(reason: string) {
    super(
      `计算引擎（DuckDB-WASM）未能启动：${reason}。请检查服务器是否以 application/wasm 类型提供 .wasm 文件，并使用 Chrome 109 以上的浏览器。`,
    );
    this.name = 'EngineStartError';
  }
}

/** DuckDB-WASM in a worker, in memory, from this page's own origin. Extensions are never fetched. */
export async function openBrowserDatabase(): Promise<Database> {
  const { worker, wasm, death } = startedWorker();
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await Promise.race([
      db.instantiate(wasm),
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error('启动超时')), START_LIMIT);
        death.then(reject);
      }),
    ]);
  } catch (error) {
    worker.terminate();
    throw new EngineStartError(messageOf(error));
  } finally {
    clearTimeout(timer);
  }
  const connection = await db.connect();
  for (const sql of [
    `SET custom_extension_repository=${literal(new URL('ext', document.baseURI).href)}`,
    'SET autoload_known_extensions=false',
    'SET autoinstall_known_extensions=false',
  ])
    await connection.query(sql);
  const files: FilesInMemory = {
    file: 'rows.db',
    query: (sql) => connection.query(sql),
    registerFileBuffer: (name, bytes) => db.registerFileBuffer(name, bytes),
    copyFileToBuffer: (name) => db.copyFileToBuffer(name),
    dropFile: (name) => db.dropFile(name),
  };
  await attachRows(files);
  return withQueryErrors(
    {
      run: async (sql) => void (await connection.query(sql)),
      rows: (sql) => rows(connection, sql),
      append: (target, rows) =>
        connection.insertArrowFromIPCStream(arrowOf(rows, target.columns), { name: target.name, create: false }),
      // With its worker everything goes; one that has stopped would never say that a connection is closed.
      close: () => db.terminate(),
      copy: () => copyOfRows(files),
      restore: (bytes) => restoreRows(files, bytes),
    },
    death,
  );
}

/** Result rows column by column: a JavaScript object a row without Arrow's proxies. */
async function rows(connection: duckdb.AsyncDuckDBConnection, sql: string): Promise<Row[]> {
  const table = await connection.query(sql);
  const out: Row[] = Array.from({ length: table.numRows }, () => ({}));
  for (const [c, field] of table.schema.fields.entries()) {
    const column = table.getChildAt(c);
    for (let i = 0; i < out.length; i++) {
      const value: unknown = column?.get(i);
      (out[i] as Row)[field.name] = typeof value === 'bigint' ? Number(value) : ((value ?? null) as Row[string]);
    }
  }
  return out;
}
