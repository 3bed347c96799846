import type { ByteStore } from './store';

const PREFIX = 'cache/';
/** Which values were put last. */
const INDEX = 'recent.json';
/** Values kept: the six cut-offs that a person goes back and forth between, and the answers. */
const MOST = 7;

const json = (value: unknown): Blob => new Blob([JSON.stringify(value)], { type: 'application/json' });

/** What is derived, kept beside the originals: cells, answers and rows of the last visit. Safe to lose, so nothing here throws. */
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

  /**
   * Keeps a JSON value, beside the few put last; the others go.
   * @returns false where there was no room or no access
   */
  async put(name: string, value: unknown): Promise<boolean> {
    try {
      await this.store.write(PREFIX + name, json(value));
      const recent = [name, ...(await this.recent()).filter((n) => n !== name)].slice(0, MOST);
      await this.store.write(PREFIX + INDEX, json(recent));
      const kept = new Set([INDEX, ...recent].map((n) => PREFIX + n));
      for (const held of await this.store.list(PREFIX))
        if (held.endsWith('.json') && !kept.has(held)) await this.store.remove(held);
      return true;
    } catch {
      return false;
    }
  }

  /** Names of the values, the last put first. */
  private async recent(): Promise<string[]> {
    const names = await this.get(INDEX);
    return Array.isArray(names) ? names.filter((n) => typeof n === 'string') : [];
  }

  /** The bytes last put, or null where there are none or they cannot be read. The caller checks them. */
  bytes(name: string): Promise<Blob | null> {
    return this.store.read(PREFIX + name).catch(() => null);
  }

  /** Keeps bytes until others are put under the same name, whatever values come and go. @returns as `put` */
  putBytes(name: string, bytes: Blob): Promise<boolean> {
    return this.store.write(PREFIX + name, bytes).then(
      () => true,
      () => false,
    );
  }

  removeBytes(name: string): Promise<void> {
    return this.store.remove(PREFIX + name).catch(() => undefined);
  }

  clear(): Promise<void> {
    return this.remove(() => true);
  }

  /** Lets all values go, and keeps the bytes. */
  clearValues(): Promise<void> {
    return this.remove((name) => name.endsWith('.json'));
  }

  private async remove(which: (name: string) => boolean): Promise<void> {
    try {
      for (const name of await this.store.list(PREFIX)) if (which(name)) await this.store.remove(name);
    } catch {
      // What could not be removed is derived again anyway.
    }
  }
}
