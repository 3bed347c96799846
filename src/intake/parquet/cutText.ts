import type { Data } from 'apache-arrow';
import { utf8Of } from './byteText';

/** Cells in UTF-8, decoded in one piece: a call for each would take most of the time. */
export class CutText {
  private constructor(
    private readonly all: string,
    private readonly first: number,
    /** Where each cell begins in the text; the last, where it ends. */
    private readonly at: Int32Array,
  ) {}

  /** Of rows `first` … `end` - 1; null where not all of them are UTF-8. */
  static of({ values, valueOffsets }: Data, first: number, end: number): CutText | null {
    if (!valueOffsets) return null;
    const bytes = values as Uint8Array;
    const start = valueOffsets[first] as number;
    const all = utf8Of(bytes.subarray(start, valueOffsets[end]));
    if (all === null) return null;
    const at = new Int32Array(end - first + 1);
    const ascii = all.length === (valueOffsets[end] as number) - start;
    let units = 0;
    for (let row = first; row < end; row++) {
      const [from, to] = [valueOffsets[row] as number, valueOffsets[row + 1] as number];
      at[row - first] = units;
      if (ascii) units += to - from;
      // A character that began in the cell before: neither cell is UTF-8.
      else if (from < to && ((bytes[from] as number) & 0xc0) === 0x80) return null;
      else for (let i = from; i < to; i++) units += unitsOf(bytes[i] as number);
    }
    at[end - first] = units;
    return new CutText(all, first, at);
  }

  text(row: number): string {
    return this.all.slice(this.at[row - this.first], this.at[row - this.first + 1]);
  }
}

/** UTF-16 units of the character that begins with the byte; 0 within a character. */
const unitsOf = (byte: number): number => ((byte & 0xc0) === 0x80 ? 0 : byte < 0xf0 ? 1 : 2);
