import { type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { webLocks } from '../lock';
import { type ByteStore, segmentsOf } from '../store';
import { LEASES, LeaseLock } from './lease';

const FILES = 'files';

/** A store in IndexedDB, for pages opened over plain http and for Safari before 26, where OPFS cannot be written. */
export class IndexedDbStore implements ByteStore {
  private readonly lease: LeaseLock | null;

  private constructor(private readonly database: IDBPDatabase) {
    this.lease = webLocks() ? null : new LeaseLock(database);
  }

  /**
   * @param place name of its database (`placeOf`)
   * @throws where the browser refuses IndexedDB (some private windows)
   */
  static async open(place: string): Promise<IndexedDbStore> {
    const database = await openDB(place, 2, {
      upgrade(db, from) {
        if (from < 1) db.createObjectStore(FILES);
        db.createObjectStore(LEASES);
      },
      // A later version of the page in another tab must not wait for this one.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
    return new IndexedDbStore(database);
  }

  exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.lease) return this.lease.exclusively(work);
    return (webLocks() as LockManager).request(`kaoping:indexeddb:${this.database.name}`, work) as Promise<T>;
  }

  async read(name: string): Promise<Blob | null> {
    return ((await this.database.get(FILES, name)) as Blob | undefined) ?? null;
  }

  async write(name: string, blob: Blob): Promise<void> {
    segmentsOf(name);
    if (blob.size === 0) return this.remove(name);
    await this.change((files) => files.put(blob, name));
  }

  async remove(name: string): Promise<void> {
    await this.change((files) => files.delete(name));
  }

  /** Changes a file while the lease, where there is one, is still this tab's. @throws LeaseLost */
  private async change(
    work: (files: IDBPObjectStore<unknown, string[], typeof FILES, 'readwrite'>) => Promise<unknown>,
  ): Promise<void> {
    const transaction = this.database.transaction([FILES, LEASES], 'readwrite');
    // A rejected transaction is reported by what is awaited below.
    transaction.done.catch(() => undefined);
    await this.lease?.assertHeld(() => transaction.objectStore(LEASES).get(LeaseLock.key));
    await work(transaction.objectStore(FILES));
    await transaction.done;
  }

  async list(prefix: string): Promise<string[]> {
    const names = (await this.database.getAllKeys(FILES)) as string[];
    return names.filter((name) => name.startsWith(prefix)).sort();
  }
}
