import { ArchiveError } from '../archive/errors';
import { errorOf, messageOf } from '../domain/failure';
import type { Office } from '../domain/office';
import { FileRefused } from '../domain/problems';
import type { Submission } from '../domain/submission';
import type { Engine } from '../engine/engine';
import { Cancelled } from '../engine/port';
import { readFileName } from '../intake/fileName';
import type { Sink } from '../intake/read/part';
import type { FileReader } from '../intake/read/reader';
import type { FileRead, PartRead } from '../intake/read/readFile';
import { EngineSink, type Read, type Unnumbered } from './engineSink';
import { type FileKey, keyOf } from './fileKey';
import type { Declared, TakeInOptions } from './workspace';

export interface FileToEnter {
  path: string;
  data: Blob;
  declared: Declared;
  /** ISO instant. */
  at: string;
  /** SHA-256 that the bytes must have: that of the file when it first came. */
  sha256?: string | undefined;
}

/** What became of a file: its submissions' rows are in the engine, or why it was refused. */
export type Entered = { read: readonly Read[] } | { refused: FileRefused };

/** A file may be held already: then nothing of it is taken in. */
export interface Held {
  /** Whether some file of this size is: only then its hash is waited for before it is read. */
  ofSize(bytes: number): boolean;
  find(file: FileKey & { sha256: string }): Submission | undefined;
}

export type EnterOptions = TakeInOptions & { held?: Held };

/**
 * Takes a file into the engine, all or nothing. Its rows count only once `HeldRows` says so.
 * @throws Cancelled, ArchiveError `original_altered`
 */
export async function enterFile(
  office: Office,
  engine: Engine,
  reader: FileReader,
  file: FileToEnter,
  options: EnterOptions = {},
): Promise<Entered | { held: Submission }> {
  const { signal } = options;
  const sink = new EngineSink(engine, signal);
  const done = new AbortController();
  try {
    options.onProgress?.('reading', null);
    const key = await knownKey(office, reader, file, signal);
    // Beside the reading. What was read counts nowhere before it is known and right.
    const hashing = hashOf(reader, file, either(done, signal));
    if (options.held?.ofSize(file.data.size)) {
      const held = options.held.find({ ...key, sha256: await hashing });
      if (held) return { held };
    }
    const receivedOn = file.declared.receivedOn ?? null;
    const answers = file.declared.answers ?? {};
    const read = await reader
      .read(file.data, { ...key, receivedOn, answers }, sink, {
        signal,
        onProgress: (share) => options.onProgress?.('reading', share),
      })
      .catch(async (error) => {
        // Where the bytes are not those that were kept, what stands in them says nothing.
        if (file.sha256 !== undefined && !signal?.aborted && !sink.failed) await hashing;
        throw error instanceof FileRefused || signal?.aborted || sink.failed ? error : unreadable(error);
      });
    const sha256 = await hashing;
    options.onProgress?.('checking', null);
    return { read: await sink.seal(read, (part) => submissionOf(file, key, sha256, read, part)) };
  } catch (error) {
    await sink.forget();
    if (signal?.aborted) throw new Cancelled();
    if (error instanceof FileRefused) return { refused: error };
    throw error;
  } finally {
    // Of a file that is refused the hash is of no use: it would go on beside those of the next ones.
    done.abort();
  }
}

/** The signal of `own`, which a signal from outside ends too. */
function either(own: AbortController, outer: AbortSignal | undefined): AbortSignal {
  const { signal } = own;
  if (outer?.aborted) own.abort(outer.reason);
  outer?.addEventListener('abort', () => own.abort(outer.reason), { once: true, signal });
  return signal;
}

/**
 * SHA-256 of a file's bytes. It may fail before anyone waits for it.
 * @throws ArchiveError `original_altered` where it is not the one that the file must have
 */
function hashOf(reader: FileReader, { path, data, sha256 }: FileToEnter, signal: AbortSignal): Promise<string> {
  const hashing = reader.hash(data, signal).then(
    (found) => {
      if (sha256 !== undefined && found !== sha256) throw new ArchiveError('original_altered', { file: path });
      return found;
    },
    (error) => {
      throw signal.aborted ? error : unreadable(error);
    },
  );
  hashing.catch(() => undefined);
  return hashing;
}

/**
 * Whose file it is. Where nobody says it, the file is looked through first: one that cannot be read is refused for that, and
 * what is to be asked of what stands in it is asked along with whose it is.
 * @throws FileRefused
 */
async function knownKey(
  office: Office,
  reader: FileReader,
  { path, data, declared }: FileToEnter,
  signal: AbortSignal | undefined,
): Promise<FileKey> {
  try {
    return keyOf(office, path, declared);
  } catch (unnamed) {
    if (!(unnamed instanceof FileRefused)) throw unnamed;
    const request = {
      unit: declared.unit ?? null,
      period: declared.period ?? null,
      receivedOn: null,
      ledger: declared.ledger ?? null,
      namedLedger: readFileName(office, path).ledger,
      answers: declared.answers ?? {},
    };
    const asks = await reader.read(data, request, NOWHERE, { signal }).then(
      () => [],
      (error) => {
        if (error instanceof FileRefused && error.asks.length > 0) return error.asks;
        throw error instanceof FileRefused || signal?.aborted ? error : unreadable(error);
      },
    );
    throw new FileRefused(unnamed.code, unnamed.facts, asks);
  }
}

const NOWHERE: Sink = { rows: async () => {}, problems: async () => {}, restart: async () => {} };

function submissionOf(
  { path, data, declared, at }: FileToEnter,
  key: FileKey,
  sha256: string,
  { encoding }: FileRead,
  part: PartRead,
): Unnumbered {
  return {
    file: path,
    unit: key.unit,
    period: key.period,
    ledger: part.ledger,
    version: key.version,
    sha256,
    bytes: data.size,
    encoding,
    ...(declared.answers && Object.keys(declared.answers).length > 0 && { answers: declared.answers }),
    receivedOn: declared.receivedOn ?? null,
    takenInAt: at,
    rowsRead: part.rowsRead,
    rowsAccepted: part.rowsAccepted,
    rowsRejected: part.rowsRejected,
    withdrawnAt: null,
  };
}

/** Bytes that the computer does not hand out: the file was moved, changed or locked since it was chosen. */
const unreadable = (error: unknown): FileRefused =>
  new FileRefused('unreadable', {
    detail: `文件可能已被移动、改动或没有读取权限（${messageOf(error)}）`,
  });

/**
 * Takes any number of files in, one after the other. An error is borne by the file that causes it alone.
 * @param onDone called with the number of files done so far
 * @returns what became of each, in order; an Error that is no refusal is handed out as it is
 * @throws Cancelled where `signal` says so; what was taken in until then is forgotten again
 */
export async function enterFiles(
  office: Office,
  engine: Engine,
  reader: FileReader,
  files: readonly FileToEnter[],
  { onDone, signal }: { onDone?: (done: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<(Entered | { failed: Error })[]> {
  const outcomes: (Entered | { failed: Error })[] = [];
  try {
    for (const [i, file] of files.entries()) {
      if (signal?.aborted) throw new Cancelled();
      try {
        // Without `held` none is known already.
        outcomes.push((await enterFile(office, engine, reader, file, signal ? { signal } : {})) as Entered);
      } catch (error) {
        if (signal?.aborted) throw new Cancelled();
        outcomes.push({ failed: errorOf(error) });
      }
      onDone?.(i + 1);
    }
    return outcomes;
  } catch (error) {
    for (const outcome of outcomes) if ('read' in outcome) for (const { key } of outcome.read) await engine.remove(key);
    throw error;
  }
}
