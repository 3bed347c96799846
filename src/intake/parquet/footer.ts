import { FileRefused } from '../../domain/problems';
import { type Kind, kindOf } from './kinds';
import { type Struct, ThriftReader } from './thrift';

/** A top-level column. */
export interface FileColumn {
  name: string;
  kind: Kind;
  /** How its cells are stored; of no meaning for an unreadable one. */
  physical: number;
  /** Bytes of a cell of fixed length. */
  length: number;
  /** Cells may be gaps. */
  optional: boolean;
}

/** The cells of one column in a row group. */
export interface Chunk {
  codec: number;
  encodings: readonly number[];
  /** Bytes in the file, with all pages. */
  start: number;
  end: number;
  values: number;
  /** Bytes of its pages, unpacked. */
  unpacked: number;
}

export interface RowGroup {
  rows: number;
  /** By column; null for one that is not readable. */
  chunks: readonly (Chunk | null)[];
}

export interface Footer {
  rows: number;
  columns: readonly FileColumn[];
  groups: readonly RowGroup[];
}

const LONGEST = 64 * 2 ** 20;
const MARK = new TextEncoder().encode('PAR1');
const ENCRYPTED = new TextEncoder().encode('PARE');
/** Rows a ledger can have: a few bytes can declare billions. */
const MOST_ROWS = 50_000_000;
/** Bytes of a row group, packed and unpacked: it is read as one piece. */
const LARGEST_GROUP = 1.5 * 2 ** 30;
/** Codecs by number, of which the reader knows all but one. */
const CODECS = ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'LZO', 'BROTLI', 'LZ4', 'ZSTD', 'LZ4_RAW'];
const LZO = 3;

export const broken = (detail: string, cause?: unknown): FileRefused =>
  Object.assign(new FileRefused('broken_parquet', { detail }), cause === undefined ? {} : { cause });
export const unsupported = (hint: string): FileRefused =>
  new FileRefused('unreadable', { detail: `Parquet 文件用了不支持的写法，不一定损坏（${hint}）` });

const UNREADABLE_FOOTER = '文件尾无法读取';

/**
 * Reads the end of a Parquet file, and holds what it says against the file's size before anything is read by it. Numbers
 * are those of parquet.thrift of the Apache Parquet format.
 * @throws FileRefused
 */
export async function readFooter(file: Blob): Promise<Footer> {
  const tail = new Uint8Array(await file.slice(-8).arrayBuffer());
  const mark = (magic: Uint8Array) => magic.every((byte, i) => tail[4 + i] === byte);
  if (tail.length === 8 && mark(ENCRYPTED)) throw unsupported('文件已加密');
  if (tail.length < 8 || !mark(MARK)) throw broken('缺少文件尾');
  const end = file.size - 8;
  const length = new DataView(tail.buffer).getUint32(0, true);
  if (length > end - MARK.length || length > LONGEST) throw broken(UNREADABLE_FOOTER);
  const bytes = new Uint8Array(await file.slice(end - length, end).arrayBuffer());
  try {
    return footerOf(new ThriftReader(bytes).struct(), end - length);
  } catch (error) {
    // Of the wrong types, too: whatever a damaged footer makes of itself.
    if (error instanceof RangeError || error instanceof TypeError) throw broken(UNREADABLE_FOOTER, error);
    throw error;
  }
}

function footerOf(footer: Struct, end: number): Footer {
  if (footer.has(8)) throw unsupported('文件已加密');
  const elements = structsOf(footer.get(2));
  const rows = count(footer.get(3));
  if (rows > MOST_ROWS) throw new FileRefused('too_large', { detail: `${rows} 行` });
  const columns: FileColumn[] = [];
  /** Ordinal of the first leaf of each column. */
  const leaves: number[] = [];
  let leaf = 0;
  for (let at = 1; at < elements.length; ) {
    const element = elements[at] as Struct;
    const next = after(elements, at);
    columns.push(columnOf(element));
    leaves.push(leaf);
    for (; at < next; at++) if (!elements[at]?.get(5)) leaf++;
  }
  const groups = structsOf(footer.get(4) ?? []).map((group) => groupOf(group, columns, leaves, leaf, end));
  if (groups.reduce((sum, group) => sum + group.rows, 0) !== rows) throw new RangeError('rows do not add up');
  return { rows, columns, groups };
}

/** Index of the element after this one and all that lies within it. */
function after(elements: readonly Struct[], at: number): number {
  let next = at + 1;
  for (let i = (elements[at]?.get(5) as number | undefined) ?? 0; i > 0 && next < elements.length; i--)
    next = after(elements, next);
  return next;
}

function columnOf(element: Struct): FileColumn {
  const name = element.get(4);
  if (!(name instanceof Uint8Array)) throw new RangeError('column without a name');
  const physical = count(element.get(1) ?? 0);
  const kind = kindOf(element);
  const length = count(element.get(2) ?? 0);
  if (kind.is !== 'unreadable' && physical === 7 && length === 0) throw new RangeError('cells of no length');
  return { name: new TextDecoder().decode(name), kind, physical, length, optional: element.get(3) !== 0 };
}

function groupOf(
  group: Struct,
  columns: readonly FileColumn[],
  leaves: readonly number[],
  leafCount: number,
  end: number,
): RowGroup {
  const chunks = structsOf(group.get(1));
  if (chunks.length !== leafCount) throw new RangeError('not a chunk for each column');
  const rows = count(group.get(3));
  const read = columns.map(({ kind, physical, name }, i) =>
    kind.is === 'unreadable' ? null : chunkOf(chunks[leaves[i] as number] as Struct, physical, rows, end, name),
  );
  const size = (of: (chunk: Chunk) => number) => read.reduce((sum, chunk) => sum + (chunk ? of(chunk) : 0), 0);
  if (
    Math.max(
      size((c) => c.end - c.start),
      size((c) => c.unpacked),
    ) > LARGEST_GROUP
  )
    throw new FileRefused('too_large', { detail: `一个行组超过 ${LARGEST_GROUP / 2 ** 20} MB` });
  return { rows, chunks: read };
}

function chunkOf(chunk: Struct, physical: number, rows: number, end: number, name: string): Chunk {
  if (chunk.has(8) || chunk.has(9)) throw unsupported(`列「${name}」已加密`);
  if (chunk.has(1)) throw unsupported(`列「${name}」在另一个文件里`);
  const meta = chunk.get(3) as Struct;
  const codec = count(meta.get(4));
  if (codec === LZO || CODECS[codec] === undefined) throw unsupported(`压缩方式 ${CODECS[codec] ?? codec}`);
  if (meta.get(1) !== physical) throw new RangeError('chunk of another type than its column');
  const data = count(meta.get(9));
  const dictionary = count(meta.get(11) ?? 0);
  // Some writers say 0 for none.
  const start = dictionary > 0 ? Math.min(dictionary, data) : data;
  const size = count(meta.get(7));
  const values = count(meta.get(5));
  if (start < MARK.length || start + size > end) throw new RangeError('chunk beyond the file');
  if (values !== rows) throw new RangeError('chunk of other rows than its group');
  const encodings = (meta.get(2) as unknown[]).map(count);
  return { codec, encodings, start, end: start + size, values, unpacked: count(meta.get(6)) };
}

function structsOf(list: unknown): Struct[] {
  if (!Array.isArray(list) || !list.every((item) => item instanceof Map)) throw new RangeError('no list of structs');
  return list as Struct[];
}

function count(n: unknown): number {
  if (!Number.isSafeInteger(n) || (n as number) < 0) throw new RangeError(`no count: ${n}`);
  return n as number;
}
