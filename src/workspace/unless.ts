/**
 * What comes of `work`, unless it is stopped before: the work itself goes on, but nobody waits for it.
 * @param reason what is thrown when stopped: the signal's own
 */
export function unless<T>(
  signal: AbortSignal,
  work: Promise<T>,
  reason: () => unknown = () => signal.reason,
): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(reason());
    signal.addEventListener('abort', () => reject(reason()), { once: true });
  });
  return Promise.race([work, stopped]);
}
