import { fileProblem } from '../domain/problems';
import type { ReadingAnswers } from '../domain/reading/reading';
import { effectiveSubmissions, type Submission, sameAnswers } from '../domain/submission';
import { Cancelled } from '../engine/port';
import type { DeskTools } from './deskTools';
import type { Read } from './engineSink';
import { type Entered, enterFile, type Held } from './enterFile';
import type { FileKey } from './fileKey';
import type { OpenedRows } from './lastVisit';
import type { Showing } from './showing';
import type { Turns } from './turns';
import type { Accepted, Declared, TakeInOptions, TakeInResult, Workspace } from './workspace';

/** Bytes taken in together. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** A file handed in. */
interface HandedIn {
  file: File;
  path: string;
  declared: Declared;
  options: TakeInOptions;
}

interface Waiting extends HandedIn {
  resolve(result: TakeInResult): void;
  reject(error: unknown): void;
}

/** What became of a file: its result, or the error that it alone bears. */
type Outcome = TakeInResult | { failed: unknown };

/**
 * Files on their way into the workspace. Those handed in while others are under way wait here and go in together: many small ones
 * cost little more than one. Each goes into the engine and is kept in the archive, all or nothing.
 */
export class IntakeLine {
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly desk: DeskTools,
    private readonly showing: Showing,
    private readonly turns: Turns,
  ) {}

  takeIn: Workspace['takeIn'] = (file, path, declared, options = {}) =>
    new Promise((resolve, reject) => {
      this.waiting.push({ file, path, declared, options, resolve, reject });
      void this.turns.take(() => this.next());
    });

  private async next(): Promise<void> {
    const batch: Waiting[] = [];
    let bytes = 0;
    while (this.waiting.length > 0) {
      const next = this.waiting[0] as Waiting;
      if (batch.length > 0 && bytes + next.file.size > BATCH_BYTES) break;
      this.waiting.shift();
      bytes += next.file.size;
      if (next.options.signal?.aborted) next.resolve({ outcome: 'cancelled', file: next.path });
      else batch.push(next);
    }
    if (batch.length === 0) return;
    try {
      const outcomes = await this.takeBatch(batch);
      for (const [i, w] of batch.entries()) {
        const outcome = outcomes[i] as Outcome;
        if ('failed' in outcome) w.reject(outcome.failed);
        else w.resolve(outcome);
      }
    } catch (error) {
      // Who was not cancelled is told what failed, whoever else was.
      for (const w of batch)
        if (w.options.signal?.aborted) w.resolve({ outcome: 'cancelled', file: w.path });
        else w.reject(error);
    }
  }

  /** Takes files in and shows what they come to. @returns outcomes in order */
  private async takeBatch(batch: readonly HandedIn[]): Promise<Outcome[]> {
    const { archive, engine, originals, parts, state } = this.desk;
    originals.stop();
    await this.showing.follow();
    if (state.now.kind === 'sample') throw new Error('示例工作区不接收文件，请先开始正式工作。');
    const opened = await engine.get();
    const { begun, revision } = archive;
    const outcomes: Outcome[] = [];
    for (const handed of batch)
      outcomes.push(
        await takeOne(this.desk, opened, handed).catch((error): Outcome => {
          if (error instanceof Cancelled || handed.options.signal?.aborted)
            return { outcome: 'cancelled', file: handed.path };
          return { failed: error as unknown };
        }),
      );
    if (archive.revision === revision) return outcomes;
    parts.changed();
    // Without a sample before them, these are the only rows.
    if (!begun) this.showing.holds();
    // What is archived is archived: a failure to show it is told by the state.
    await this.showing.show().catch(() => undefined);
    return outcomes;
  }
}

/** Whether a file is here already is for the archive to say, under its lock; the look before saves the work only. */
async function takeOne(desk: DeskTools, opened: OpenedRows, handed: HandedIn): Promise<Outcome> {
  const { office, archive } = desk;
  const { reader, now } = desk.parts;
  const { engine, rows } = opened;
  const { file, path, declared, options } = handed;
  const toEnter = { path, data: file, declared, at: now() };
  const standing = archive.submissions.filter((s) => !s.withdrawnAt);
  const held: Held = {
    ofSize: (bytes) => standing.some((s) => s.bytes === bytes),
    find: (key) => standing.find((s) => isHeld(s, key, declared.answers)),
  };
  const taken = await enterFile(office, engine, reader, toEnter, { ...options, held });
  if (!('held' in taken)) return keep(desk, opened, handed, taken);
  options.onProgress?.('keeping', null);
  const submission = taken.held;
  const mended = await archive.mend(submission, file, now());
  const counts = effectiveSubmissions(archive.submissions).some((s) => s.id === submission.id);
  if (mended || !counts || rows.has(submission.id)) return { outcome: 'same', submission, mended };
  // It is kept but could not be read: whoever hands it in again is told why, and can answer.
  return keep(desk, opened, handed, (await enterFile(office, engine, reader, toEnter, options)) as Entered);
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
  { archive, parts }: DeskTools,
  { engine, rows }: OpenedRows,
  { file, path, options }: HandedIn,
  taken: Entered,
): Promise<Outcome> {
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
    return { outcome: 'same', submission: same, mended: await archive.mend(same, file, parts.now()) };
  return { outcome: 'accepted', accepted };
}
