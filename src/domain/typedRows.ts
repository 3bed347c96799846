/** Texts one behind the other in UTF-8: text `i` lies between `offsets[i]` and `offsets[i + 1]`, as in Arrow. */
export interface PackedTexts {
  bytes: Uint8Array;
  offsets: Int32Array;
}

/** Stands for a gap among whole numbers. */
export const NO_NUMBER = -2_147_483_648;

/** Typed cells of one column. */
export type TypedColumn =
  /** Days since 1970-01-01; `NO_NUMBER` for none. */
  | { kind: 'day'; values: Int32Array }
  /** Whole numbers; `NO_NUMBER` for none. */
  | { kind: 'count'; values: Int32Array }
  /** NaN for none. */
  | { kind: 'amount'; values: Float64Array }
  /** Number of the text in `texts`; -1 for none. */
  | { kind: 'text'; codes: Int32Array; texts: PackedTexts };

/** Accepted rows of a ledger, by the name of the column in the ledger's table, on their way to the engine. */
export interface TypedRows {
  rows: number;
  columns: Readonly<Record<string, TypedColumn>>;
}

const encoder = new TextEncoder();

/** Texts on their way into a pack. */
export class TextPack {
  size = 0;
  bytes = new Uint8Array(64);
  /** As many as there is room for; `size + 1` of them say something. */
  offsets = new Int32Array(16);

  push(text: string): void {
    const at = this.offsets[this.size] as number;
    // A UTF-16 unit takes three bytes at most.
    this.makeRoom(at + text.length * 3);
    this.end(at + writeText(text, this.bytes, at));
  }

  /** Puts a text that is there as UTF-8 in `bytes` from … to. */
  pushBytes(bytes: Uint8Array, from: number, to: number): void {
    const at = this.offsets[this.size] as number;
    const end = at + to - from;
    this.makeRoom(end);
    const own = this.bytes;
    // Few are so long that a call costs less than the bytes.
    if (to - from > 64) own.set(bytes.subarray(from, to), at);
    else for (let i = from, k = at; i < to; i++, k++) own[k] = bytes[i] as number;
    this.end(end);
  }

  /** Forgets the last text. */
  pop(): void {
    this.size--;
  }

  /** The texts, in room of their own: this one is empty then, and has room for the next ones. */
  take(): PackedTexts {
    const bytes = this.bytes.slice(0, this.offsets[this.size]);
    const offsets = this.offsets.slice(0, this.size + 1);
    this.size = 0;
    return { bytes, offsets };
  }

  private makeRoom(bytes: number): void {
    if (bytes > this.bytes.length) this.bytes = longer(this.bytes, bytes);
    if (this.size + 1 >= this.offsets.length) this.offsets = longer(this.offsets, 0);
  }

  private end(at: number): void {
    this.offsets[++this.size] = at;
  }
}

/** Twice as long, and at least of a length. */
function longer<T extends Int32Array | Uint8Array>(array: T, length: number): T {
  const more = new (array.constructor as new (length: number) => T)(Math.max(array.length * 2, length));
  more.set(array);
  return more;
}

/** Texts packed one behind the other. */
export function packed(texts: readonly string[]): PackedTexts {
  const pack = new TextPack();
  for (const text of texts) pack.push(text);
  return pack.take();
}

/** Writes a text as UTF-8, most often plain ASCII. Returns the number of bytes. */
function writeText(text: string, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return encoder.encodeInto(text, bytes.subarray(at)).written;
    bytes[at + i] = unit;
  }
  return text.length;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const unpacked = ({ bytes, offsets }: PackedTexts): string[] =>
  Array.from({ length: offsets.length - 1 }, (_, i) => decoder.decode(bytes.subarray(offsets[i], offsets[i + 1])));

/** Texts of every row as a column; null for none. */
export function textColumn(texts: readonly (string | null)[]): TypedColumn {
  const distinct = new Map<string, number>();
  const codes = Int32Array.from(texts, (text) => {
    if (text === null) return -1;
    let code = distinct.get(text);
    if (code === undefined) {
      code = distinct.size;
      distinct.set(text, code);
    }
    return code;
  });
  return { kind: 'text', codes, texts: packed([...distinct.keys()]) };
}

export const countColumn = (values: readonly (number | null)[]): TypedColumn => ({
  kind: 'count',
  values: Int32Array.from(values, (v) => v ?? NO_NUMBER),
});
