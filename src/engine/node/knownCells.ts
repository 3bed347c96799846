import { type TypedColumn, unpacked } from '../../domain/typedRows';

/** The texts of a list by their place in it; made once for each list. */
const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function placesOf(known: readonly string[]): ReadonlyMap<string, number> {
  const made = places.get(known) ?? new Map(known.map((text, i) => [text, i]));
  places.set(known, made);
  return made;
}

/** Cells of a column that holds known texts only, as the numbers that DuckDB keeps of an ENUM. */
export class KnownCells {
  private readonly codes: Int32Array;
  /** The number of every text. */
  private readonly numbers: Int32Array;
  private readonly chunk: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

  /** @throws RangeError for a text that is not known: it must not become a gap */
  constructor(
    { codes, texts }: Extract<TypedColumn, { kind: 'text' }>,
    known: readonly string[],
    rows: number,
    column: string,
  ) {
    const place = placesOf(known);
    this.codes = codes;
    this.numbers = Int32Array.from(unpacked(texts), (text) => {
      const number = place.get(text);
      if (number === undefined) throw new RangeError(`${column}: unknown text ${JSON.stringify(text)}`);
      return number;
    });
    this.chunk = known.length <= 0xff ? new Uint8Array(rows) : new Uint16Array(rows);
  }

  between(from: number, to: number, gaps: { add(row: number): void }) {
    const { codes, numbers, chunk } = this;
    for (let row = from; row < to; row++) {
      const code = codes[row] as number;
      if (code < 0) gaps.add(row - from);
      else chunk[row - from] = numbers[code] as number;
    }
    return chunk.subarray(0, to - from);
  }
}
