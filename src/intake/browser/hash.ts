import type { FromHash } from './hash.worker';
import { reasonOf } from './reason';

/** A worker that waits for a file. */
let idle: Worker | null = null;

/**
 * SHA-256 of a file's bytes, in a worker of its own: beside the one that reads them. Cancelling ends the worker.
 * @throws Error, the signal's reason
 */
export async function hashInWorker(file: Blob, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted();
  const worker = idle ?? new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' });
  idle = null;
  const over = new AbortController();
  let whole = false;
  try {
    const said = await new Promise<FromHash>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
      worker.onerror = (event) => reject(reasonOf(event));
      worker.onmessage = ({ data }: MessageEvent<FromHash>) => resolve(data);
      worker.postMessage(file);
    });
    whole = true;
    if ('failed' in said) throw new Error(said.failed);
    return said.hashed;
  } finally {
    over.abort();
    if (whole && !idle) keep(worker);
    else worker.terminate();
  }
}

/** One that dies while it waits is of no use to the next file. */
function keep(worker: Worker): void {
  idle = worker;
  worker.onerror = () => {
    if (idle === worker) idle = null;
    worker.terminate();
  };
}
