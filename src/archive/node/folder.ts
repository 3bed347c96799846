import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { lockHere } from '../lock';
import { type ByteStore, segmentsOf } from '../store';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ENOENT';

/** A store in a folder of the file system (Node). Files being written have hidden names and are never listed. */
export class FolderStore implements ByteStore {
  private readonly root: string;

  /** @param folder made at the first write where it is missing */
  constructor(folder: string) {
    this.root = resolve(folder);
  }

  /** Among the users of the folder in this process. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return lockHere(`folder:${this.root}`, work);
  }

  async read(name: string): Promise<Blob | null> {
    const path = this.path(name);
    try {
      return (await stat(path)).size === 0 ? null : await openAsBlob(path);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async write(name: string, blob: Blob): Promise<void> {
    const path = this.path(name);
    if (blob.size === 0) return this.remove(name);
    await mkdir(dirname(path), { recursive: true });
    const draft = join(dirname(path), `.${randomBytes(8).toString('hex')}`);
    try {
      const file = await open(draft, 'wx');
      try {
        for await (const chunk of blob.stream()) await file.writeFile(chunk);
        // The rename may reach the disk before the bytes do, unless they are flushed first.
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }

  async list(prefix: string): Promise<string[]> {
    return (await this.namesBelow('')).filter((name) => name.startsWith(prefix)).sort();
  }

  private path(name: string): string {
    return join(this.root, ...segmentsOf(name));
  }

  private async namesBelow(folder: string): Promise<string[]> {
    const names: string[] = [];
    let entries: import('node:fs').Dirent[];
    try {
      entries = await readdir(join(this.root, folder), { withFileTypes: true });
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
    for (const entry of entries) {
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) names.push(...(await this.namesBelow(name)));
      else if ((await stat(join(this.root, name))).size > 0) names.push(name);
    }
    return names;
  }
}
