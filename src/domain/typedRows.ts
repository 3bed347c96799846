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

/** Texts packed one behind the other. */
export function packed(texts: readonly string[]): PackedTexts {
  const offsets = new Int32Array(texts.length + 1);
  let bytes = new Uint8Array(Math.max(64, texts.length * 16));
  let at = 0;
  for (const [i, text] of texts.entries()) {
    // A UTF-16 unit takes three bytes at most.
    if (at + text.length * 3 > bytes.length) {
      const more = new Uint8Array(Math.max(bytes.length * 2, at + text.length * 3));
      more.set(bytes);
      bytes = more;
    }
    at += writeText(text, bytes, at);
    offsets[i + 1] = at;
  }
  return { bytes: bytes.subarray(0, at), offsets };
}

/** Writes a text as UTF-8, most often plain ASCII. Returns the number of bytes. */
export function writeText(text: string, bytes: Uint8Array, at: number): number {
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
