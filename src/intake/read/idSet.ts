import { TextPack } from '../../domain/typedRows';

/** A row of a file. */
export interface IdPlace {
  sheet: number;
  row: number;
}

/** A row that bore an id before, or one that differs from it in capitals alone. */
export interface IdTwin extends IdPlace {
  isSame: boolean;
}

/** Bytes with capitals as small letters. */
const SMALL = Uint8Array.from({ length: 256 }, (_, b) => (b >= 65 && b <= 90 ? b + 32 : b));

/** What has ids by row. */
export interface Ids {
  /** Puts the id of a row into a pack. */
  put(row: number, into: TextPack): void;
}

/** The ids of a file's rows, each with the first row that bears it. A million take about 50 MB. */
export class IdSet {
  private readonly ids = new TextPack();
  private hashes = new Int32Array(1 << 10);
  private sheets = new Int32Array(1 << 10);
  private rows = new Int32Array(1 << 10);
  /** Number of the id plus one, by its hash; 0 where none. */
  private slots = new Int32Array(1 << 11);

  /** Ids came in rising order so far: each is new, and none need be looked up. */
  private rising = true;

  /**
   * Notes the id of row `r` of those at hand. @returns the row that bore it first, else one that bore it in other capitals; null
   * where there is none
   * @param row as the sheet numbers it
   */
  add(from: Ids, r: number, sheet: number, row: number): IdTwin | null {
    const n = this.ids.size;
    from.put(r, this.ids);
    if (n === this.rows.length) this.makeRoom();
    this.sheets[n] = sheet;
    this.rows[n] = row;
    if (this.rising) {
      if (this.isAboveLast(n)) return null;
      this.rising = false;
      this.rehash(n);
    }
    const hash = this.hashOf(n);
    const mask = this.slots.length - 1;
    let slot = slotOf(hash, mask);
    let alike = -1;
    for (let k = this.slots[slot] as number; k !== 0; k = this.slots[slot] as number) {
      if (this.hashes[k - 1] === hash) {
        if (this.isSame(k - 1, n)) {
          this.ids.pop();
          return this.twin(k - 1, true);
        }
        if (alike < 0 && this.isAlike(k - 1, n)) alike = k - 1;
      }
      slot = (slot + 1) & mask;
    }
    this.hashes[n] = hash;
    this.slots[slot] = n + 1;
    if (n * 2 > this.slots.length) this.rehash(n + 1);
    return alike < 0 ? null : this.twin(alike, false);
  }

  private twin(k: number, isSame: boolean): IdTwin {
    return { sheet: this.sheets[k] as number, row: this.rows[k] as number, isSame };
  }

  /** Longer than the id before, or as long and of higher bytes, capitals aside: an order in which numbers rise. */
  private isAboveLast(n: number): boolean {
    if (n === 0) return true;
    const { bytes, offsets } = this.ids;
    const start = offsets[n - 1] as number;
    const from = offsets[n] as number;
    const end = offsets[n + 1] as number;
    const longer = end - from - (from - start);
    if (longer !== 0) return longer > 0;
    for (let i = 0; from + i < end; i++) {
      const difference = (SMALL[bytes[from + i] as number] as number) - (SMALL[bytes[start + i] as number] as number);
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  private hashOf(n: number): number {
    const { bytes, offsets } = this.ids;
    const end = offsets[n + 1] as number;
    let hash = 0;
    for (let i = offsets[n] as number; i < end; i++)
      hash = Math.imul(hash ^ (SMALL[bytes[i] as number] as number), 0x01000193) ^ (hash >>> 15);
    return hash;
  }

  private isAlike(a: number, b: number): boolean {
    const { bytes, offsets } = this.ids;
    const start = offsets[a] as number;
    const from = offsets[b] as number;
    const length = (offsets[b + 1] as number) - from;
    if ((offsets[a + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++)
      if (SMALL[bytes[start + i] as number] !== SMALL[bytes[from + i] as number]) return false;
    return true;
  }

  private isSame(a: number, b: number): boolean {
    const { bytes, offsets } = this.ids;
    const start = offsets[a] as number;
    const from = offsets[b] as number;
    const length = (offsets[b + 1] as number) - from;
    if ((offsets[a + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (bytes[start + i] !== bytes[from + i]) return false;
    return true;
  }

  private makeRoom(): void {
    this.hashes = grown(this.hashes);
    this.sheets = grown(this.sheets);
    this.rows = grown(this.rows);
  }

  /** Makes the table of the first ids anew, twice as long as it has to be at least. */
  private rehash(size: number): void {
    let length = this.slots.length;
    while (length < size * 4) length *= 2;
    const slots = new Int32Array(length);
    const mask = length - 1;
    for (let n = 0; n < size; n++) {
      const hash = this.hashOf(n);
      this.hashes[n] = hash;
      let slot = slotOf(hash, mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = n + 1;
    }
    this.slots = slots;
  }
}

const slotOf = (hash: number, mask: number): number => (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}
