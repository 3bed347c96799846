import { type ComponentType, useEffect, useState } from 'react';
import { errorOf } from '../domain/failure';
import { ErrorState } from '../ui/ErrorState';
import { LoadingState } from '../ui/LoadingState';
import { load } from '../ui/load';
import type { Screen } from '../ui/screen';

/** The screens that are here, by what fetches them. */
const fetched = new Map<Screen['load'], ComponentType>();

/**
 * Fetches a screen that is about to be opened, of a server that has just answered; where that fails it is tried again when it is
 * opened.
 */
export async function fetchScreenAhead(fetchScreen: Screen['load']): Promise<void> {
  await fetchScreen().then(
    (module) => fetched.set(fetchScreen, module.default),
    () => undefined,
  );
}

/**
 * A screen that is fetched when it is first opened. A failure is shown in its place and can be tried again; the page is
 * never reloaded by itself, which would break off an intake.
 */
export function LazyScreen({ fetchScreen }: { fetchScreen: Screen['load'] }) {
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<{ attempt: number; error: Error | null } | null>(null);
  useEffect(() => {
    if (fetched.has(fetchScreen)) return;
    let left = false;
    const done = (error: Error | null) => left || setOutcome({ attempt, error });
    load(fetchScreen).then(
      (module) => {
        fetched.set(fetchScreen, module.default);
        done(null);
      },
      (error: unknown) => done(errorOf(error)),
    );
    return () => {
      left = true;
    };
  }, [fetchScreen, attempt]);
  const Fetched = fetched.get(fetchScreen);
  if (Fetched) return <Fetched />;
  if (outcome?.error && outcome.attempt === attempt)
    return <ErrorState title="本页未能打开" error={outcome.error} retry={() => setAttempt(attempt + 1)} />;
  return <LoadingState what="正在打开" />;
}
