import { FileRefused } from '../../domain/problems';
import type { Row } from '../port';
import { ThriftReader } from './thrift';

/** What a Parquet file itself says of a top-level column, where DuckDB's type does not tell it alike in both adapters. */
export type ColumnNote = 'INT96' | 'TIMESTAMP WITHOUT A WORD ON ITS ZONE' | 'UUID' | 'FLOAT16';

/** A Parquet file whose columns are known but for their DuckDB types. */
export interface ParquetFooter {
  /** Of the top-level columns, in order; null where DuckDB's type says it all. */
  notes: (ColumnNote | null)[];
  /**
   * The same file without the hint by which readers of Arrow's family make other types of its columns than the Parquet
   * format says, and than the native reader makes. The key is struck through, nothing moves.
   */
  withoutArrowSchema: Blob;
}

interface SchemaElement {
  name: string;
  physical: number | undefined;
  children: number;
  converted: number | undefined;
  /** Number of the logical type in the format's union. */
  logical: number | undefined;
}

/** Where the footer lies: its length stands before the mark at the end. */
async function footerOf(file: Blob): Promise<{ start: number; bytes: Uint8Array<ArrayBuffer> }> {
  const tail = new DataView(await file.slice(-8).arrayBuffer());
  const end = file.size - 8;
  const start = end - tail.getUint32(0, true);
  if (start < 4) throw new RangeError('footer longer than the file');
  return { start, bytes: new Uint8Array(await file.slice(start, end).arrayBuffer()) };
}

/**
 * Reads the end of a Parquet file. Numbers are those of parquet.thrift of the Apache Parquet format.
 * @throws FileRefused for a footer that cannot be read, and for a type that one of the adapters cannot take in
 */
export async function readFooter(file: Blob): Promise<ParquetFooter> {
  let footer: Awaited<ReturnType<typeof footerOf>>;
  let elements: SchemaElement[];
  try {
    footer = await footerOf(file);
    elements = schemaOf(footer.bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new FileRefused('broken_parquet', { detail: '文件尾无法读取' });
    throw error;
  }
  const half = elements.find((e) => noteOf(e) === 'FLOAT16');
  if (half) throw new FileRefused('column_type', { detail: `「${half.name}」（FLOAT16）` });
  const notes: ParquetFooter['notes'] = [];
  for (let at = 1; at < elements.length; at = after(elements, at)) notes.push(noteOf(elements[at] as SchemaElement));
  return { notes, withoutArrowSchema: withoutHint(file, footer) };
}

/** Names and types of the columns, from what DESCRIBE says of them and what the file says itself. */
export function columnsOf(
  described: readonly Row[],
  { notes }: ParquetFooter,
): { headers: string[]; types: Map<string, string> } {
  const headers = described.map((r) => String(r.column_name));
  const types = new Map(described.map((r, i) => [headers[i] as string, notes[i] ?? String(r.column_type)]));
  return { headers, types };
}

/** Index of the element after this one and all that lies within it. */
function after(elements: readonly SchemaElement[], at: number): number {
  let next = at + 1;
  for (let i = elements[at]?.children ?? 0; i > 0 && next < elements.length; i--) next = after(elements, next);
  return next;
}

function noteOf({ physical, converted, logical }: SchemaElement): ColumnNote | null {
  if (physical === 3) return 'INT96';
  if (logical === 14) return 'UUID';
  if (logical === 15) return 'FLOAT16';
  // TIMESTAMP_MILLIS and TIMESTAMP_MICROS of writers before 2018: the format calls them instants, and not all meant it.
  if (logical === undefined && (converted === 9 || converted === 10)) return 'TIMESTAMP WITHOUT A WORD ON ITS ZONE';
  return null;
}

/** FileMetaData.schema, the tree of columns in depth-first order with the root first. */
function schemaOf(footer: Uint8Array): SchemaElement[] {
  const schema = new ThriftReader(footer).struct(2).get(2);
  if (!Array.isArray(schema)) throw new RangeError('footer without a schema');
  return schema.map((element: Map<number, unknown>) => ({
    name: new TextDecoder().decode(element.get(4) as Uint8Array | undefined),
    physical: element.get(1) as number | undefined,
    children: (element.get(5) as number | undefined) ?? 0,
    converted: element.get(6) as number | undefined,
    logical: (element.get(10) as Map<number, unknown> | undefined)?.keys().next().value,
  }));
}

const HINT = new TextEncoder().encode('ARROW:schema');

function withoutHint(file: Blob, { start, bytes }: { start: number; bytes: Uint8Array<ArrayBuffer> }): Blob {
  const first = HINT[0] as number;
  let found = false;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (HINT.every((byte, i) => bytes[at + i] === byte)) {
      bytes[at] = 0x2d;
      found = true;
    }
  return found ? new Blob([file.slice(0, start), bytes, file.slice(-8)]) : file;
}
