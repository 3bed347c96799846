import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { errorOf } from '../../domain/failure';
import type { Office } from '../../domain/office';
import type { FileReader } from '../read/reader';
import { type Listener, ReaderThreads, type Thread } from '../thread/asking';
import { assertUnchanged, pathOf } from './fileBlob';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

/** Files from this size on are read in a thread of their own: to start one takes as long as it saves of so much. */
const LARGE = 64 * 1024 * 1024;

/** The page's is `../sha256.ts`; the system's own is twice as quick. */
async function sha256Of(file: Blob, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < file.size; at += CHUNK) {
    signal?.throwIfAborted();
    hash.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
  }
  return hash.digest('hex');
}

function start(): Thread {
  const worker = new Worker(new URL('./reader.thread.mjs', import.meta.url), { execArgv: [] });
  let listener: Listener | null = null;
  worker.on('message', (message) => listener?.said(message));
  worker.on('error', (error) => listener?.died(errorOf(error)));
  worker.on('exit', (code) => listener?.died(new Error(`exit ${code}`)));
  return {
    post: (message) => worker.postMessage(message),
    listen: (to) => {
      listener = to;
      // One that waits for a file must not keep the process waiting.
      if (to) worker.ref();
      else worker.unref();
    },
    end: () => void worker.terminate(),
  };
}

/** What files are read with: loaded where one is read in this process. */
const reading = async () => ({
  ...(await import('../read/openFile')),
  ...(await import('../read/readFile')),
  ...(await import('./parquetModule')),
});

const threads = new ReaderThreads(start, () => '');

/**
 * Reads files: a large one (of `fileBlob`) in a thread of its own, beside which its rows are appended and its bytes hashed;
 * others in this process.
 * @param large bytes from which on a file is large
 */
export const nodeReader = (office: Office, large = LARGE): FileReader => ({
  hash: sha256Of,
  read: async (file, request, sink, options) => {
    const path = pathOf(file);
    if (path !== undefined && file.size >= large) {
      const read = await threads.read(office, { path }, request, sink, options);
      // The thread opened it anew: what it read is what was hashed.
      await assertUnchanged(file);
      return read;
    }
    const { openFile, readOpened, parquetModule } = await reading();
    const opened = await openFile(file, parquetModule(), request.answers);
    try {
      return await readOpened(office, opened, request, sink);
    } finally {
      opened.close?.();
    }
  },
});
