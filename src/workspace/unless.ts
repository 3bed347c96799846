/**
 * What comes of `work`, unless it is stopped before: the work itself goes on, but nobody waits for it.
 * @param reason what is thrown when stopped: the signal's own
 */
export async function unless<T>(
  signal: AbortSignal,
  work: Promise<T>,
  reason: () => unknown = () => signal.reason,
): Promise<T> {
  const over = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(reason());
    signal.addEventListener('abort', () => reject(reason()), { signal: over.signal });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    over.abort();
  }
}
