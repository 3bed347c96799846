const tails = new Map<string, Promise<unknown>>();

/** Runs `work` while no other holder of the lock `name` runs within this process. Not re-entrant. */
export function lockHere<T>(name: string, work: () => Promise<T>): Promise<T> {
  const turn = (tails.get(name) ?? Promise.resolve()).then(work);
  const tail = turn
    .catch(() => undefined)
    .finally(() => {
      if (tails.get(name) === tail) tails.delete(name);
    });
  tails.set(name, tail);
  return turn;
}

/** The browser's lock among all tabs; undefined where it has none (plain http, where Web Locks are not offered). */
export const webLocks = (): LockManager | undefined => globalThis.navigator?.locks as LockManager | undefined;
