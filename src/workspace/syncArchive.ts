import type { RowCounts } from '../archive/archive';
import { messageOf } from '../domain/failure';
import { effectiveSubmissions, type Submission } from '../domain/submission';
import type { DeskTools } from './deskTools';
import { enterAll } from './enterAll';
import type { FileToEnter } from './enterFile';
import { errorOf, fileOf, partsOf } from './readAgain';

/** Takes in the archive's submissions that count and are missing, forgets the others; the counts are those of the rows. */
export async function syncArchive(desk: DeskTools, signal: AbortSignal): Promise<void> {
  const { archive, originals, state } = desk;
  const { rows } = await desk.engine.get();
  // All that is shown is of this one manifest, whatever other tabs add while the rows are read.
  const archived = state.archived();
  const { submissions: held } = archived;
  const missing: Submission[] = [];
  const files: FileToEnter[] = [];
  const faults = new Map<number, string>();
  const counting = new Set(effectiveSubmissions(held).map((s) => s.id));
  for (const s of held) {
    const counts = counting.has(s.id);
    if (s.withdrawnAt || (counts ? rows : originals).has(s.id)) continue;
    try {
      if (counts) {
        if (originals.isAltered(s.id)) await originals.look(s);
        files.push(fileOf(s, await archive.unchecked(s.id)));
        missing.push(s);
      } else {
        // It counts no rows, but its day of receipt: one that cannot be read counts nowhere.
        await originals.look(s);
      }
    } catch (error) {
      faults.set(s.id, messageOf(error));
    }
  }
  const recounted = new Map<number, RowCounts>(rows.countedBefore());
  for (const [i, outcome] of (await enterAll(desk, files, { signal })).entries()) {
    const { id } = missing[i] as Submission;
    const [read] = partsOf(outcome);
    if (read) {
      rows.add(id, read.key);
      const { rowsRead, rowsAccepted, rowsRejected } = read.submission;
      recounted.set(id, { rowsRead, rowsAccepted, rowsRejected });
    } else faults.set(id, messageOf(errorOf(outcome)));
  }
  // Not worth a failure: the state holds the right counts, and the next start tries again.
  await archive.recount(recounted).catch(() => undefined);
  const submissions = held.map((s): Submission => {
    if (faults.has(s.id)) return { ...s, unreadable: true };
    return { ...s, ...recounted.get(s.id) };
  });
  await rows.settle(submissions);
  // Cells with what cannot be read any more would be shown first on the next visit.
  if (faults.size > 0) await archive.cache.clearValues();
  state.setRead({
    ...archived,
    submissions,
    faults: held.flatMap((s) => {
      const message = faults.get(s.id);
      return message === undefined ? [] : [{ submission: s.id, file: s.file, message }];
    }),
  });
}
