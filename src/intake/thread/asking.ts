import { type Office, officeData } from '../../domain/office';
import { FileRefused } from '../../domain/problems';
import type { Sink } from '../read/part';
import type { ReadOptions } from '../read/reader';
import type { FileRead, ReadRequest } from '../read/readFile';
import { takeOver } from './handover';
import type { FromReader, Handed, ToReader } from './messages';

/** A thread that reads files, as whoever asks it sees it. */
export interface Thread {
  /** Over it the thread is asked, and says how it ended; the other end is `answering`. */
  line: MessagePort;
  /** Tells of its death from now on, or at once where it is dead; `isAwaited`: whether somebody waits for it. */
  watch(died: (reason: Error) => void, isAwaited: boolean): void;
  end(): void;
}

type Outcome = Extract<FromReader, { done: FileRead } | { refused: object } | { failed: string }>;

/** The threads of a page or process that read files. One that is done waits for the next file. */
export class ReaderThreads {
  private idle: Thread | null = null;
  /** The office that a thread was told of. */
  private readonly told = new WeakMap<Thread, Office>();

  /**
   * @param base where all that a thread loads lies
   * @param ready whether one is started anew in place of one that was ended, while nobody waits for it
   */
  constructor(
    private readonly start: () => Thread,
    private readonly base: () => string,
    private readonly ready: boolean,
  ) {}

  /** Starts a thread ahead with all that it loads. @throws Error where that cannot be had */
  async warm(): Promise<void> {
    if (this.idle) return;
    const thread = this.start();
    await new Promise<void>((resolve, reject) => {
      thread.watch(reject, true);
      thread.line.onmessage = ({ data }: MessageEvent<FromReader>) =>
        'failed' in data ? reject(new Error(data.failed)) : resolve();
      ask(thread, { warm: this.base() });
    }).catch((error) => {
      thread.end();
      throw error;
    });
    this.keep(thread);
  }

  /** Starts a thread for the files of an office, without waiting for it. */
  ahead(office: Office): void {
    if (this.idle) return;
    const thread = this.start();
    this.tell(thread, office);
    this.keep(thread);
  }

  private tell(thread: Thread, office: Office): void {
    if (this.told.get(thread) === office) return;
    ask(thread, { office: officeData(office), base: this.base() });
    this.told.set(thread, office);
  }

  private keep(thread: Thread): void {
    thread.line.onmessage = null;
    if (this.idle) {
      thread.end();
      return;
    }
    this.idle = thread;
    thread.watch(() => this.lose(thread), false);
  }

  /** One that dies while it waits is of no use to the next file. */
  private lose(thread: Thread): void {
    if (this.idle !== thread) return;
    this.idle = null;
    this.end(thread);
  }

  private end(thread: Thread): void {
    thread.end();
    // Where it cannot be had, the next file says so.
    if (this.ready) void this.warm().catch(() => undefined);
  }

  /** Reads files of an office. Cancelling ends the thread, and so does what fails. @throws FileRefused, the signal's reason */
  readerOf(office: Office) {
    return async (file: Handed, request: ReadRequest, sink: Sink, options: ReadOptions = {}): Promise<FileRead> => {
      options.signal?.throwIfAborted();
      const thread = this.idle ?? this.start();
      this.idle = null;
      this.tell(thread, office);
      let whole = false;
      try {
        const outcome = await answerOf(thread, { read: file, request }, sink, options);
        whole = true;
        if ('done' in outcome) return outcome.done;
        if ('failed' in outcome) throw new Error(outcome.failed);
        const { code, facts, asks } = outcome.refused;
        throw new FileRefused(code, facts, asks);
      } finally {
        if (whole) this.keep(thread);
        // Its answer is still to come: it is of no use to the next file.
        else this.end(thread);
      }
    };
  }
}

const ask = ({ line }: Thread, question: ToReader, transfer: Transferable[] = []): void =>
  line.postMessage(question, transfer);

/** How the reading of a file ended; what is read goes into the sink beside it. @throws what the sink throws */
async function answerOf(
  thread: Thread,
  question: { read: Handed; request: ReadRequest },
  sink: Sink,
  { signal, onProgress }: ReadOptions,
): Promise<Outcome> {
  const rows = new MessageChannel();
  const over = new AbortController();
  let close: (() => void) | undefined;
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
      close = takeOver(rows.port1, sink, reject);
      thread.watch(reject, true);
      thread.line.onmessage = ({ data }: MessageEvent<FromReader>) => {
        if ('share' in data) onProgress?.(data.share);
        else if (!('warm' in data)) resolve(data);
      };
      ask(thread, { ...question, rows: rows.port2 }, [rows.port2]);
    });
  } finally {
    over.abort();
    close?.();
  }
}
