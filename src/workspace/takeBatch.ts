import type { Archive } from '../archive/archive';
import type { Office } from '../domain/office';
import { fileProblem } from '../domain/problems';
import type { ReadingAnswers } from '../domain/reading/reading';
import { effectiveSubmissions, type Submission, sameAnswers } from '../domain/submission';
import type { Engine } from '../engine/engine';
import { Cancelled } from '../engine/port';
import type { FileReader } from '../intake/read/reader';
import type { Read } from './engineSink';
import { type Entered, enterFile, type Held } from './enterFile';
import type { FileKey } from './fileKey';
import type { HeldRows } from './heldRows';
import type { BatchOutcome, HandedIn } from './intakeLine';
import type { Accepted } from './workspace';

/** What taking a batch in needs. */
export interface BatchParts {
  office: Office;
  archive: Archive;
  engine: Engine;
  rows: HeldRows;
  reader: FileReader;
  /** Now, as an ISO instant. */
  now(): string;
}

/**
 * Takes files into the engine and keeps them in the archive, each all or nothing. Whether a file is here already is for the
 * archive to say, under its lock; the look before saves the work only.
 * @returns outcomes in order; `changed`: whether the archive has another manifest now
 */
export async function takeBatch(
  parts: BatchParts,
  batch: readonly HandedIn[],
): Promise<{ outcomes: BatchOutcome[]; changed: boolean }> {
  const before = parts.archive.revision;
  const outcomes: BatchOutcome[] = [];
  for (const handed of batch)
    outcomes.push(
      await takeOne(parts, handed).catch((error): BatchOutcome => {
        if (error instanceof Cancelled || handed.options.signal?.aborted)
          return { outcome: 'cancelled', file: handed.path };
        return { failed: error as unknown };
      }),
    );
  return { outcomes, changed: parts.archive.revision !== before };
}

async function takeOne(parts: BatchParts, handed: HandedIn): Promise<BatchOutcome> {
  const { office, archive, engine, reader, rows, now } = parts;
  const { file, path, declared, options } = handed;
  const toEnter = { path, data: file, declared, at: now() };
  const standing = archive.submissions.filter((s) => !s.withdrawnAt);
  const held: Held = {
    ofSize: (bytes) => standing.some((s) => s.bytes === bytes),
    find: (key) => standing.find((s) => isHeld(s, key, declared.answers)),
  };
  const taken = await enterFile(office, engine, reader, toEnter, { ...options, held });
  if (!('held' in taken)) return keep(parts, handed, taken);
  options.onProgress?.('keeping', null);
  const submission = taken.held;
  const mended = await archive.mend(submission, file, now());
  const counts = effectiveSubmissions(archive.submissions).some((s) => s.id === submission.id);
  if (mended || !counts || rows.has(submission.id)) return { outcome: 'same', submission, mended };
  // It is kept but could not be read: whoever hands it in again is told why, and can answer.
  return keep(parts, handed, (await enterFile(office, engine, reader, toEnter, options)) as Entered);
}

/**
 * The same bytes, read alike, of the same unit, period and ledger. Where neither person nor name says the ledger, only
 * reading tells which ones there are.
 */
const isHeld = (
  s: Submission,
  { sha256, unit, period, ledger, namedLedger }: FileKey & { sha256: string },
  answers: ReadingAnswers | undefined,
): boolean =>
  s.sha256 === sha256 &&
  sameAnswers(s.answers, answers) &&
  s.unit === unit &&
  s.period === period &&
  s.ledger === (ledger ?? namedLedger);

/** Keeps a file that was taken in; the rows of a part that is not kept are forgotten again. */
async function keep(
  { archive, engine, rows, now }: BatchParts,
  { file, path, options }: HandedIn,
  taken: Entered,
): Promise<BatchOutcome> {
  if ('refused' in taken) {
    const { code, facts, asks } = taken.refused;
    return { outcome: 'refused', file: path, problem: fileProblem(path, code, facts), asks };
  }
  options.onProgress?.('keeping', null);
  const outcomes = await archive
    .addAll(
      taken.read.map((r) => r.submission),
      file,
    )
    .catch(async (error) => {
      for (const { key } of taken.read) await engine.remove(key);
      throw error;
    });
  const accepted: Accepted[] = [];
  let same: Submission | null = null;
  for (const [i, outcome] of outcomes.entries()) {
    const { key, problems } = taken.read[i] as Read;
    if ('added' in outcome) {
      rows.add(outcome.added.id, key);
      accepted.push({ submission: outcome.added, problems });
    } else {
      same = outcome.same;
      await engine.remove(key);
    }
  }
  if (accepted.length === 0 && same)
    return { outcome: 'same', submission: same, mended: await archive.mend(same, file, now()) };
  return { outcome: 'accepted', accepted };
}
