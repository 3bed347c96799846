/**
 * Where an archive keeps its bytes. A name is a path of plain segments (`originals/ab12…`).
 * A stored blob is never empty: adapters report an empty entry as absent, because some file systems show a new file
 * empty until its first write is complete.
 */
export interface ByteStore {
  /**
   * Runs `work` while nobody else does so on this store, in whatever tab or process shares it. Not re-entrant.
   * @throws what `work` throws
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Null where there is nothing under this name. */
  read(name: string): Promise<Blob | null>;
  /** Atomic: afterwards the name holds the new bytes, or, when this rejects or the tab dies, what it held before. */
  write(name: string, blob: Blob): Promise<void>;
  /** Removing what is not there is no error. Needs no room. */
  remove(name: string): Promise<void>;
  /** Names that start with `prefix`, sorted. */
  list(prefix: string): Promise<string[]>;
}

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** The segments of a name. @throws RangeError for a name that could leave the store (`..`, absolute, hidden) or is empty */
export function segmentsOf(name: string): string[] {
  const segments = name.split('/');
  if (!segments.every((s) => SEGMENT.test(s))) throw new RangeError(`not a name of a store: ${name}`);
  return segments;
}
