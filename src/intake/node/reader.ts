import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { MessageChannel, Worker } from 'node:worker_threads';
import { errorOf } from '../../domain/failure';
import type { Office } from '../../domain/office';
import { assertUnchanged, piecesOf } from '../pieces';
import type { FileReader } from '../read/reader';
import { ReaderThreads, type Thread } from '../thread/asking';
import { pathOf } from './fileBlob';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

/** Text from this size on is read in a thread of its own: to start one takes as long as it saves of so much. */
const LARGE = 32 * 1024 * 1024;
/** Other forms (Parquet, workbooks) are packed: so many times their size is what they come to as text, mostly. */
const PACKED = 8;
const TEXT = /\.(?:csv|tsv|tab|txt)$/i;

/** Address of the thread's script where it was compiled (scripts/program.mjs); not there where sources run as they are. */
declare const READER_THREAD: string | undefined;

/** The page's is `../sha256.ts`; the system's own is twice as quick. */
async function sha256Of(file: Blob, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of piecesOf(file, CHUNK)) {
    signal?.throwIfAborted();
    hash.update(bytes);
  }
  return hash.digest('hex');
}

/**
 * MB that a thread may fill before all of its memory is searched for garbage, columns included that it has handed over: else V8
 * does so after every few batches, of which next to nothing is left (docs/adr/0045). Asked of a thread as it starts: the flag
 * changes nothing for the process.
 */
const UNSEARCHED = 256;

function start(script: URL): Thread {
  setFlagsFromString(`--initial-old-space-size=${UNSEARCHED}`);
  const worker = new Worker(script, { execArgv: [] });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  let told: ((reason: Error) => void) | null = null;
  let dead: Error | null = null;
  const died = (reason: Error) => {
    dead ??= reason;
    told?.(dead);
  };
  worker.on('error', (error) => died(errorOf(error)));
  worker.on('exit', (code) => died(new Error(`exit ${code}`)));
  return {
    line: port1 as unknown as MessagePort,
    watch: (to, isAwaited) => {
      told = to;
      // One that waits for a file must not keep the process waiting.
      for (const held of [worker, port1])
        if (isAwaited) held.ref();
        else held.unref();
      if (dead) to(dead);
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

const threadsOf = (script: URL) =>
  new ReaderThreads(
    () => start(script),
    () => '',
    false,
  );
const threads = typeof READER_THREAD === 'string' ? threadsOf(new URL(READER_THREAD)) : null;

export interface NodeReader extends FileReader {
  /** Starts the thread, if one of these files is for it, beside whatever else is made ready for them. */
  expect(files: readonly Blob[]): void;
}

/**
 * Reads files: a large one (of `fileBlob`) in a thread of its own, beside which its rows are appended and its bytes hashed;
 * others, and all where no thread was compiled, in this process.
 * @param thread another script of the thread, and the bytes from which on a file is large
 */
export function nodeReader(office: Office, thread?: { script: URL; large: number }): NodeReader {
  const own = thread ? threadsOf(thread.script) : threads;
  const large = thread?.large ?? LARGE;
  /** Where a file lies that is for a thread. By its name: a wrong one costs a little time. */
  const pathOfLarge = (file: Blob): string | undefined => {
    const path = pathOf(file);
    return path !== undefined && file.size * (TEXT.test(path) ? 1 : PACKED) >= large ? path : undefined;
  };
  return {
    hash: sha256Of,
    expect: (files) => {
      if (files.some((file) => pathOfLarge(file) !== undefined)) own?.ahead(office);
    },
    read: async (file, request, sink, options) => {
      const path = pathOfLarge(file);
      if (own && path !== undefined) {
        const read = await own.readerOf(office)({ path }, request, sink, options);
        // The thread opened it anew: what it read is what was hashed.
        await assertUnchanged(file);
        return read;
      }
      const { openFile, readOpened, parquetModule } = await reading();
      const opened = await openFile(office.catalogue, file, parquetModule(), request.answers);
      try {
        return await readOpened(office, opened, request, sink);
      } finally {
        opened.close?.();
      }
    },
  };
}
