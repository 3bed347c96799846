import type { Archive } from '../archive/archive';
import type { Office } from '../domain/office';
import { type Submission, sameContent } from '../domain/submission';
import type { Engine } from '../engine/engine';
import type { HeldRows } from './heldRows';
import type { BatchOutcome, HandedIn } from './intakeLine';
import { fileProblem, type Inspect, type TakenIn, takeInFiles } from './takeIn';

/** What taking a batch in needs. */
export interface BatchParts {
  office: Office;
  archive: Archive;
  engine: Engine;
  rows: HeldRows;
  inspect: Inspect;
  /** Now, as an ISO instant. */
  now(): string;
}

/**
 * Takes files into the engine and keeps them in the archive, each all or nothing. Whether a file is here already is for the
 * archive to say, under its lock; the look before saves the work only.
 * @returns outcomes in order; `changed`: whether the archive has another manifest now
 * @throws Cancelled
 */
export async function takeBatch(
  parts: BatchParts,
  batch: readonly HandedIn[],
): Promise<{ outcomes: BatchOutcome[]; changed: boolean }> {
  const { office, archive, engine, inspect, now } = parts;
  const before = archive.revision;
  const [only] = batch;
  const files = batch.map(({ file, path, declared }) => ({ path, data: file, declared, at: now() }));
  const taken = await takeInFiles(office, engine, inspect, files, {
    // One file can be stopped on its way; of several small ones each is done before a person could stop it.
    ...(batch.length === 1 && only?.options.signal && { signal: only.options.signal }),
    onProgress: (phase, share) => {
      for (const w of batch) w.options.onProgress?.(phase, share);
    },
    held: (file) => archive.submissions.find((s) => !s.withdrawnAt && sameContent(s, file)),
  });
  const outcomes: BatchOutcome[] = [];
  for (const [i, handed] of batch.entries())
    outcomes.push(
      await keep(parts, handed, taken[i] as (typeof taken)[number]).catch((error) => ({ failed: error as unknown })),
    );
  return { outcomes, changed: archive.revision !== before };
}

/** Keeps a file that was taken in; the rows of one that is not kept are forgotten again. */
async function keep(
  { archive, engine, rows, now }: BatchParts,
  { file, path, options }: HandedIn,
  taken: TakenIn | { held: Submission },
): Promise<BatchOutcome> {
  if ('refused' in taken) {
    const { code, facts } = taken.refused;
    return { outcome: 'refused', file: path, problem: fileProblem(path, code, facts) };
  }
  options.onProgress?.('keeping', null);
  if ('held' in taken)
    return { outcome: 'same', submission: taken.held, mended: await archive.mend(taken.held, file, now()) };
  try {
    const result = await archive.add(taken.submission, file);
    if ('added' in result) {
      rows.add(result.added.id, taken.key);
      return { outcome: 'accepted', submission: result.added, problems: taken.problems };
    }
    await engine.remove(taken.key);
    return { outcome: 'same', submission: result.same, mended: false };
  } catch (error) {
    await engine.remove(taken.key);
    throw error;
  }
}
