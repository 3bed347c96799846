const tails = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while no other holder of the lock `name` runs: among all tabs where the browser has Web Locks (secure
 * contexts), within this process elsewhere. Not re-entrant.
 */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (locks) return locks.request(`kaoping:${name}`, work) as Promise<T>;
  const turn = (tails.get(name) ?? Promise.resolve()).then(work);
  const tail = turn
    .catch(() => undefined)
    .finally(() => {
      if (tails.get(name) === tail) tails.delete(name);
    });
  tails.set(name, tail);
  return turn;
}
