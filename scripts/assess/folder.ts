import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isReceivedFile, ReceivedDays, readReceivedDays } from '../../src/intake/received';

export interface FolderFile {
  /** Path below the folder, with `/`. */
  path: string;
  data: Blob;
}

/** Every file below a folder in order of path, hidden ones left out, and the receipt days that lie beside them. */
export async function readFolder(
  dir: string,
): Promise<{ files: FolderFile[]; received: ReceivedDays; unreadableDays: string[] }> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((e) => e.isFile())
    .map((e) => relative(dir, join(e.parentPath, e.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  const files = await Promise.all(paths.map(async (path) => ({ path, data: await openAsBlob(join(dir, path)) })));
  const list = files.find((f) => isReceivedFile(f.path));
  const { received, unreadable } = list
    ? await readReceivedDays(list.data)
    : { received: new ReceivedDays(new Map()), unreadable: [] };
  return { files: files.filter((f) => !isReceivedFile(f.path)), received, unreadableDays: unreadable };
}
