import type { Texts } from '../sheet';

/** From here on a column goes on with a new list: few columns have so many texts that come again. */
const LONGEST = 32_768;
const FIRST_SLOTS = 1024;
/** Bytes kept of the keys of one list, twice at most. */
const LARGEST_STORE = 32 * 2 ** 20;

class TextList implements Texts {
  readonly all = [''];

  get size(): number {
    return this.all.length;
  }

  text(id: number): string {
    return this.all[id] as string;
  }
}

/**
 * The distinct texts of a column, found by what stands for them in the file: a text is made of that once. Hash tables of
 * plain arrays; a `Map` of strings takes five times as long where most texts are different.
 */
abstract class KeyedTexts {
  /** The list at hand. */
  texts = new TextList();
  /** By slot: the ordinal of a key + 1; 0 for a free slot. */
  protected slots = new Int32Array(FIRST_SLOTS);
  /** By the ordinal of a key: its hash and the number of its text. */
  protected hashes = new Int32Array(FIRST_SLOTS / 2);
  protected ids = new Int32Array(FIRST_SLOTS / 2);
  protected keys = 0;
  /** Where the key that was not found belongs, and its hash. */
  protected slot = 0;
  protected hash = 0;

  get full(): boolean {
    return this.keys >= LONGEST;
  }

  /** Begins a new list. */
  begin(): void {
    this.texts = new TextList();
    this.slots.fill(0);
    this.keys = 0;
  }

  /** Notes the text of the key that `find` has just not found. @returns its number */
  add(text: string): number {
    const id = text === '' ? 0 : this.texts.all.push(text) - 1;
    this.hashes[this.keys] = this.hash;
    this.ids[this.keys] = id;
    this.slots[this.slot] = ++this.keys;
    if (this.keys === this.ids.length) this.grow();
    return id;
  }

  protected grow(): void {
    this.hashes = longer(this.hashes);
    this.ids = longer(this.ids);
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let key = 0; key < this.keys; key++) {
      let slot = (this.hashes[key] as number) & mask;
      while (this.slots[slot]) slot = (slot + 1) & mask;
      this.slots[slot] = key + 1;
    }
  }
}

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2);
  twice.set(array);
  return twice;
}

/** Texts of values of one word or two of 32 bits. */
export class WordTexts extends KeyedTexts {
  private low = new Int32Array(FIRST_SLOTS / 2);
  private high = new Int32Array(FIRST_SLOTS / 2);

  /** Number of the text of a value; -1 where it is not known yet. */
  find(low: number, high: number): number {
    let hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let key = this.slots[slot] as number; key > 0; key = this.slots[slot] as number) {
      if (this.low[key - 1] === low && this.high[key - 1] === high) return this.ids[key - 1] as number;
      slot = (slot + 1) & mask;
    }
    this.low[this.keys] = low;
    this.high[this.keys] = high;
    this.slot = slot;
    this.hash = hash;
    return -1;
  }

  protected override grow(): void {
    super.grow();
    this.low = longer(this.low);
    this.high = longer(this.high);
  }
}

/** Texts of cells that are bytes. */
export class ByteTexts extends KeyedTexts {
  private store = new Uint8Array(FIRST_SLOTS * 8);
  private ends = new Int32Array(FIRST_SLOTS / 2);

  override get full(): boolean {
    return super.full || (this.keys > 0 && (this.ends[this.keys - 1] as number) > LARGEST_STORE);
  }

  /** Number of the text of the bytes `from` … `to` - 1; -1 where it is not known yet. */
  find(bytes: Uint8Array, from: number, to: number): number {
    if (from === to) return 0;
    const hash = hashOf(bytes, from, to);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let key = this.slots[slot] as number; key > 0; key = this.slots[slot] as number) {
      if (this.hashes[key - 1] === hash && this.same(key - 1, bytes, from, to)) return this.ids[key - 1] as number;
      slot = (slot + 1) & mask;
    }
    this.keep(bytes, from, to);
    this.slot = slot;
    this.hash = hash;
    return -1;
  }

  private same(key: number, bytes: Uint8Array, from: number, to: number): boolean {
    let at = key === 0 ? 0 : (this.ends[key - 1] as number);
    if ((this.ends[key] as number) - at !== to - from) return false;
    for (let i = from; i < to; i++) if (bytes[i] !== this.store[at++]) return false;
    return true;
  }

  private keep(bytes: Uint8Array, from: number, to: number): void {
    let at = this.keys === 0 ? 0 : (this.ends[this.keys - 1] as number);
    const end = at + to - from;
    if (end > this.store.length) {
      const more = new Uint8Array(Math.max(end, this.store.length * 2));
      more.set(this.store.subarray(0, at));
      this.store = more;
    }
    for (let i = from; i < to; i++) this.store[at++] = bytes[i] as number;
    this.ends[this.keys] = end;
  }

  protected override grow(): void {
    super.grow();
    this.ends = longer(this.ends);
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const word =
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** A list of one text beside the blank one: number 1. */
export const oneText = (text: string): Texts => ({ size: 2, text: (id) => (id === 0 ? '' : text) });

/** The two texts of a column of yes and no: numbers 1 and 2. */
export const twoTexts = (first: string, second: string): Texts => ({
  size: 3,
  text: (id) => ['', first, second][id] as string,
});
