/** A required column of one Parquet file, its values as the format stores them. */
export interface PlainColumn {
  name: string;
  /** Physical type: BOOLEAN, INT32, INT64, INT96, FLOAT, DOUBLE, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY are 0 to 7. */
  type: number;
  length?: number;
  converted?: number;
  /** Number of a logical type without parts of its own, e.g. 14 for UUID. */
  logical?: number;
  values: readonly Uint8Array[];
}

type Field = [id: number, type: number, bytes: number[]];

const varint = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...varint(Math.floor(n / 128))]);
const int = (id: number, n: number): Field => [id, 5, varint(n * 2)];
const text = (id: number, s: string): Field => [id, 8, [...varint(Buffer.byteLength(s)), ...Buffer.from(s)]];
const list = (id: number, type: number, items: readonly number[][]): Field => [
  id,
  9,
  [...(items.length < 15 ? [(items.length << 4) | type] : [0xf0 | type, ...varint(items.length)]), ...items.flat()],
];
const within = (id: number, bytes: number[]): Field => [id, 12, bytes];

/** Fields of a struct in Thrift's compact protocol, in the order of their numbers. */
function struct(...fields: (Field | false)[]): number[] {
  let last = 0;
  const bytes = fields.flatMap((field) => {
    if (!field) return [];
    const [id, type, value] = field;
    const step = id - last;
    last = id;
    return [(step << 4) | type, ...value];
  });
  return [...bytes, 0];
}

/**
 * A Parquet file as old or unusual writers make it, which no writer at hand can be made to write: types without marks,
 * INT96, UUID. One row group, plain, uncompressed.
 */
export function plainParquet(columns: readonly PlainColumn[]): Blob {
  const body: number[] = [...Buffer.from('PAR1')];
  const rows = columns[0]?.values.length ?? 0;
  const chunks = columns.map((c) => {
    const data = c.values.flatMap((v) => (c.type === 6 ? [...u32(v.length), ...v] : [...v]));
    const offset = body.length;
    const page = struct(
      int(1, 0),
      int(2, data.length),
      int(3, data.length),
      within(5, struct(int(1, rows), int(2, 0), int(3, 3), int(4, 3))),
    );
    body.push(...page, ...data);
    const size = page.length + data.length;
    const path = [...varint(Buffer.byteLength(c.name)), ...Buffer.from(c.name)];
    const meta = struct(
      int(1, c.type),
      list(2, 5, [varint(0)]),
      list(3, 8, [path]),
      int(4, 0),
      [5, 6, varint(rows * 2)],
      [6, 6, varint(size * 2)],
      [7, 6, varint(size * 2)],
      [9, 6, varint(offset * 2)],
    );
    return struct([2, 6, varint(offset * 2)], within(3, meta));
  });
  const schema = [
    struct(text(4, 'schema'), int(5, columns.length)),
    ...columns.map((c) =>
      struct(
        int(1, c.type),
        c.length !== undefined && int(2, c.length),
        int(3, 0),
        text(4, c.name),
        c.converted !== undefined && int(6, c.converted),
        c.logical !== undefined && within(10, struct(within(c.logical, struct()))),
      ),
    ),
  ];
  const group = struct(list(1, 12, chunks), [2, 6, varint(body.length * 2)], [3, 6, varint(rows * 2)]);
  const footer = struct(int(1, 1), list(2, 12, schema), [3, 6, varint(rows * 2)], list(4, 12, [group]));
  return new Blob([new Uint8Array([...body, ...footer, ...u32(footer.length), ...Buffer.from('PAR1')])]);
}

const u32 = (n: number): number[] => [n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24];
