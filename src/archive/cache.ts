import type { ByteStore } from './store';

const PREFIX = 'cache/';

/** Derived values kept beside the originals (cells of the last visit). Safe to lose, so nothing here throws. */
export class DerivedCache {
  constructor(private readonly store: ByteStore) {}

  /** The value last put, or null where there is none or it cannot be read. The caller checks its shape. */
  async get(name: string): Promise<unknown> {
    try {
      const blob = await this.store.read(PREFIX + name);
      return blob ? JSON.parse(await blob.text()) : null;
    } catch {
      return null;
    }
  }

  /** Keeps a JSON value; false where there was no room or no access. */
  async put(name: string, value: unknown): Promise<boolean> {
    try {
      await this.store.write(PREFIX + name, new Blob([JSON.stringify(value)], { type: 'application/json' }));
      return true;
    } catch {
      return false;
    }
  }

  async clear(): Promise<void> {
    try {
      for (const name of await this.store.list(PREFIX)) await this.store.remove(name);
    } catch {
      // What could not be removed is derived again anyway.
    }
  }
}
