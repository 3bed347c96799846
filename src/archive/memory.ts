import { type ByteStore, segmentsOf } from './store';

/** A store that is gone with the tab: the sample workspace and the tests. */
export class MemoryStore implements ByteStore {
  readonly id = `memory-${Math.random().toString(36).slice(2)}`;
  private readonly blobs = new Map<string, Blob>();

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

  async clear(): Promise<void> {
    this.blobs.clear();
  }
}
