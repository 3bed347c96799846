import scriptUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from './duckdbWorker.js?url';

/** A worker in which DuckDB-WASM is on its way. */
export interface DuckdbWorker {
  worker: Worker;
  /** Address of the module that it compiles. */
  wasm: string;
  /** What escaped the worker: from then on DuckDB's own messages stop, and whoever waits for one would wait for ever. */
  death: Promise<unknown>;
}

const addressOf = (url: string): string => new URL(url, document.baseURI).href;

function startWorker(): DuckdbWorker {
  const wasm = addressOf(wasmUrl);
  const asked = [addressOf(scriptUrl), wasm].map(encodeURIComponent).join('&');
  const worker = new Worker(addressOf(`${workerUrl}?${asked}`));
  const death = new Promise((resolve) => {
    worker.addEventListener('error', (event) => resolve(event.error ?? new Error(event.message || '工作线程出错')));
    worker.addEventListener('messageerror', () => resolve(new Error('worker message could not be read')));
  });
  return { worker, wasm, death };
}

/**
 * The first worker of the page. It starts when this module is loaded, which is to be before the rest of the page is fetched: it
 * takes most of the time until the first answer, and needs nothing of what is loaded meanwhile.
 */
let ahead: DuckdbWorker | null = startWorker();

/** A worker of one's own: the one that was started with the page, then others. */
export function startedWorker(): DuckdbWorker {
  const worker = ahead ?? startWorker();
  ahead = null;
  return worker;
}
