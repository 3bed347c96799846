import { errorOf } from '../../domain/failure';
/** What a hook hands out: still loading, failed with the reason, or the data. `retry` asks again. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'error'; error: Error; retry?: () => void }
  | { state: 'ready'; data: T };

/** A query's result; data that is there stays there while it is asked for again. */
export function loadedOf<T>(query: { data: T | undefined; error: Error | null; refetch: () => unknown }): Loaded<T> {
  if (query.data !== undefined) return { state: 'ready', data: query.data };
  if (query.error) return { state: 'error', error: query.error, retry: () => void query.refetch() };
  return { state: 'loading' };
}

/** Applies `f` to the data; an exception of `f` becomes an error with its reason. */
export function mapLoaded<T, U>(loaded: Loaded<T>, f: (data: T) => U): Loaded<U> {
  if (loaded.state !== 'ready') return loaded;
  try {
    return { state: 'ready', data: f(loaded.data) };
  } catch (error) {
    return { state: 'error', error: errorOf(error) };
  }
}
