import { ArchiveError } from '../archive/errors';
import { errorOf, messageOf } from '../domain/failure';
import { LEDGERS } from '../domain/ledgers';
import { type Office, unitName } from '../domain/office';
import { periodName } from '../domain/period';
import {
  FileRefused,
  type Problem,
  type ProblemCode,
  type ProblemFacts,
  problemSentence,
  severityOf,
} from '../domain/problems';
import type { Submission, SubmissionKey } from '../domain/submission';
import type { Incoming } from '../engine/checkIn';
import type { Engine, FileIn } from '../engine/engine';
import { Cancelled, SURPLUS } from '../engine/port';
import { mapColumns } from '../intake/columns';
import { readFileName } from '../intake/fileName';
import { ignoredNotes } from '../intake/ignoredColumns';
import type { Inspected } from '../intake/inspect';
import type { Declared, TakeInOptions } from './workspace';

/** Tells what a file is; in a worker in the browser. */
export type Inspect = (file: Blob, onProgress: (share: number) => void, signal?: AbortSignal) => Promise<Inspected>;

export interface FileToTakeIn {
  path: string;
  data: Blob;
  declared: Declared;
  /** ISO instant. */
  at: string;
  /** SHA-256 that the bytes must have: that of the file when it first came. */
  sha256?: string | undefined;
}

/**
 * Whose, which period's and which ledger's file this is: as declared, else as the name says.
 * @throws FileRefused `name_ambiguous` with all readings, `name_silent` naming the missing parts, `unknown_unit`
 */
export function keyOf(office: Office, path: string, declared: Declared): SubmissionKey & { version: number } {
  const name = readFileName(office, path);
  const unit = declared.unit ?? name.unit;
  const period = declared.period ?? name.period;
  const ledger = declared.ledger ?? name.ledger;
  const parts = [
    ['报送单位', unit, name.readings.unit],
    ['报送期', period, name.readings.period],
    ['台账', ledger, name.readings.ledger],
  ] as const;
  const several = parts.filter(([, told, readings]) => !told && readings.length > 1);
  if (several.length)
    throw new FileRefused('name_ambiguous', {
      detail: several.map(([part, , readings]) => `${part}${readings.map((r) => `「${r}」`).join('')}`).join('，'),
    });
  if (!unit && name.unknownUnit && period && ledger) throw new FileRefused('unknown_unit', { value: name.unknownUnit });
  if (!unit || !period || !ledger) {
    const silent = parts.filter(([, told]) => !told).map(([part]) => part);
    throw new FileRefused('name_silent', { detail: silent.join('、') });
  }
  return { unit, period, ledger, version: name.version };
}

/** A submission that the archive has not numbered yet. */
export type Unnumbered = Omit<Submission, 'id'>;

/** A file whose rows are in the engine, under `key`. */
export interface Read {
  key: number;
  submission: Unnumbered;
  problems: number;
}

/** What became of a file: its rows are in the engine, or why it was refused. */
export type TakenIn = Read | { refused: FileRefused };

/** `held` may know a file already: then nothing of it is taken in. */
export type TakeInSteps = TakeInOptions & {
  held?: (file: SubmissionKey & { sha256: string }) => Submission | undefined;
};

/**
 * Takes files into the engine: told apart, staged, typed, checked. Each all or nothing; a refused one does not hinder the
 * others. Many small files at once cost little more than one. Their rows count only once `HeldRows` says so.
 * @returns what became of each, in order
 * @throws Cancelled, ArchiveError `original_altered`
 */
export async function takeInFiles(
  office: Office,
  engine: Engine,
  inspect: Inspect,
  files: readonly FileToTakeIn[],
  options: TakeInSteps = {},
): Promise<(TakenIn | { held: Submission })[]> {
  const { signal, onProgress } = options;
  const taken: (TakenIn | { held: Submission })[] = [];
  const ready: { at: number; file: FileIn; submission: Unnumbered }[] = [];
  for (const [at, file] of files.entries())
    try {
      const key = keyOf(office, file.path, file.declared);
      const inspected = await inspect(file.data, (share) => onProgress?.('reading', share), signal).catch((error) => {
        throw error instanceof FileRefused || signal?.aborted ? error : unreadable(error);
      });
      if (file.sha256 !== undefined && inspected.sha256 !== file.sha256)
        throw new ArchiveError('original_altered', { file: file.path });
      const held = options.held?.({ ...key, sha256: inspected.sha256 });
      if (held) taken[at] = { held };
      else ready.push({ at, ...prepared(file, key, inspected) });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      taken[at] = { refused: error };
    }
  const outcomes = await engine.takeIn(
    ready.map((r) => r.file),
    {
      signal,
      onProgress: (share) => onProgress?.('staging', share),
      onChecking: () => onProgress?.('checking', null),
    },
  );
  for (const [i, { at, submission }] of ready.entries()) {
    const outcome = outcomes[i] as (typeof outcomes)[number];
    if ('refused' in outcome) taken[at] = outcome;
    else {
      const { problems, ...rows } = outcome.checked;
      taken[at] = { key: outcome.key, submission: { ...submission, ...rows }, problems };
    }
  }
  return taken;
}

/** Bytes that the computer does not hand out: the file was moved, changed or locked since it was chosen. */
const unreadable = (error: unknown): FileRefused =>
  new FileRefused('unreadable', {
    detail: `文件可能已被移动、改动或没有读取权限（${messageOf(error)}）`,
  });

/** A file told apart, as the engine takes it, and the submission it will be. @throws FileRefused for a wrong header */
function prepared(
  { path, data, declared, at }: FileToTakeIn,
  key: SubmissionKey & { version: number },
  inspected: Inspected,
): { file: FileIn; submission: Unnumbered } {
  const ledger = LEDGERS[key.ledger];
  const receivedOn = declared.receivedOn ?? null;
  const csv = inspected.kind === 'csv' ? inspected : null;
  // A wrong header is refused before the rows are read.
  if (csv) mapColumns(ledger, csv.headers);
  const place = (parquetHeaders: string[]): Incoming => {
    const headers = csv?.headers ?? parquetHeaders;
    const columns = csv ? headers.map((_, i) => `c${i}`) : headers;
    const map = mapColumns(ledger, headers);
    const read = new Set(Object.values(map.fields));
    return {
      ...key,
      receivedOn,
      columns: {
        fields: Object.fromEntries(Object.entries(map.fields).map(([field, i]) => [field, columns[i] as string])),
        others: columns.filter((_, i) => !read.has(i)),
        surplus: csv ? Array.from({ length: SURPLUS }, (_, i) => `c${headers.length + i}`) : [],
      },
      firstRow: csv?.firstRow ?? 2,
      skipped: csv?.skipped ?? [],
      notes: ignoredNotes(map.ignored),
    };
  };
  const file: FileIn = {
    ledger: key.ledger,
    source: csv
      ? { kind: 'csv', data: csv.data, delimiter: csv.delimiter, width: csv.headers.length }
      : { kind: 'parquet', data: inspected.data },
    expected: csv?.records ?? null,
    place,
  };
  const submission: Unnumbered = {
    file: path,
    unit: key.unit,
    period: key.period,
    ledger: key.ledger,
    version: key.version,
    sha256: inspected.sha256,
    bytes: data.size,
    encoding: inspected.encoding,
    receivedOn,
    takenInAt: at,
    rowsRead: 0,
    rowsAccepted: 0,
    rowsRejected: 0,
    withdrawnAt: null,
  };
  return { file, submission };
}

/** Files and bytes of one batch: enough to share the cost of a pass, little enough to show progress. */
const BATCH_FILES = 24;
const BATCH_BYTES = 32 * 1024 * 1024;

/**
 * Takes any number of files in, batch by batch. An error in a batch is borne by the file that causes it alone.
 * @param onDone called with the number of files done so far
 * @returns what became of each, in order; an Error that is no refusal is handed out as it is
 * @throws Cancelled where `signal` says so; what was taken in until then is forgotten again
 */
export async function takeInMany(
  office: Office,
  engine: Engine,
  inspect: Inspect,
  files: readonly FileToTakeIn[],
  { onDone, signal }: { onDone?: (done: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<(TakenIn | { failed: Error })[]> {
  const outcomes: (TakenIn | { failed: Error })[] = [];
  const take = async (batch: readonly FileToTakeIn[]): Promise<void> => {
    try {
      // Without `held` none is known already.
      outcomes.push(...((await takeInFiles(office, engine, inspect, batch, signal ? { signal } : {})) as TakenIn[]));
    } catch (error) {
      if (signal?.aborted) throw new Cancelled();
      if (batch.length > 1) for (const file of batch) await take([file]);
      else outcomes.push({ failed: errorOf(error) });
    }
  };
  try {
    for (let from = 0; from < files.length; ) {
      let to = from + 1;
      let bytes = files[from]?.data.size ?? 0;
      while (to < files.length && to - from < BATCH_FILES && bytes + (files[to]?.data.size ?? 0) <= BATCH_BYTES)
        bytes += files[to++]?.data.size ?? 0;
      await take(files.slice(from, to));
      onDone?.(to);
      from = to;
    }
  } catch (error) {
    for (const outcome of outcomes) if ('key' in outcome) await engine.remove(outcome.key);
    throw error;
  }
  return outcomes;
}

/** `takeInFiles` for one file. @throws FileRefused with the reason */
export async function takeInFile(
  office: Office,
  engine: Engine,
  inspect: Inspect,
  file: FileToTakeIn,
  options: TakeInSteps = {},
): Promise<Read> {
  const [taken] = await takeInFiles(office, engine, inspect, [file], options);
  if (!taken) throw new RangeError('no outcome');
  if ('refused' in taken) throw taken.refused;
  if ('held' in taken) throw new RangeError('held already');
  return taken;
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
