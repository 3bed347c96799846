import { DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { TypedColumn } from '../../domain/typedRows';

/** Bytes that a cell of text takes (`duckdb_string_t`): the text's length, then the text itself or where it stands. */
const CELL = 16;
/** Bytes of a text that stands within its cell. */
const WITHIN = 12;
/** Bytes of a longer text that stand within its cell, before the address of all of it. */
const PREFIX = 4;

/**
 * Cells of text as DuckDB's vectors hold them (`duckdb_string_t` of its C interface): made once for each different text,
 * copied for each row.
 */
export class TextCells {
  private readonly codes: Int32Array;
  /** The cell of every text, four words each. */
  private readonly distinct: Uint32Array;
  private readonly chunk: Uint32Array<ArrayBuffer>;
  /** Holds what the longer texts' cells point to. */
  private readonly held: DuckDBDataChunk | null;

  constructor({ codes, texts: { bytes, offsets } }: Extract<TypedColumn, { kind: 'text' }>, rows: number) {
    const count = offsets.length - 1;
    this.codes = codes;
    this.chunk = new Uint32Array(rows * (CELL / 4));
    const cells = new Uint8Array(count * CELL);
    this.distinct = new Uint32Array(cells.buffer);
    const words = new DataView(cells.buffer);
    let long = false;
    for (let i = 0; i < count; i++) {
      const [from, to] = [offsets[i] as number, offsets[i + 1] as number];
      words.setUint32(i * CELL, to - from, true);
      if (to - from > WITHIN) long = true;
      for (let b = from, at = i * CELL + 4, end = Math.min(to, from + WITHIN); b < end; b++)
        cells[at++] = bytes[b] as number;
    }
    this.held = long ? DuckDBDataChunk.create([VARCHAR], 1) : null;
    if (!this.held) return;
    // The client tells no address but within a cell: that of all texts behind one another, which is one long text itself.
    const vector = duckdb.data_chunk_get_vector(this.held.chunk, 0);
    duckdb.vector_assign_string_element_len(vector, 0, bytes);
    const { buffer, byteOffset } = duckdb.vector_get_data(vector, CELL);
    const start = new DataView(buffer, byteOffset).getBigUint64(4 + PREFIX, true);
    for (let i = 0; i < count; i++) {
      const from = offsets[i] as number;
      if ((offsets[i + 1] as number) - from > WITHIN)
        words.setBigUint64(i * CELL + 4 + PREFIX, start + BigInt(from), true);
    }
  }

  between(from: number, to: number, gaps: { add(row: number): void }) {
    const { codes, distinct, chunk } = this;
    let at = 0;
    for (let row = from; row < to; row++) {
      const code = codes[row] as number;
      if (code < 0) gaps.add(row - from);
      let cell = code * 4;
      if (code < 0) at += 4;
      else {
        chunk[at++] = distinct[cell++] as number;
        chunk[at++] = distinct[cell++] as number;
        chunk[at++] = distinct[cell++] as number;
        chunk[at++] = distinct[cell] as number;
      }
    }
    return chunk.subarray(0, at);
  }

  /** To be called when no cell is read any more: until then the texts must stand where they are. */
  free(): void {
    this.held?.reset();
  }
}
