import { FileRefused } from '../../domain/problems';
import type { Inspected } from '../inspect';
import type { FromInspect } from './inspect.worker';

let idle: Worker | null = null;

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
  const worker = idle ?? new Worker(new URL('./inspect.worker.ts', import.meta.url), { type: 'module' });
  idle = null;
  let whole = false;
  try {
    const inspected = await new Promise<Inspected>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<FromInspect>) => {
        if ('share' in data) {
          onProgress(data.share);
          return;
        }
        whole = true;
        if ('inspected' in data) resolve(data.inspected);
        else if ('refused' in data) reject(new FileRefused(data.refused.code, data.refused.facts));
        else reject(new FileRefused('unreadable', { detail: data.failed }));
      };
      worker.postMessage(file);
    });
    return inspected;
  } finally {
    // A worker whose answer is still to come is of no use to the next file.
    if (whole) idle = worker;
    else worker.terminate();
  }
}
