import { type IDBPDatabase, openDB } from 'idb';
import { type ByteStore, segmentsOf } from '../store';

const DATABASE = 'kaoping';
const FILES = 'files';

/** A store in IndexedDB, for pages opened over plain http and for Safari before 26, where OPFS cannot be written. */
export class IndexedDbStore implements ByteStore {
  readonly id = `indexeddb:${DATABASE}`;

  private constructor(private readonly database: IDBPDatabase) {}

  /** @throws where the browser refuses IndexedDB (some private windows) */
  static async open(): Promise<IndexedDbStore> {
    const database = await openDB(DATABASE, 1, {
      upgrade(db) {
        db.createObjectStore(FILES);
      },
      // A later version of the page in another tab must not wait for this one.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
    return new IndexedDbStore(database);
  }

  async read(name: string): Promise<Blob | null> {
    return ((await this.database.get(FILES, name)) as Blob | undefined) ?? null;
  }

  async write(name: string, blob: Blob): Promise<void> {
    segmentsOf(name);
    if (blob.size === 0) await this.database.delete(FILES, name);
    else await this.database.put(FILES, blob, name);
  }

  async remove(name: string): Promise<void> {
    await this.database.delete(FILES, name);
  }

  async list(prefix: string): Promise<string[]> {
    const names = (await this.database.getAllKeys(FILES)) as string[];
    return names.filter((name) => name.startsWith(prefix)).sort();
  }

  async clear(): Promise<void> {
    await this.database.clear(FILES);
  }
}
