import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue/catalogue';
import type { Day } from '../../src/domain/day';
import { FileRefused } from '../../src/domain/problems';
import { fileBlob } from '../../src/intake/node/fileBlob';
import { isReceivedFile, type ReceivedDays, readReceivedDays } from '../../src/intake/received';
import { passedOverName } from '../../src/intake/unpack/passedOver';
import { isPack, unpack } from '../../src/intake/unpack/unpack';

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
  /** Lists that cannot be read at all, and packs or members of them that cannot be opened. */
  refused: { file: FolderFile; reason: FileRefused }[];
  /** Lock files and such, which no one sends on purpose. */
  passedOver: string[];
}

/**
 * Every file below a folder in order of path, hidden ones left out, packs taken apart, and the receipt days that lie beside
 * them.
 * @param leaveOut a folder whose files are no submissions: where an earlier run wrote its results
 */
export async function readFolder(catalogue: Catalogue, dir: string, leaveOut?: string): Promise<Folder> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const results = leaveOut === undefined ? null : resolve(leaveOut);
  const paths = entries
    // A link counts as what it leads to; one that leads nowhere is a file that cannot be read.
    .filter((e) => e.isFile() || (e.isSymbolicLink() && !isFolder(join(e.parentPath, e.name))))
    .map((e) => join(e.parentPath, e.name))
    .filter((path) => results === null || !isResult(resolve(path), results, resolve(dir)))
    .map((path) => relative(dir, path).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  const folder: Folder = { files: [], received: [], unreadableDays: [], refused: [], passedOver: [] };
  for (const path of paths) await add(catalogue, folder, { path, data: await blobOf(join(dir, path)) });
  return folder;
}

/** The same of several folders, one after another. */
export async function readFolders(catalogue: Catalogue, dirs: readonly string[], leaveOut?: string): Promise<Folder> {
  const folders: Folder[] = [];
  for (const dir of dirs) folders.push(await readFolder(catalogue, dir, leaveOut));
  return {
    files: folders.flatMap((f) => f.files),
    received: folders.flatMap((f) => f.received),
    unreadableDays: folders.flatMap((f) => f.unreadableDays),
    refused: folders.flatMap((f) => f.refused),
    passedOver: folders.flatMap((f) => f.passedOver),
  };
}

/** Puts a file where it belongs; a pack is taken apart. */
async function add(catalogue: Catalogue, folder: Folder, file: FolderFile): Promise<void> {
  const { path, data } = file;
  if (passedOverName(path)) folder.passedOver.push(path);
  else if (isReceivedFile(path))
    try {
      const { received, unreadable } = await readReceivedDays(data);
      folder.received.push(received);
      folder.unreadableDays.push(...unreadable);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      folder.refused.push({ file, reason: error });
    }
  // What cannot be read is told when its turn comes.
  else if (await isPack(data).catch(() => false))
    for await (const member of unpack(data, path)) {
      if ('data' in member) await add(catalogue, folder, member);
      else if ('refused' in member)
        folder.refused.push({ file: { path: member.path, data: new Blob() }, reason: member.refused });
      else if (member.passedOver !== 'folder') folder.passedOver.push(member.path);
    }
  else folder.files.push(file);
}

/** Day on which a file came in, by the first list that names it. */
export const receivedOn = (folder: Folder, path: string): Day | null =>
  folder.received.map((r) => r.of(path)).find((day) => day !== null) ?? null;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Results lie in a folder of their own, or beside the submissions under their two names. */
const isResult = (path: string, results: string, dir: string): boolean =>
  results === dir
    ? ['assessment.json', 'ranking.csv'].some((name) => path === join(results, name))
    : path.startsWith(results + sep);

/** The file's bytes; those of a file that cannot be opened are an error only when they are read. */
const blobOf = async (path: string): Promise<Blob> => {
  try {
    return await fileBlob(path);
  } catch (error) {
    return new UnreadableBlob(error);
  }
};

class UnreadableBlob extends Blob {
  constructor(private readonly reason: unknown) {
    super();
  }

  override get size(): number {
    return 1;
  }

  override slice(): Blob {
    return this;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(this.reason);
  }
}
