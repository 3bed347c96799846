/** One result row; values are cast in SQL so that only these arrive. */
export type Row = Record<string, string | number | boolean | null>;

/** Data that can become a staging table of text. */
export type StageSource =
  | {
      kind: 'csv';
      /** UTF-8 records without the header and without a byte order mark. */
      data: Blob;
      delimiter: string;
      /** Number of columns of the header. */
      width: number;
    }
  | { kind: 'parquet'; data: Blob };

export interface StageOptions {
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
   * Makes `table`, one VARCHAR column per source column, named `c0`, `c1`, …, rows in the order of the source
   * (`rowid` is the ordinal). A CSV gets one more column for each cell beyond its width that may occur (see `SURPLUS`).
   * @returns the column names of a Parquet file; none for CSV
   * @throws whatever the reader says of a broken file
   */
  stage(table: string, source: StageSource, options: StageOptions): Promise<string[]>;
  close(): Promise<void>;
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
