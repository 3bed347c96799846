import { ArchiveError } from '../errors';
import { holdsArchive } from '../opening';
import type { ByteStore } from '../store';
import { IndexedDbStore } from './indexedDb';
import { OpfsStore } from './opfs';

export interface OpenedStore {
  store: ByteStore;
  /** Whether the browser promised not to clear it of its own accord. Settles late where the person is asked. */
  persisted: Promise<boolean>;
}

/**
 * The store of a place of this browser: OPFS where it can be written, else IndexedDB. A store that holds an archive already is
 * preferred, so that a browser that learns OPFS does not lose sight of what IndexedDB holds.
 * @throws ArchiveError `no_store` where the browser keeps nothing at all
 */
export async function openStore(place: string): Promise<OpenedStore> {
  const opfs = await attempt(() => OpfsStore.open(place));
  if (opfs.store && (await holdsArchive(opfs.store))) return opened(opfs.store);
  const indexedDb = await attempt(() => IndexedDbStore.open(place));
  if (indexedDb.store && (!opfs.store || (await holdsArchive(indexedDb.store)))) return opened(indexedDb.store);
  if (opfs.store) return opened(opfs.store);
  throw new ArchiveError('no_store', { detail: String(indexedDb.error) }, { cause: opfs.error });
}

async function attempt(open: () => Promise<ByteStore>): Promise<{ store?: ByteStore; error?: unknown }> {
  try {
    return { store: await open() };
  } catch (error) {
    return { error };
  }
}

// Not awaited before the store is used: Firefox asks the person, who may never answer.
const opened = (store: ByteStore): OpenedStore => ({
  store,
  persisted: navigator.storage?.persist ? navigator.storage.persist().catch(() => false) : Promise.resolve(false),
});
