import { writeText } from '../../domain/typedRows';

/** A row of a file. */
export interface Place {
  sheet: number;
  row: number;
}

/** The ids of a file's rows, each with the first row that bears it. A million take about 50 MB. */
export class IdSet {
  private size = 0;
  private used = 0;
  private bytes = new Uint8Array(1 << 16);
  /** Where each id's bytes begin; one more than ids. */
  private starts = new Int32Array(1 << 10);
  private hashes = new Int32Array(1 << 10);
  private sheets = new Int32Array(1 << 10);
  private rows = new Int32Array(1 << 10);
  /** Number of the id plus one, by its hash; 0 where none. */
  private slots = new Int32Array(1 << 11);

  /** Ids came in rising order so far: each is new, and none need be looked up. */
  private rising = true;

  /** Notes an id. @returns the row that bore it first; null where this is the first */
  add(id: string, sheet: number, row: number): Place | null {
    if (this.used + id.length * 3 > this.bytes.length) this.bytes = grown(this.bytes, id.length * 3);
    const from = this.used;
    const end = from + writeText(id, this.bytes, from);
    if (this.rising) {
      if (this.isAboveLast(from, end)) return this.put(end, sheet, row);
      this.rising = false;
      this.rehash();
    }
    const hash = this.hashOf(from, end);
    const mask = this.slots.length - 1;
    let slot = slotOf(hash, mask);
    for (let n = this.slots[slot] as number; n !== 0; n = this.slots[slot] as number) {
      if (this.hashes[n - 1] === hash && this.isSame(n - 1, from, end))
        return { sheet: this.sheets[n - 1] as number, row: this.rows[n - 1] as number };
      slot = (slot + 1) & mask;
    }
    this.put(end, sheet, row);
    this.hashes[this.size - 1] = hash;
    this.slots[slot] = this.size;
    if (this.size * 2 > this.slots.length) this.rehash();
    return null;
  }

  /** Keeps the id whose bytes end here. */
  private put(end: number, sheet: number, row: number): null {
    if (this.size + 1 >= this.starts.length) this.makeRoom();
    this.sheets[this.size] = sheet;
    this.rows[this.size] = row;
    this.starts[++this.size] = end;
    this.used = end;
    return null;
  }

  /** Longer than the last id, or as long and of higher bytes: an order in which numbers rise. */
  private isAboveLast(from: number, end: number): boolean {
    if (this.size === 0) return true;
    const start = this.starts[this.size - 1] as number;
    const longer = end - from - (from - start);
    if (longer !== 0) return longer > 0;
    for (let i = 0; from + i < end; i++) {
      const difference = (this.bytes[from + i] as number) - (this.bytes[start + i] as number);
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  private hashOf(from: number, end: number): number {
    let hash = 0;
    for (let i = from; i < end; i++) hash = Math.imul(hash ^ (this.bytes[i] as number), 0x01000193) ^ (hash >>> 15);
    return hash;
  }

  private isSame(n: number, from: number, end: number): boolean {
    const start = this.starts[n] as number;
    if ((this.starts[n + 1] as number) - start !== end - from) return false;
    for (let i = 0; i < end - from; i++) if (this.bytes[start + i] !== this.bytes[from + i]) return false;
    return true;
  }

  private makeRoom(): void {
    this.starts = grown(this.starts, 0);
    this.hashes = grown(this.hashes, 0);
    this.sheets = grown(this.sheets, 0);
    this.rows = grown(this.rows, 0);
  }

  /** Makes the table anew, twice as long as it has to be at least. */
  private rehash(): void {
    let length = this.slots.length;
    while (length < this.size * 4) length *= 2;
    const slots = new Int32Array(length);
    const mask = length - 1;
    for (let n = 0; n < this.size; n++) {
      const hash = this.hashOf(this.starts[n] as number, this.starts[n + 1] as number);
      this.hashes[n] = hash;
      let slot = slotOf(hash, mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = n + 1;
    }
    this.slots = slots;
  }
}

const slotOf = (hash: number, mask: number): number => (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;

/** Twice as long, and at least so much longer. */
function grown<T extends Int32Array | Uint8Array>(array: T, more: number): T {
  const longer = new (array.constructor as new (length: number) => T)(Math.max(array.length * 2, array.length + more));
  longer.set(array);
  return longer;
}
