import type { TypedRows } from '../domain/typedRows';

/** One result row; values are cast in SQL so that only these arrive. */
export type Row = Record<string, string | number | boolean | null>;

/** A table as rows are added to it. */
export interface Target {
  name: string;
  /** All its columns, in order. */
  columns: readonly string[];
  /** All texts that a column can hold, where these are few: kept as numbers, and any other is refused. */
  known?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What the engine needs of a DuckDB. Two adapters: `browser/` (duckdb-wasm in a worker) and `node/` (native).
 * Statements run one after another; the engine sees to that.
 */
export interface Database {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  /** Adds rows to a table. Where it fails, some of them may stand there: the transaction is to be rolled back. */
  append(target: Target, rows: TypedRows): Promise<void>;
  close(): Promise<void>;
  /** All tables as bytes, where this database can be kept (the page's). */
  copy?(): Promise<Uint8Array>;
  /** Takes the tables of a `copy`, before anything else is asked. The bytes are no longer the caller's. */
  restore?(bytes: Uint8Array): Promise<void>;
}

/** Thrown at the next statement after the person cancelled. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}
