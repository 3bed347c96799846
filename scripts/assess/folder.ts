import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Day } from '../../src/domain/day';
import { FileRefused } from '../../src/domain/problems';
import { isReceivedFile, type ReceivedDays, readReceivedDays } from '../../src/intake/received';

export interface FolderFile {
  /** Path below the folder, with `/`. */
  path: string;
  data: Blob;
}

export interface Folder {
  files: FolderFile[];
  /** Days of receipt from every `received.csv` in it; a list deeper in the folder speaks for the same names too. */
  received: ReceivedDays[];
  /** Names in those lists whose day cannot be read: their day is unknown. */
  unreadableDays: string[];
  /** Lists that cannot be read at all. */
  refusedLists: { file: FolderFile; reason: FileRefused }[];
}

/** Every file below a folder in order of path, hidden ones left out, and the receipt days that lie beside them. */
export async function readFolder(dir: string): Promise<Folder> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((e) => e.isFile())
    .map((e) => relative(dir, join(e.parentPath, e.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  const all = await Promise.all(paths.map(async (path) => ({ path, data: await openAsBlob(join(dir, path)) })));
  const folder: Folder = {
    files: all.filter((f) => !isReceivedFile(f.path)),
    received: [],
    unreadableDays: [],
    refusedLists: [],
  };
  for (const file of all.filter((f) => isReceivedFile(f.path)))
    try {
      const { received, unreadable } = await readReceivedDays(file.data);
      folder.received.push(received);
      folder.unreadableDays.push(...unreadable);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      folder.refusedLists.push({ file, reason: error });
    }
  return folder;
}

/** Day on which a file came in, by the first list that names it. */
export const receivedOn = (folder: Folder, path: string): Day | null =>
  folder.received.map((r) => r.of(path)).find((day) => day !== null) ?? null;
