import {
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  ENUM,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { NO_NUMBER, type TypedColumn, type TypedRows } from '../../domain/typedRows';
import type { Target } from '../port';
import { KnownCells } from './knownCells';
import { TextCells } from './textCells';

/** Rows that a chunk of DuckDB holds at most. */
const CHUNK = duckdb.vector_size();

const TYPES: Record<TypedColumn['kind'], DuckDBType> = { day: DATE, count: INTEGER, amount: DOUBLE, text: VARCHAR };

/** Cells of one column as DuckDB's vectors hold them. */
interface Cells {
  /** Of the rows from `from` up to `to`; until the next call. Each row that is a gap is told to `gaps`. */
  between(from: number, to: number, gaps: Gaps): ArrayBufferView<ArrayBuffer>;
}

/**
 * Adds rows to a table. Whole arrays are copied into the memory of DuckDB's vectors: set cell by cell, a
 * million rows took five times as long as reading them.
 */
export async function append(
  connection: DuckDBConnection,
  target: Target,
  { rows, columns }: TypedRows,
): Promise<void> {
  const texts: TextCells[] = [];
  const cells = target.columns.map((name): Cells => {
    const column = columns[name] as TypedColumn;
    if (column.kind === 'amount') return new Amounts(column.values);
    if (column.kind !== 'text') return new Numbers(column.values);
    const known = target.known?.[name];
    if (known) return new KnownCells(column, known, CHUNK, `${target.name}.${name}`);
    const text = new TextCells(column, CHUNK);
    texts.push(text);
    return text;
  });
  const chunk = DuckDBDataChunk.create(
    target.columns.map((name) => {
      const known = target.known?.[name];
      return known ? ENUM(known) : TYPES[(columns[name] as TypedColumn).kind];
    }),
  );
  const gaps = new Gaps();
  try {
    const appender = await connection.createAppender(target.name);
    try {
      for (let from = 0; from < rows; from += CHUNK) {
        const to = Math.min(from + CHUNK, rows);
        chunk.reset();
        chunk.rowCount = to - from;
        for (const [i, column] of cells.entries()) {
          const vector = duckdb.data_chunk_get_vector(chunk.chunk, i);
          const { buffer, byteOffset, byteLength } = column.between(from, to, gaps);
          duckdb.copy_data_to_vector(vector, 0, buffer, byteOffset, byteLength);
          gaps.flush(vector);
        }
        appender.appendDataChunk(chunk);
      }
    } finally {
      appender.closeSync();
    }
  } finally {
    for (const text of texts) text.free();
  }
}

/** Which rows of a chunk are gaps: a bit a row, set where there is a value. */
class Gaps {
  private readonly words = new Uint32Array(CHUNK / 32).fill(0xffffffff);
  private any = false;

  add(row: number): void {
    this.words[row >> 5] = (this.words[row >> 5] as number) & ~(1 << (row & 31));
    this.any = true;
  }

  /** Tells them to a vector, and begins anew. */
  flush(vector: duckdb.Vector): void {
    if (!this.any) return;
    duckdb.vector_ensure_validity_writable(vector);
    duckdb.copy_data_to_vector_validity(vector, 0, this.words.buffer, 0, this.words.byteLength);
    this.words.fill(0xffffffff);
    this.any = false;
  }
}

class Numbers implements Cells {
  constructor(private readonly values: Int32Array) {}

  between(from: number, to: number, gaps: Gaps) {
    for (let row = from; row < to; row++) if (this.values[row] === NO_NUMBER) gaps.add(row - from);
    return this.values.subarray(from, to) as Int32Array<ArrayBuffer>;
  }
}

class Amounts implements Cells {
  constructor(private readonly values: Float64Array) {}

  between(from: number, to: number, gaps: Gaps) {
    for (let row = from; row < to; row++) if (Number.isNaN(this.values[row])) gaps.add(row - from);
    return this.values.subarray(from, to) as Float64Array<ArrayBuffer>;
  }
}
