import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { Cancelled, type Database, type Row, type StageOptions, type StageSource } from '../port';
import { createFromCsv } from '../sql/csv';
import { literal, name } from '../sql/text';
import { eachParquetBatch } from './parquet';

/** Instantiation answers never where the server sends the module with a wrong type; then this many ms are enough. */
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
  const worker = new Worker(new URL(workerUrl, document.baseURI));
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await Promise.race([
      db.instantiate(new URL(wasmUrl, document.baseURI).href),
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error('启动超时')), START_LIMIT);
        worker.addEventListener('error', (event) => reject(new Error(event.message || '工作线程出错')));
      }),
    ]);
  } catch (error) {
    worker.terminate();
    throw new EngineStartError(error instanceof Error ? error.message : String(error));
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
  return {
    run: async (sql) => void (await connection.query(sql)),
    rows: (sql) => rows(connection, sql),
    stage: (table, source, options) =>
      source.kind === 'csv'
        ? stageCsv(db, connection, table, source)
        : stageParquet(connection, table, source, options),
    close: async () => {
      await connection.close();
      await db.terminate();
    },
  };
}

async function stageCsv(
  db: duckdb.AsyncDuckDB,
  connection: duckdb.AsyncDuckDBConnection,
  table: string,
  { data, delimiter, width }: Extract<StageSource, { kind: 'csv' }>,
): Promise<string[]> {
  const file = 'stage.csv';
  await db.registerFileHandle(file, data, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  try {
    await connection.query(createFromCsv(table, file, delimiter, width));
    return [];
  } finally {
    await db.dropFile(file);
  }
}

/** Row groups come as Arrow bytes from a worker of their own and are turned into text by DuckDB, as on the command line. */
async function stageParquet(
  connection: duckdb.AsyncDuckDBConnection,
  table: string,
  { data }: Extract<StageSource, { kind: 'parquet' }>,
  { signal, onProgress }: StageOptions,
): Promise<string[]> {
  const typed = `${table}_typed`;
  try {
    let headers: string[] = [];
    let first = true;
    await eachParquetBatch(data, signal, async (ipc, share) => {
      if (signal?.aborted) throw new Cancelled();
      await connection.insertArrowFromIPCStream(ipc, { name: typed, create: first });
      if (first) {
        headers = (await rows(connection, `DESCRIBE ${typed}`)).map((r) => String(r.column_name));
        await connection.query(
          `CREATE OR REPLACE TABLE ${table} (${headers.map((_, i) => `c${i} VARCHAR`).join(', ')})`,
        );
      }
      await connection.query(
        `INSERT INTO ${table} SELECT ${headers.map((h) => `CAST(${name(h)} AS VARCHAR)`).join(', ')} FROM ${typed}`,
      );
      await connection.query(`DELETE FROM ${typed}`);
      first = false;
      onProgress?.(share);
    });
    return headers;
  } finally {
    await connection.query(`DROP TABLE IF EXISTS ${typed}`);
  }
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
