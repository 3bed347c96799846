/** Values of a footer at most: so many columns and row groups has no ledger, and each takes a hundred bytes of memory. */
const MOST_VALUES = 1_000_000;

/** Fields of a struct by their numbers. */
export type Struct = ReadonlyMap<number, unknown>;

/** Reads Thrift's compact protocol, as far as Parquet needs it. Structs come as maps by field number. */
export class ThriftReader {
  private values = 0;

  /** @param at index of the first byte; of the byte behind what was read later on */
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  /** @throws RangeError where the bytes end too early or are no such struct */
  struct(): Struct {
    const fields = new Map<number, unknown>();
    for (let id = 0; ; ) {
      const head = this.byte();
      if (head === 0) return fields;
      const step = head >> 4;
      id = step ? id + step : this.int();
      fields.set(id, this.value(head & 15, false));
    }
  }

  private value(type: number, inList: boolean): unknown {
    if (++this.values > MOST_VALUES) throw new RangeError('more values than any ledger has');
    switch (type) {
      case 1:
      case 2:
        // A boolean field's value is its type; in a list each has a byte of its own.
        return inList ? this.byte() === 1 : type === 1;
      case 3:
        return this.byte();
      case 4:
      case 5:
      case 6:
        return this.int();
      case 7:
        return this.skip(8);
      case 8:
        return this.skip(this.varint());
      case 9:
      case 10:
        return this.list();
      case 12:
        return this.struct();
      default:
        throw new RangeError(`unknown type ${type}`);
    }
  }

  private list(): unknown[] {
    const head = this.byte();
    const length = head >> 4 === 15 ? this.varint() : head >> 4;
    if (length > this.bytes.length - this.at) throw new RangeError('list longer than the bytes');
    const items: unknown[] = [];
    for (let i = 0; i < length; i++) items.push(this.value(head & 15, true));
    return items;
  }

  private skip(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new RangeError('bytes end too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError('bytes end too early');
    return byte;
  }

  private varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  private int(): number {
    const zigzag = this.varint();
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  }
}

/** A field of a struct that is written: its number, and its type and bytes. */
export type Written = readonly [id: number, type: number, bytes: readonly number[]];

const varint = (n: number): number[] => {
  const bytes: number[] = [];
  for (; n >= 128; n = Math.floor(n / 128)) bytes.push((n % 128) + 128);
  return [...bytes, n];
};
const items = (type: number, all: readonly (readonly number[])[]): number[] => [
  ...(all.length < 15 ? [all.length * 16 + type] : [0xf0 + type, ...varint(all.length)]),
  ...all.flat(),
];
const utf8 = (text: string): number[] => {
  const bytes = new TextEncoder().encode(text);
  return [...varint(bytes.length), ...bytes];
};

/** Numbers are not negative. */
export const i32 = (id: number, n: number): Written => [id, 5, varint(n * 2)];
export const i64 = (id: number, n: number): Written => [id, 6, varint(n * 2)];
export const text = (id: number, s: string): Written => [id, 8, utf8(s)];
export const texts = (id: number, all: readonly string[]): Written => [id, 9, items(8, all.map(utf8))];
export const i32s = (id: number, all: readonly number[]): Written => [
  id,
  9,
  items(
    5,
    all.map((n) => varint(n * 2)),
  ),
];
export const structs = (id: number, all: readonly number[][]): Written => [id, 9, items(12, all)];
export const within = (id: number, fields: number[]): Written => [id, 12, fields];

/** The bytes of a struct; fields in the order of their numbers, of which no two are 16 or more apart. */
export function struct(...fields: readonly (Written | null)[]): number[] {
  let last = 0;
  const bytes: number[] = [];
  for (const field of fields) {
    if (!field) continue;
    const [id, type, value] = field;
    bytes.push((id - last) * 16 + type);
    // Not all at once: thousands of columns are more than a call takes.
    for (const byte of value) bytes.push(byte);
    last = id;
  }
  return [...bytes, 0];
}
