import { Cancelled } from '../port';
import type { FromParquet, ToParquet } from './parquet.worker';

/** A worker that has read a file to its end and can read another. */
let idle: Worker | null = null;

/**
 * Reads a Parquet file in a worker and hands it on as Arrow IPC streams, one at a time.
 * @param take called with the bytes and the share (0…1) of rows handed on so far
 * @throws Error with the reader's reason; Cancelled
 */
export function eachParquetBatch(
  file: Blob,
  signal: AbortSignal | undefined,
  take: (ipc: Uint8Array, share: number) => Promise<void>,
): Promise<void> {
  const worker = idle ?? new Worker(new URL('./parquet.worker.ts', import.meta.url), { type: 'module' });
  idle = null;
  const send = (message: ToParquet) => worker.postMessage(message);
  return new Promise<void>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Cancelled()));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = async ({ data }: MessageEvent<FromParquet>) => {
      if ('failed' in data) reject(new Error(data.failed));
      else if ('done' in data) resolve();
      else
        try {
          await take(data.ipc, data.share);
          send({ next: true });
        } catch (error) {
          reject(error);
        }
    };
    send({ file, base: document.baseURI });
  }).then(
    () => {
      idle = worker;
    },
    (error) => {
      worker.terminate();
      throw error;
    },
  );
}
