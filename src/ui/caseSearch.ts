import { useSyncExternalStore } from 'react';

/**
 * The text searched for among the cases. It may be a person's name, so it stands neither in the address nor in the
 * window's title, both of which the browser keeps in its history: it lives as long as the cases are looked at.
 */
let text = '';
const listeners = new Set<() => void>();

export function setCaseSearch(next: string): void {
  if (next === text) return;
  text = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useCaseSearch = (): string => useSyncExternalStore(subscribe, () => text);
