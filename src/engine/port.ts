/** One result row; values are cast in SQL so that only these arrive. */
export type Row = Record<string, string | number | boolean | null>;

/** Data that SQL can read. */
export type AttachedSource =
  | {
      kind: 'csv';
      /** UTF-8 records without the header and without a byte order mark. */
      data: Blob;
      delimiter: string;
      /** Number of columns of the header. */
      width: number;
    }
  | { kind: 'parquet'; data: Blob };

export interface AttachOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number | null) => void) | undefined;
}

/**
 * What the engine needs of a DuckDB. Two adapters: `browser/` (duckdb-wasm in a worker) and `node/` (native).
 * Statements run one after another; the engine sees to that.
 */
export interface Database {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  /**
   * Makes a file readable in SQL. Columns of a CSV are called `c0`, `c1`, …, text, with `SURPLUS` more than its width;
   * those of a Parquet file keep their names and types.
   * @throws whatever the reader says of a broken file, here or when `from` is read
   */
  attach(source: AttachedSource, options: AttachOptions): Promise<Attached>;
  close(): Promise<void>;
}

/** A file that SQL can read until it is detached. */
export interface Attached {
  /** What stands behind FROM. */
  from: string;
  /** SQL for the ordinal of a row in the file, from 0. */
  ordinal: string;
  /** Column names of a Parquet file; empty for a CSV, whose header was read before. */
  headers: string[];
  /** Types of a Parquet file's columns by name, as `cellText` knows them; empty for a CSV, which is all text. */
  types: ReadonlyMap<string, string>;
  detach(): Promise<void>;
}

/** Cells of a CSV row beyond the header's width that are still noticed. */
export const SURPLUS = 3;

/** Thrown at the next statement after the person cancelled. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}
