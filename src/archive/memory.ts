import { lockHere } from './lock';
import { type ByteStore, segmentsOf } from './store';

let made = 0;

/** A store that is gone with the tab: for tests. */
export class MemoryStore implements ByteStore {
  private readonly lock = `memory:${++made}`;
  private readonly blobs = new Map<string, Blob>();

  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return lockHere(this.lock, work);
  }

  async read(name: string): Promise<Blob | null> {
    return this.blobs.get(name) ?? null;
  }

  async write(name: string, blob: Blob): Promise<void> {
    segmentsOf(name);
    if (blob.size === 0) this.blobs.delete(name);
    else this.blobs.set(name, blob);
  }

  async remove(name: string): Promise<void> {
    this.blobs.delete(name);
  }

  async list(prefix: string): Promise<string[]> {
    return [...this.blobs.keys()].filter((name) => name.startsWith(prefix)).sort();
  }
}
