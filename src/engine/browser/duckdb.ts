import * as duckdb from '@duckdb/duckdb-wasm';
import scriptUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { messageOf } from '../../domain/failure';
import { columnsOf, readFooter } from '../parquet/footer';
import { type Attached, type AttachedSource, type AttachOptions, Cancelled, type Database, type Row } from '../port';
import { withQueryErrors } from '../queryError';
import { csvScan, ORDINAL } from '../sql/csv';
import { literal } from '../sql/text';
import workerUrl from './duckdbWorker.js?url';
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
  const script = new URL(scriptUrl, document.baseURI).href;
  const worker = new Worker(new URL(`${workerUrl}?${encodeURIComponent(script)}`, document.baseURI));
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
    throw new EngineStartError(messageOf(error));
  } finally {
    clearTimeout(timer);
  }
  const connection = await db.connect();
  for (const sql of [
    `SET custom_extension_repository=${literal(new URL('ext', document.baseURI).href)}`,
    'SET autoload_known_extensions=false',
    'SET autoinstall_known_extensions=false',
    // It knows a file by its name, and every file attached has the same.
    'SET enable_external_file_cache=false',
  ])
    await connection.query(sql);
  return withQueryErrors(
    {
      run: async (sql) => void (await connection.query(sql)),
      rows: (sql) => rows(connection, sql),
      attach: (source, options) =>
        source.kind === 'csv' ? attachCsv(db, source) : attachParquet(connection, source, options),
      close: async () => {
        await connection.close();
        await db.terminate();
      },
    },
    deathOf(worker),
  );
}

/** When an error escapes the worker DuckDB's own messages stop, and whoever waits for one would wait for ever. */
const deathOf = (worker: Worker): Promise<unknown> =>
  new Promise((resolve) => {
    worker.addEventListener('error', (event) => resolve(event.error ?? new Error(event.message || 'worker error')));
    worker.addEventListener('messageerror', () => resolve(new Error('worker message could not be read')));
  });

async function attachCsv(
  db: duckdb.AsyncDuckDB,
  { data, delimiter, width }: Extract<AttachedSource, { kind: 'csv' }>,
): Promise<Attached> {
  const file = 'attached.csv';
  await db.registerFileHandle(file, data, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  return {
    from: csvScan(file, delimiter, width),
    ordinal: ORDINAL,
    headers: [],
    types: new Map(),
    detach: async () => void (await db.dropFile(file)),
  };
}

/** Batches come as Arrow bytes from a worker of their own and fill a table, in the order of the file. */
async function attachParquet(
  connection: duckdb.AsyncDuckDBConnection,
  { data }: Extract<AttachedSource, { kind: 'parquet' }>,
  { signal, onProgress }: AttachOptions,
): Promise<Attached> {
  const table = 'attached';
  const drop = async () => void (await connection.query(`DROP TABLE IF EXISTS ${table}`));
  await drop();
  try {
    let create = true;
    const footer = await readFooter(data);
    await eachParquetBatch(footer.withoutArrowSchema, signal, async (ipc, share) => {
      if (signal?.aborted) throw new Cancelled();
      await connection.insertArrowFromIPCStream(ipc, { name: table, create });
      create = false;
      onProgress?.(share);
    });
    const columns = await rows(connection, `DESCRIBE ${table}`);
    return { from: table, ordinal: 'rowid', ...columnsOf(columns, footer), detach: drop };
  } catch (error) {
    await drop();
    throw error;
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
