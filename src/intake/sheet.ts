import type { TextEncoding } from '../domain/reading/reading';

/**
 * What every form of file becomes: sheets of columns, each distinct text of a column named by a number. A million rows have
 * a few thousand distinct texts besides their ids and names, so that whatever is done with a text is done once.
 */

/**
 * The distinct texts of a column. A column may begin a new list with a later batch (so that a column of all-different texts
 * does not grow without bound); equal numbers mean equal texts only within one list. In such a column equal texts may have
 * several numbers.
 */
export interface Texts {
  /** They are numbered 0 … size-1; 0 is the blank text. May grow with each batch, never changes otherwise. */
  readonly size: number;
  /** The text as it stands in the file, blanks around it included. Bytes that are no text: `noText` of them. A formula without a value: `noResult`. */
  text(id: number): string;
  /** The same as bytes, of a form that has them: they need not be made strings to be looked at. */
  readonly raw?: RawTexts;
}

/**
 * Texts as bytes, text `id` from `starts[id]` to before `starts[id + 1] - 1`. Where all bytes of a text are below 128 it is ASCII.
 * They move when the list grows.
 */
export interface RawTexts {
  bytes: Uint8Array;
  starts: Int32Array;
}

/** The cells of one column in the rows of a batch. */
export interface BatchColumn {
  texts: Texts;
  /** Number of the text of each row; 0 too where the row ends before this column. */
  ids: Int32Array;
}

/** Why it is not sure how a row is to be cut into cells. */
export type Doubt =
  /** Text goes on behind a closing quote ("甲"乙). */
  | 'stray_quote'
  /** A quoted cell that holds line ends, one of whose lines looks like a row of its own. */
  | 'swallowed_rows';

/** Rows of a sheet that follow one another. Empty lines are rows, of no cells. */
export interface Batch {
  /** Number of the first of them in the sheet, from 1, as a spreadsheet shows it. A gap since the batch before is empty rows. */
  firstRow: number;
  rows: number;
  /** Number of cells of each row, blank ones included. */
  cells: Int32Array;
  /** Columns of the sheet from the first on; as many as any row so far has cells. */
  columns: readonly BatchColumn[];
  /** Ordinals within the batch, rising. */
  doubts: readonly { row: number; doubt: Doubt }[];
  /** Ordinals within the batch of rows that are hidden or filtered away. */
  hidden?: readonly number[];
  /** Share of the sheet read so far, 0…1, where it is known. */
  share?: number | undefined;
}

/** A merged area: rows and columns from … to, all included; rows from 1, columns from 0. Its value stands in the first cell. */
export interface Merged {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

export interface Sheet {
  /** Null for a form that has no sheets. */
  name: string | null;
  hidden: boolean;
  /** Days as numbers count from 1904-01-01, not from 1899-12-31. */
  date1904: boolean;
  merged: readonly Merged[];
  /** Columns that are hidden, from 0, both ends included. */
  hiddenColumns?: readonly (readonly [first: number, last: number])[];
  /** What stands between cells; null for a form that has cells of its own. */
  delimiter: string | null;
  /** Columns of a type that no field of a ledger can be of, with its name; their cells say so. The file is refused where one is read. */
  unreadableColumns?: ReadonlyMap<number, string>;
  /** Rows from the first on. Each call reads anew. @throws FileRefused where the rest cannot be read */
  read(): AsyncIterable<Batch>;
}

/** A file told apart, ready to be read. */
export interface OpenedFile {
  /** The form, as 界面 and command line call it: an encoding for text (`utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `gb18030`), else `xlsx`, `xls`, `html`, `xml`, `parquet`. */
  encoding: string;
  sheets: readonly Sheet[];
  /** The beginning of the same text in another encoding; of no other form. @throws FileRefused where it cannot be in that one */
  reopen?(encoding: TextEncoding): Promise<OpenedFile>;
  close?(): void;
}

/** Rows of a batch at most. */
export const BATCH_ROWS = 32_768;
