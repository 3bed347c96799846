import type { Merged } from '../sheet';
import type { HeadRow } from '../table/table';

/** Rows as tests write them: cells apart by `|`. */
export const cellsOf = (line: string): string[] => (line === '' ? [] : line.split('|'));

export const rows = (texts: readonly (readonly string[])[]): HeadRow[] =>
  texts.map((t, i) => ({ row: i + 1, texts: t }));

export const head = (lines: readonly string[]): HeadRow[] => rows(lines.map(cellsOf));

export const sheet = (merged: readonly Merged[] = []) => ({ name: null, merged });

export const merge = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): Merged => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});

export const REQUIRED = '编号|类型|县区|承办部门|接收日期';
