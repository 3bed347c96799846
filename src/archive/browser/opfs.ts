import { lockHere, webLocks } from '../lock';
import { type ByteStore, segmentsOf } from '../store';

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

/**
 * A store in the origin private file system. `createWritable` writes into a swap file that takes the name only when it
 * is closed, which is what makes a write atomic (Chromium, Firefox, Safari 26; not Safari 17, not plain http).
 */
export class OpfsStore implements ByteStore {
  private constructor(
    private readonly root: FileSystemDirectoryHandle,
    private readonly place: string,
  ) {}

  /**
   * @param place name of its folder (`placeOf`)
   * @throws where the browser has no origin private file system, or one that cannot be written atomically
   */
  static async open(place: string): Promise<OpfsStore> {
    if (!('createWritable' in FileSystemFileHandle.prototype)) throw new TypeError('createWritable is not supported');
    const top = await navigator.storage.getDirectory();
    const store = new OpfsStore(await top.getDirectoryHandle(place, { create: true }), place);
    await store.probe();
    return store;
  }

  /**
   * Private windows and managed profiles can refuse the first write only: finds out before anything depends on it. A
   * store that holds something was written before and is not probed, so that a full disk does not hide what it holds.
   */
  private async probe(): Promise<void> {
    for await (const _ of this.root.keys()) return;
    // Each tab its own name: two that open at once must not stand in each other's way.
    const name = `probe-${Math.random().toString(36).slice(2)}`;
    await this.write(name, new Blob(['1']));
    await this.remove(name);
  }

  /** OPFS and Web Locks are offered to the same pages (https and localhost). */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const name = `kaoping:opfs:${this.place}`;
    return (webLocks()?.request(name, work) as Promise<T> | undefined) ?? lockHere(name, work);
  }

  async read(name: string): Promise<Blob | null> {
    try {
      const { folder, last } = await this.locate(name, false);
      const file = await (await folder.getFileHandle(last)).getFile();
      return file.size === 0 ? null : file;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async write(name: string, blob: Blob): Promise<void> {
    const { folder, last } = await this.locate(name, true);
    const stream = await (await folder.getFileHandle(last, { create: true })).createWritable();
    try {
      await stream.write(blob);
      await stream.close();
    } catch (error) {
      // After a failed write the stream may be in error already; what matters is the first error.
      await stream.abort().catch(() => undefined);
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    try {
      const { folder, last } = await this.locate(name, false);
      await folder.removeEntry(last);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  async list(prefix: string): Promise<string[]> {
    return (await namesBelow(this.root, '')).filter((name) => name.startsWith(prefix)).sort();
  }

  private async locate(name: string, create: boolean): Promise<{ folder: FileSystemDirectoryHandle; last: string }> {
    const segments = segmentsOf(name);
    const last = segments.pop() as string;
    let folder = this.root;
    for (const segment of segments) folder = await folder.getDirectoryHandle(segment, { create });
    return { folder, last };
  }
}

async function namesBelow(folder: FileSystemDirectoryHandle, path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory')
      names.push(...(await namesBelow(handle as FileSystemDirectoryHandle, `${path}${name}/`)));
    else if (!(await isEmpty(handle as FileSystemFileHandle))) names.push(`${path}${name}`);
  }
  return names;
}

/** What another tab removes while the folder is listed is not there. */
async function isEmpty(file: FileSystemFileHandle): Promise<boolean> {
  try {
    return (await file.getFile()).size === 0;
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
}
