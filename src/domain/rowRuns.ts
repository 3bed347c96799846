import { countText } from './display';

/** Rows that follow one another, first and last included. */
export type RowRun = readonly [first: number, last: number];

/** Runs that a sentence names one by one. */
export const RUNS_NAMED = 8;

const runInWords = ([first, last]: RowRun): string => (first === last ? `${first}` : `${first}–${last}`);

/** 第 3、5–9 行; of many runs only the first, and how many rows there are: 第 3、5–9 行等共 812 行. @param rows in all runs, where not all are given */
export function rowsInWords(runs: readonly RowRun[], rows = rowsOf(runs)): string {
  const words = runs.slice(0, RUNS_NAMED).map(runInWords).join('、');
  return `第 ${words} 行${runs.length > RUNS_NAMED ? `等共 ${rows} 行` : ''}`;
}

/** 第 5–304 行，共 300 行: always with the number, but of a single row. @param rows in all runs, where not all are given */
export function countedRows(runs: readonly RowRun[], rows = rowsOf(runs)): string {
  const words = runs.slice(0, RUNS_NAMED).map(runInWords).join('、');
  const more = runs.length > RUNS_NAMED ? '等' : '';
  return `第 ${words} 行${more}${rows > 1 ? `，共 ${countText(rows)} 行` : ''}`;
}

const rowsOf = (runs: readonly RowRun[]): number => runs.reduce((n, [first, last]) => n + last - first + 1, 0);
