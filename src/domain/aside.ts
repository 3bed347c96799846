import type { SubmissionProblem } from './problems';

/** A cell of a row that was put aside, as it stands in the file; of a very long one the beginning, and its whole length. */
export type AsideCell = string | readonly [beginning: string, length: number];

/** A column of a sheet: its header as it stands, and the field that is read from it. */
export type AsideColumn = readonly [header: string, field: string | null];

/** Rows of one table that were put aside, whole. */
export interface AsideRows {
  sheet: number;
  /** Row of the header that they stand under. */
  header: number;
  /** Columns of the sheet from the first on; given with the first rows of the table only. */
  columns: readonly AsideColumn[] | null;
  rows: readonly { row: number; cells: readonly AsideCell[] }[];
}

/** Characters of a cell that are kept. */
const KEPT = 1000;

/** A cell, cut where it is very long. */
export const asideCell = (text: string): AsideCell => (text.length > KEPT ? [text.slice(0, KEPT), text.length] : text);

/** Where a row stands: number of its submission, ordinal of the sheet, row of the sheet. */
export interface RowAt {
  submission: number;
  sheet: number;
  row: number;
}

/** One cell of a row that was put aside, as it is shown. */
export interface ShownCell {
  /** Of its column, as a spreadsheet has them. */
  letters: string;
  /** As it stands in the file; blank where the column has none. */
  header: string;
  /** The template's header of the field that is read from it; null where none is. */
  column: string | null;
  /** Masked where it can be a person's, unless that was asked for. */
  text: string;
  isMasked: boolean;
  /** Whole length of a text of which only the beginning was kept; null of a whole one. */
  length: number | null;
  isFaulty: boolean;
}

/** A row that was put aside: what stands in it, and what is wrong with it. */
export interface AsideRow {
  /** Null where the file has so many such rows that this one was not kept. */
  cells: readonly ShownCell[] | null;
  problems: readonly SubmissionProblem[];
  /** It is not sure how the row is cut into cells. */
  isDoubtful: boolean;
}
