import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The rooms that decide what is read of a file and what it comes to. */
const ROOMS = ['domain', 'intake', 'archive', 'engine', 'assessment', 'workspace'];

/**
 * What tells this program from one that may read the same files otherwise: a hash over its source from file to figure, and over
 * the versions of its libraries.
 * @param root folder of the project
 */
export function programVersion(root: string): string {
  const hash = createHash('sha256');
  const sources = ROOMS.flatMap((room) =>
    readdirSync(join(root, 'src', room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...sources, join(root, 'package-lock.json')].sort())
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}
