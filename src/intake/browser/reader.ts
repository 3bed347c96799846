import type { Office } from '../../domain/office';
import type { FileReader } from '../read/reader';
import { ReaderThreads, type Thread } from '../thread/asking';
import { hashInWorker } from './hash';
import { reasonOf } from './reason';

function start(): Thread {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  return {
    line: port1,
    watch: (died) => {
      worker.onerror = (event) => died(reasonOf(event));
    },
    end: () => worker.terminate(),
  };
}

const threads = new ReaderThreads(start, () => document.baseURI, true);

/** Starts the workers ahead with all that they load, while the server is there. @throws Error where that cannot be fetched */
export async function warmReader(): Promise<void> {
  await Promise.all([threads.warm(), hashInWorker(new Blob())]);
}

/** Reads files in a worker, so that the page stays awake over large ones. */
export const workerReader = (office: Office): FileReader => ({
  read: threads.readerOf(office),
  hash: (file, signal) =>
    hashInWorker(file, signal).catch((error) => {
      // A worker that was ended is started anew while nobody waits for it.
      void warmReader().catch(() => undefined);
      throw error;
    }),
});
