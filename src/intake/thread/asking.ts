import { type Office, officeData } from '../../domain/office';
import { FileRefused } from '../../domain/problems';
import type { Sink } from '../read/part';
import type { ReadOptions } from '../read/reader';
import type { FileRead, ReadRequest } from '../read/readFile';
import type { FromReader, Handed, ToReader } from './messages';

/** A thread that reads files, as whoever asks it sees it. */
export interface Thread {
  post(message: ToReader): void;
  /** Tells what it says from now on, and its death; null while nobody waits for it. */
  listen(listener: Listener | null): void;
  end(): void;
}

export interface Listener {
  said(message: FromReader): void;
  died(reason: Error): void;
}

/** The threads of a page or process that read files. One that is done waits for the next file. */
export class ReaderThreads {
  private idle: Thread | null = null;
  /** The office that a thread was told of. */
  private readonly told = new WeakMap<Thread, Office>();

  /** @param base where all that a thread loads lies */
  constructor(
    private readonly start: () => Thread,
    private readonly base: () => string,
  ) {}

  /** Starts a thread ahead with all that it loads. @throws Error where that cannot be had */
  async warm(): Promise<void> {
    if (this.idle) return;
    const thread = this.start();
    await new Promise<void>((resolve, reject) => {
      thread.listen({
        said: (message) => ('failed' in message ? reject(new Error(message.failed)) : resolve()),
        died: reject,
      });
      thread.post({ warm: this.base() });
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
    thread.post({ office: officeData(office), base: this.base() });
    this.told.set(thread, office);
  }

  private keep(thread: Thread): void {
    thread.listen(null);
    if (this.idle) thread.end();
    else this.idle = thread;
  }

  /** Reads a file in a thread. Cancelling ends the thread, and so does what fails. @throws FileRefused, the signal's reason */
  async read(
    office: Office,
    file: Handed,
    request: ReadRequest,
    sink: Sink,
    options: ReadOptions = {},
  ): Promise<FileRead> {
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
      else thread.end();
    }
  }
}

type Outcome = Extract<FromReader, { done: FileRead } | { refused: object } | { failed: string }>;

/** Hands what a thread reads to a sink, in its order, until it says how it ended. @throws what the sink throws */
function answerOf(
  thread: Thread,
  question: ToReader,
  sink: Sink,
  { signal, onProgress }: ReadOptions,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    let taking: Promise<void> = Promise.resolve();
    const take = (work: () => Promise<void>) => {
      taking = taking.then(work).then(() => thread.post({ taken: true }));
      taking.catch(reject);
    };
    thread.listen({
      said: (message) => {
        if ('warm' in message) return;
        if ('share' in message) onProgress?.(message.share);
        else if ('rows' in message) take(() => sink.rows(message.part, message.ledger, message.rows));
        else if ('problems' in message) take(() => sink.problems(message.part, message.problems));
        else if ('aside' in message) take(async () => sink.aside?.(message.part, message.aside));
        else if ('restart' in message) take(() => sink.restart());
        // What was handed over before is taken in first, or an error would leave rows behind.
        else taking.then(() => resolve(message), reject);
      },
      died: reject,
    });
    thread.post(question);
  });
}
