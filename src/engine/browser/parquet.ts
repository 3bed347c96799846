import { Cancelled } from '../port';
import type { FromParquet, ToParquet } from './parquet.worker';

/** A worker that has read a file to its end and can read another. */
let idle: Worker | null = null;

const start = () => new Worker(new URL('./parquet.worker.ts', import.meta.url), { type: 'module' });

/** Where the worker's script cannot be fetched its error says nothing. */
const reasonOf = (event: ErrorEvent): Error =>
  new Error(event.message || '服务器暂时连接不上，读取 Parquet 的程序没有取到；请检查网络后重新放入');

/** Starts the worker ahead with its module, while the server is there. @throws Error where they cannot be fetched */
export async function warmParquet(): Promise<void> {
  if (idle) return;
  const worker = start();
  await new Promise<void>((resolve, reject) => {
    worker.onerror = (event) => reject(reasonOf(event));
    worker.onmessage = ({ data }: MessageEvent<FromParquet>) =>
      'failed' in data ? reject(new Error(data.failed)) : resolve();
    worker.postMessage({ warm: document.baseURI } satisfies ToParquet);
  });
  if (idle) worker.terminate();
  else idle = worker;
}

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
  const worker = idle ?? start();
  idle = null;
  const send = (message: ToParquet) => worker.postMessage(message);
  return new Promise<void>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Cancelled()));
    worker.onerror = (event) => reject(reasonOf(event));
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
      void warmParquet().catch(() => undefined);
      throw error;
    },
  );
}
