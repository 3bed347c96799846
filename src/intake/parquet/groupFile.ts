import {
  Binary,
  Bool,
  type DataType,
  Dictionary,
  Field,
  FixedSizeBinary,
  Float32,
  Float64,
  Int32,
  Int64,
  Schema,
  Table,
  tableToIPC,
} from 'apache-arrow';
import type { Chunk, FileColumn, RowGroup } from './footer';
import { PHYSICAL } from './kinds';
import { type Pages, pagesOf } from './pages';
import { i32, i32s, i64, struct, structs, text, texts, within } from './thrift';

/** Nanoseconds of the day and Julian day, as stored. Read as numbers of nanoseconds, far years would come round again. */
const INT96_BYTES = 12;

interface Part {
  column: FileColumn;
  chunk: Chunk;
  bytes: Uint8Array;
  pages: Pages;
}

/**
 * A row group as a Parquet file of its own, with a footer made here. So the reader sees nothing of the file's own footer but
 * what was checked, knows none of its marks (the meaning of the cells is told in one place, `cells.ts`), holds one row
 * group at a time, and where a chunk is all by dictionary hands out the dictionary, each text once.
 * @param wanted ordinals of readable columns
 * @returns also about how many bytes a row takes once it is read
 * @throws FileRefused `broken_parquet`
 */
export async function groupFile(
  file: Blob,
  columns: readonly FileColumn[],
  group: RowGroup,
  wanted: readonly number[],
): Promise<{ bytes: Uint8Array; bytesOfRow: number }> {
  const chunks = wanted.map((i) => group.chunks[i] as Chunk);
  const all = await bytesOf(file, chunks);
  const parts = chunks.map((chunk, k): Part => {
    const bytes = all[k] as Uint8Array;
    return { column: columns[wanted[k] as number] as FileColumn, chunk, bytes, pages: pagesOf(bytes, chunk) };
  });
  const mark = new TextEncoder().encode('PAR1');
  const footer = Uint8Array.from(footerOf(parts, group.rows, mark.length));
  const length = new Uint8Array(Uint32Array.of(footer.length).buffer);
  return {
    bytes: joined([mark, ...parts.map(({ bytes, pages }) => bytes.subarray(0, pages.end)), footer, length, mark]),
    bytesOfRow: parts.reduce((sum, part) => sum + bytesOfCell(part, group.rows), 0),
  };
}

/** The bytes of the chunks, in one piece where they lie side by side: each read of a Blob costs a trip to the browser's process. */
async function bytesOf(file: Blob, chunks: readonly Chunk[]): Promise<Uint8Array[]> {
  const read = async (start: number, end: number) => new Uint8Array(await file.slice(start, end).arrayBuffer());
  const start = chunks.reduce((least, c) => Math.min(least, c.start), file.size);
  const end = chunks.reduce((most, c) => Math.max(most, c.end), 0);
  const size = chunks.reduce((sum, c) => sum + c.end - c.start, 0);
  if (end - start > size) {
    const all: Uint8Array[] = [];
    for (const c of chunks) all.push(await read(c.start, c.end));
    return all;
  }
  const span = await read(start, end);
  return chunks.map((c) => span.subarray(c.start - start, c.end - start));
}

function footerOf(parts: readonly Part[], rows: number, first: number): number[] {
  let at = first;
  const chunks = parts.map(({ column, chunk, pages }, i) => {
    const start = at;
    at += pages.end;
    const meta = struct(
      i32(1, storedAs(column)),
      i32s(2, chunk.encodings),
      texts(3, [`c${i}`]),
      i32(4, chunk.codec),
      i64(5, rows),
      i64(6, pages.unpacked),
      i64(7, pages.end),
      i64(9, start + pages.dictionary),
      pages.dictionary > 0 ? i64(11, start) : null,
    );
    return struct(i64(2, start), within(3, meta));
  });
  const schema = parts.map(({ column }, i) =>
    struct(
      i32(1, storedAs(column)),
      storedAs(column) === PHYSICAL.fixed ? i32(2, lengthOf(column)) : null,
      i32(3, column.optional ? 1 : 0),
      text(4, `c${i}`),
    ),
  );
  return struct(
    i32(1, 1),
    structs(2, [struct(text(4, 'schema'), i32(5, parts.length)), ...schema]),
    i64(3, rows),
    structs(4, [struct(structs(1, chunks), i64(2, at), i64(3, rows))]),
    structs(5, [struct(text(1, 'ARROW:schema'), text(2, hint(parts)))]),
  );
}

const storedAs = ({ physical }: FileColumn): number => (physical === PHYSICAL.int96 ? PHYSICAL.fixed : physical);
const lengthOf = ({ physical, length }: FileColumn): number => (physical === PHYSICAL.int96 ? INT96_BYTES : length);

/** Says to a reader of Arrow's family as what to hand the columns out. */
function hint(parts: readonly Part[]): string {
  const fields = parts.map(({ column, pages }, i) => new Field(`c${i}`, arrowType(column, pages), column.optional));
  const ipc = tableToIPC(new Table(new Schema(fields)), 'stream');
  // Byte by byte: those of thousands of columns are more than a call takes.
  return btoa(Array.from(ipc, (byte) => String.fromCharCode(byte)).join(''));
}

function arrowType(column: FileColumn, { allByDictionary }: Pages): DataType {
  switch (column.physical) {
    case PHYSICAL.boolean:
      return new Bool();
    case PHYSICAL.int32:
      return new Int32();
    case PHYSICAL.int64:
      return new Int64();
    case PHYSICAL.float:
      return new Float32();
    case PHYSICAL.double:
      return new Float64();
    case PHYSICAL.bytes:
      return allByDictionary ? new Dictionary(new Binary(), new Int32()) : new Binary();
    default:
      return new FixedSizeBinary(lengthOf(column));
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function bytesOfCell({ column, pages }: Part, rows: number): number {
  if (column.physical !== PHYSICAL.bytes) return Math.max(lengthOf(column), 8);
  return pages.allByDictionary ? 4 : 4 + Math.max(pages.unpacked / rows, pages.entry);
}
