import { FileRefused } from '../../domain/problems';
import type { Inspected } from '../inspect';
import type { FromInspect, ToInspect } from './inspect.worker';

/** A worker that waits for a file. */
let idle: Worker | null = null;

const start = () => new Worker(new URL('./inspect.worker.ts', import.meta.url), { type: 'module' });

/** Where the worker's script cannot be fetched its error says nothing. */
const reasonOf = (event: ErrorEvent): Error =>
  new Error(event.message || '服务器暂时连接不上，读取文件的程序没有取到；请检查网络后重新放入');

/** Starts the worker ahead, while the server is there. @throws Error where its script cannot be fetched */
export async function warmInspect(): Promise<void> {
  if (idle) return;
  const worker = start();
  await new Promise<void>((resolve, reject) => {
    worker.onerror = (event) => reject(reasonOf(event));
    worker.onmessage = () => resolve();
    worker.postMessage('warm' satisfies ToInspect);
  });
  if (idle) worker.terminate();
  else idle = worker;
}

/**
 * `inspect` in a worker, so that the page stays awake over large files. Cancelling ends the worker.
 * @throws FileRefused; the signal's reason
 */
export async function inspectInWorker(
  file: Blob,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Inspected> {
  signal?.throwIfAborted();
  const worker = idle ?? start();
  idle = null;
  let whole = false;
  try {
    const inspected = await new Promise<Inspected>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      worker.onerror = (event) => reject(reasonOf(event));
      worker.onmessage = ({ data }: MessageEvent<FromInspect>) => {
        if ('warm' in data) return;
        if ('share' in data) {
          onProgress(data.share);
          return;
        }
        whole = true;
        if ('inspected' in data) resolve(data.inspected);
        else if ('refused' in data) reject(new FileRefused(data.refused.code, data.refused.facts));
        else reject(new FileRefused('unreadable', { detail: data.failed }));
      };
      worker.postMessage(file satisfies ToInspect);
    });
    return inspected;
  } finally {
    // A worker whose answer is still to come is of no use to the next file.
    if (whole) idle = worker;
    else {
      worker.terminate();
      void warmInspect().catch(() => undefined);
    }
  }
}
