import type { Office } from '../../domain/office';
import type { Sink } from '../read/part';
import type { FileReader, ReadOptions } from '../read/reader';
import type { ReadRequest } from '../read/readFile';
import { ReaderThreads, type Thread } from '../thread/asking';
import type { FromReader } from '../thread/messages';
import { hashInWorker } from './hash';
import { reasonOf } from './reason';

function start(): Thread {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) => {
      worker.onmessage = listener && (({ data }: MessageEvent<FromReader>) => listener.said(data));
      worker.onerror = listener && ((event) => listener.died(reasonOf(event)));
    },
    end: () => worker.terminate(),
  };
}

const threads = new ReaderThreads(start, () => document.baseURI);

/** Starts the workers ahead with all that they load, while the server is there. @throws Error where that cannot be fetched */
export async function warmReader(): Promise<void> {
  await Promise.all([threads.warm(), hashInWorker(new Blob())]);
}

/** Reads files in a worker, so that the page stays awake over large ones. */
export class WorkerReader implements FileReader {
  constructor(private readonly office: Office) {}

  hash(file: Blob, signal?: AbortSignal): Promise<string> {
    return hashInWorker(file, signal).catch((error) => {
      void warmReader().catch(() => undefined);
      throw error;
    });
  }

  read(file: Blob, request: ReadRequest, sink: Sink, options?: ReadOptions) {
    return threads.read(this.office, file, request, sink, options).catch((error) => {
      // A worker that was ended is started anew while nobody waits for it.
      void warmReader().catch(() => undefined);
      throw error;
    });
  }
}
