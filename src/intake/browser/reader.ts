import type { Office } from '../../domain/office';
import { FileRefused } from '../../domain/problems';
import type { Sink } from '../read/part';
import type { FileReader, ReadOptions } from '../read/reader';
import type { FileRead } from '../read/readFile';
import type { FromReader, ToReader } from './reader.worker';

/** Where the worker's script cannot be fetched its error says nothing. */
const reasonOf = (event: ErrorEvent): Error =>
  new Error(event.message || '服务器暂时连接不上，读取文件的程序没有取到；请检查网络后重新放入');

/** A worker that waits for a file. */
let idle: Worker | null = null;
/** The office that a worker was told of. */
const told = new WeakMap<Worker, Office>();

const start = () => new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });

/** Starts the worker ahead with all that it loads, while the server is there. @throws Error where that cannot be fetched */
export async function warmReader(): Promise<void> {
  if (idle) return;
  const worker = start();
  await new Promise<void>((resolve, reject) => {
    worker.onerror = (event) => reject(reasonOf(event));
    worker.onmessage = ({ data }: MessageEvent<FromReader>) =>
      'failed' in data ? reject(new Error(data.failed)) : resolve();
    worker.postMessage({ warm: document.baseURI } satisfies ToReader);
  });
  if (idle) worker.terminate();
  else idle = worker;
}

/** Reads files in a worker, so that the page stays awake over large ones. Cancelling ends the worker. */
export class WorkerReader implements FileReader {
  constructor(private readonly office: Office) {}

  hash(file: Blob, signal?: AbortSignal): Promise<string> {
    return this.ask({ hash: file }, null, { signal }) as Promise<string>;
  }

  read(file: Blob, request: Extract<ToReader, { read: Blob }>['request'], sink: Sink, options: ReadOptions = {}) {
    return this.ask({ read: file, request }, sink, options) as Promise<FileRead>;
  }

  private async ask(
    question: ToReader,
    sink: Sink | null,
    { signal, onProgress }: ReadOptions,
  ): Promise<string | FileRead> {
    signal?.throwIfAborted();
    const worker = idle ?? start();
    idle = null;
    if (told.get(worker) !== this.office) {
      worker.postMessage({ office: this.office.profile, base: document.baseURI } satisfies ToReader);
      told.set(worker, this.office);
    }
    let whole = false;
    try {
      return await new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        worker.onerror = (event) => reject(reasonOf(event));
        // One after the other, in the order in which they were handed over.
        let taking: Promise<void> = Promise.resolve();
        const take = (work: () => Promise<void> | undefined) => {
          taking = taking.then(work).then(() => worker.postMessage({ taken: true } satisfies ToReader));
          taking.catch(reject);
        };
        worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
          if ('warm' in data) return;
          if ('share' in data) {
            onProgress?.(data.share);
            return;
          }
          if ('rows' in data) {
            take(() => sink?.rows(data.part, data.ledger, data.rows));
            return;
          }
          if ('restart' in data) {
            take(() => sink?.restart());
            return;
          }
          if ('problems' in data) {
            take(() => sink?.problems(data.part, data.problems));
            return;
          }
          // What was handed over before is taken in first, or an error would leave rows behind.
          taking.then(() => {
            whole = true;
            if ('done' in data) resolve(data.done);
            else if ('hashed' in data) resolve(data.hashed);
            else if ('refused' in data) {
              const { code, facts, asks } = data.refused;
              reject(new FileRefused(code, facts, asks));
            } else reject(new FileRefused('unreadable', { detail: data.failed }));
          }, reject);
        };
        worker.postMessage(question);
      });
    } finally {
      // A worker whose answer is still to come is of no use to the next file.
      if (whole) idle = worker;
      else {
        worker.terminate();
        void warmReader().catch(() => undefined);
      }
    }
  }
}
