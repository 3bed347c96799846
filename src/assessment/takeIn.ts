import { ArchiveError } from '../archive/errors';
import { errorOf, messageOf } from '../domain/failure';
import { LEDGERS, type LedgerId } from '../domain/ledgers';
import { type Office, unitName } from '../domain/office';
import { type Period, periodName } from '../domain/period';
import { type ProblemCode, severityOf } from '../domain/problemCodes';
import { FileRefused, type Problem, type ProblemFacts, problemSentence } from '../domain/problems';
import type { Submission, SubmissionKey, UnitId } from '../domain/submission';
import type { Engine } from '../engine/engine';
import { Cancelled } from '../engine/port';
import { readFileName } from '../intake/fileName';
import type { FileReader } from '../intake/read/reader';
import type { FileRead, PartRead } from '../intake/read/readFile';
import { EngineSink, type Read, type Unnumbered } from './engineSink';
import type { Declared, TakeInOptions } from './workspace';

export interface FileToTakeIn {
  path: string;
  data: Blob;
  declared: Declared;
  /** ISO instant. */
  at: string;
  /** SHA-256 that the bytes must have: that of the file when it first came. */
  sha256?: string | undefined;
}

/** Whose and which period's a file is, and which ledger's where the person says so or its name does. */
export interface FileKey {
  unit: UnitId;
  period: Period;
  ledger: LedgerId | null;
  namedLedger: LedgerId | null;
  version: number;
}

/**
 * Whose, which period's and which ledger's file this is: as declared, else as the name says. The ledger is told by the
 * headers where neither says it.
 * @throws FileRefused `name_ambiguous` with all readings, `name_silent` naming the missing parts, `unknown_unit`
 */
export function keyOf(office: Office, path: string, declared: Declared): FileKey {
  const name = readFileName(office, path);
  const unit = declared.unit ?? name.unit;
  const period = declared.period ?? name.period;
  const parts = [
    ['报送单位', unit, name.readings.unit],
    ['报送期', period, name.readings.period],
  ] as const;
  const several = parts.filter(([, told, readings]) => !told && readings.length > 1);
  if (several.length)
    throw new FileRefused('name_ambiguous', {
      detail: several.map(([part, , readings]) => `${part}${readings.map((r) => `「${r}」`).join('')}`).join('，'),
    });
  if (!unit && name.unknownUnit && period) throw new FileRefused('unknown_unit', { value: name.unknownUnit });
  if (!unit || !period) {
    const silent = parts.filter(([, told]) => !told).map(([part]) => part);
    throw new FileRefused('name_silent', { detail: silent.join('、') });
  }
  return { unit, period, ledger: declared.ledger ?? null, namedLedger: name.ledger, version: name.version };
}

/** What became of a file: its submissions' rows are in the engine, or why it was refused. */
export type TakenIn = { read: readonly Read[] } | { refused: FileRefused };

/** `held` may know a file already: then nothing of it is taken in. */
export type TakeInSteps = TakeInOptions & {
  held?: (file: FileKey & { sha256: string }) => Submission | undefined;
};

/**
 * Takes a file into the engine, all or nothing. Its rows count only once `HeldRows` says so.
 * @throws Cancelled, ArchiveError `original_altered`
 */
export async function takeInFile(
  office: Office,
  engine: Engine,
  reader: FileReader,
  file: FileToTakeIn,
  options: TakeInSteps = {},
): Promise<TakenIn | { held: Submission }> {
  const { signal } = options;
  const sink = new EngineSink(engine, signal);
  try {
    options.onProgress?.('reading', null);
    const key = keyOf(office, file.path, file.declared);
    const sha256 = await reader.hash(file.data, signal).catch((error) => {
      throw signal?.aborted ? error : unreadable(error);
    });
    if (file.sha256 !== undefined && sha256 !== file.sha256)
      throw new ArchiveError('original_altered', { file: file.path });
    const held = options.held?.({ ...key, sha256 });
    if (held) return { held };
    const receivedOn = file.declared.receivedOn ?? null;
    const answers = file.declared.answers ?? {};
    const read = await reader
      .read(file.data, { ...key, receivedOn, answers }, sink, {
        signal,
        onProgress: (share) => options.onProgress?.('reading', share),
      })
      .catch((error) => {
        throw error instanceof FileRefused || signal?.aborted || sink.failed ? error : unreadable(error);
      });
    options.onProgress?.('checking', null);
    return { read: await sink.seal(read, (part) => submissionOf(file, key, sha256, read, part)) };
  } catch (error) {
    await sink.forget();
    if (signal?.aborted) throw new Cancelled();
    if (error instanceof FileRefused) return { refused: error };
    throw error;
  }
}

function submissionOf(
  { path, data, declared, at }: FileToTakeIn,
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
export async function takeInMany(
  office: Office,
  engine: Engine,
  reader: FileReader,
  files: readonly FileToTakeIn[],
  { onDone, signal }: { onDone?: (done: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<(TakenIn | { failed: Error })[]> {
  const outcomes: (TakenIn | { failed: Error })[] = [];
  try {
    for (const [i, file] of files.entries()) {
      if (signal?.aborted) throw new Cancelled();
      try {
        // Without `held` none is known already.
        outcomes.push((await takeInFile(office, engine, reader, file, signal ? { signal } : {})) as TakenIn);
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

/** A problem with a whole file, as lists show it. */
export function fileProblem(file: string, code: ProblemCode, facts: ProblemFacts): Problem {
  return {
    file,
    sheet: null,
    row: null,
    column: facts.column ?? null,
    value: facts.value ?? null,
    code,
    severity: severityOf(code),
    message: problemSentence(code, facts),
  };
}

/** 海南藏族自治州 2017年第三季度 投诉举报台账. */
export const submissionTitle = (office: Office, key: SubmissionKey): string =>
  `${unitName(office, key.unit)} ${periodName(key.period)} ${LEDGERS[key.ledger].name}`;
