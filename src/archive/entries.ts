import type { Submission } from '../domain/submission';
import { submissionSchema } from './manifest';
import type { ByteStore } from './store';

/**
 * Beside the manifest every submission has a line of its own, so that the manifest can be made anew from what lies here.
 * Nothing reads them while the manifest is sound.
 */
const PREFIX = 'entries/';
const nameOf = (id: number): string => `${PREFIX}${id}.json`;

export const writeEntry = (store: ByteStore, submission: Submission): Promise<void> =>
  store.write(nameOf(submission.id), new Blob([JSON.stringify(submission)], { type: 'application/json' }));

export const removeEntry = (store: ByteStore, id: number): Promise<void> => store.remove(nameOf(id));

/** Every line that can be read, in order of number. */
export async function readEntries(store: ByteStore): Promise<Submission[]> {
  const entries: Submission[] = [];
  for (const name of await store.list(PREFIX))
    try {
      const read = submissionSchema.safeParse(JSON.parse((await (await store.read(name))?.text()) ?? 'null'));
      if (read.success && nameOf(read.data.id) === name) entries.push(read.data);
    } catch {
      // A line that is no JSON any more: its original is found without a name.
    }
  return entries.sort((a, b) => a.id - b.id);
}

/** Names of lines that are not of these submissions. */
export async function strayEntries(store: ByteStore, submissions: readonly Submission[]): Promise<string[]> {
  const known = new Set(submissions.map((s) => nameOf(s.id)));
  return (await store.list(PREFIX)).filter((name) => !known.has(name));
}
