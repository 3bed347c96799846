import { useSyncExternalStore } from 'react';

/** What is searched for among the cases. */
export interface CaseSearch {
  text: string;
  /** A case is meant: where one alone is found, or one bears the number, it is opened. Not so while a list is narrowed. */
  opens: boolean;
}

/**
 * The text may be a person's name, so it stands neither in the address nor in the window's title, both of which the browser
 * keeps in its history: it lives as long as the cases are looked at.
 */
let search: CaseSearch = { text: '', opens: false };
const listeners = new Set<() => void>();

function set(next: CaseSearch): void {
  if (next.text === search.text && next.opens === search.opens) return;
  search = next;
  for (const listener of listeners) listener();
}

/** Narrows the list that is looked at. */
export const setCaseSearch = (text: string): void => set({ text, opens: false });

/** Searches for a case, to open it. */
export const openCaseSearch = (text: string): void => set({ text, opens: true });

/** Says that the case searched for was opened, or that there are several: once is enough. */
export const caseSearchOpened = (): void => set({ ...search, opens: false });

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const current = (): CaseSearch => search;

export const useCaseSearch = (): CaseSearch => useSyncExternalStore(subscribe, current, current);
