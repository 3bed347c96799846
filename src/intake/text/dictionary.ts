import { noText } from '../../domain/reading/noText';
import type { RawTexts, Texts } from '../sheet';

/** A column of all-different texts begins a new list behind so many texts or bytes, at its next batch. */
const MANY_TEXTS = 50_000;
const MANY_BYTES = 16 * 1024 * 1024;
/** From so many texts on it is told whether nearly all are different: then the next list looks up none. */
const TELLING = 16_384;
/** Texts of a list that looks up none, until one is tried that does. */
const NOT_LOOKED_UP = 200_000;
/** Texts that are made strings at once. */
const BLOCK = 64;

/** Turns the bytes of texts into strings. */
export class TextReader {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly decoder: TextDecoder;

  constructor(label: 'utf-8' | 'gb18030') {
    this.decoder = label === 'utf-8' ? this.utf8 : new TextDecoder(label, { fatal: true, ignoreBOM: true });
  }

  /** Null where the bytes are none of the encoding. */
  read(bytes: Uint8Array): string | null {
    try {
      return (this.decoder !== this.utf8 && isAscii(bytes) ? this.utf8 : this.decoder).decode(bytes);
    } catch {
      return null;
    }
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return false;
  return true;
}

/** Bytes of a text that are compared as three words, without a loop: most cells have no more. */
const WORDS = 12;
/** Room that must follow the last text that is looked up: the three words are read whole. */
export const LOOK_AHEAD = WORDS;
/** By the length of a text up to `WORDS`: the bits of its first, second and third word. */
const [FIRST, SECOND, THIRD] = [0, 4, 8].map((from) =>
  Int32Array.from({ length: WORDS + 1 }, (_, n) => (n >= from + 4 ? -1 : (1 << (8 * Math.max(0, n - from))) - 1)),
) as [Int32Array, Int32Array, Int32Array];

/** No file can be made beforehand whose texts all fall on one place of a dictionary. */
const SEED = (Math.random() * 0x100000000) | 0;

function mixed(a: number, b: number, c: number, length: number): number {
  let hash = Math.imul(c ^ length ^ SEED, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15) ^ a, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/**
 * The distinct texts of a column as bytes, found by open addressing: no string is made of a cell, and of a text only when
 * someone asks. Bytes are compared, not hashes alone. Where nearly all texts are different, looking them up is of no use.
 */
export class Dictionary implements Texts {
  size = 1;
  /** Number of a text; 0 is a free place, since the blank text is never looked up. */
  private slots = FREE;
  /** By number: three words and the length. The third one of a longer text is a hash of all behind the second. */
  private keys = NONE;
  /** The texts one behind the other, a NUL after each; text `id` lies from `starts[id]` to before that NUL. */
  private arena = BLANK;
  private starts = ONE;
  /** The texts that someone asked for, and their neighbours. */
  private readonly strings: string[][] = [];

  /** Cells so far, blank ones included. */
  private cells = 0;

  /** @param looksUp a text that comes again gets its number again; else each cell has a number of its own */
  constructor(
    private readonly reader: TextReader,
    private readonly looksUp = true,
  ) {}

  /** Number of the text in `bytes` from … to, which is not blank. At least `LOOK_AHEAD` bytes follow it. */
  idOf(bytes: DataView, from: number, to: number): number {
    if (!this.looksUp) return this.keep(bytes, from, to);
    const length = to - from;
    const a = bytes.getInt32(from, true);
    const b = bytes.getInt32(from + 4, true);
    if (length > WORDS) return this.longIdOf(bytes, from, to, a, b);
    const c = bytes.getInt32(from + 8, true) & (THIRD[length] as number);
    return this.shortIdOf(bytes, from, a & (FIRST[length] as number), b & (SECOND[length] as number), c, length);
  }

  /** Small enough to become a part of the loop over the cells. */
  private shortIdOf(bytes: DataView, from: number, a: number, b: number, c: number, length: number): number {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    for (let slot = mixed(a, b, c, length) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot] as number;
      if (id === 0) return this.add(bytes, from, a, b, c, length, slot);
      const key = 4 * id;
      if (keys[key] === a && keys[key + 1] === b && keys[key + 2] === c && keys[key + 3] === length) return id;
    }
  }

  private longIdOf(bytes: DataView, from: number, to: number, a: number, b: number): number {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    const length = to - from;
    const c = hashOf(bytes, from + 8, to);
    for (let slot = mixed(a, b, c, length) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot] as number;
      if (id === 0) return this.add(bytes, from, a, b, c, length, slot);
      const key = 4 * id;
      if (
        keys[key] === a &&
        keys[key + 1] === b &&
        keys[key + 2] === c &&
        keys[key + 3] === length &&
        this.isSame(id, bytes, from, to)
      )
        return id;
    }
  }

  /** Whether text `id` is the one from … to, behind the two words that are known to be alike. */
  private isSame(id: number, bytes: DataView, from: number, to: number): boolean {
    const { arena } = this;
    let at = (this.starts[id] as number) + 8;
    for (let i = from + 8; i < to; i++, at++) if (bytes.getUint8(i) !== arena[at]) return false;
    return true;
  }

  private add(bytes: DataView, from: number, a: number, b: number, c: number, length: number, slot: number): number {
    const grows = 2 * this.size >= this.slots.length;
    if (grows) this.grow();
    const key = 4 * this.size;
    this.keys[key] = a;
    this.keys[key + 1] = b;
    this.keys[key + 2] = c;
    this.keys[key + 3] = length;
    this.slots[grows ? this.freeSlot(this.size) : slot] = this.size;
    return this.keep(bytes, from, from + length);
  }

  /** Puts a text behind the others. @returns its number */
  private keep(bytes: DataView, from: number, to: number): number {
    const id = this.size++;
    if (id + 1 >= this.starts.length) this.starts = longer(this.starts, 8);
    const { starts } = this;
    const start = starts[id] as number;
    const end = start + to - from;
    if (end >= this.arena.length) this.arena = longer(this.arena, end + 1);
    const { arena } = this;
    for (let i = from, at = start; i < to; i++, at++) arena[at] = bytes.getUint8(i);
    arena[end] = 0;
    starts[id + 1] = end + 1;
    return id;
  }

  private freeSlot(id: number): number {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    const [a, b, c, length] = [keys[4 * id], keys[4 * id + 1], keys[4 * id + 2], keys[4 * id + 3]] as number[];
    let slot = mixed(a as number, b as number, c as number, length as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const capacity = Math.max(16, 2 * this.slots.length);
    this.slots = new Int32Array(capacity);
    this.keys = longer(this.keys, 2 * capacity + 4);
    for (let id = 1; id < this.size; id++) this.slots[this.freeSlot(id)] = id;
  }

  /** The list for the rows behind `rows` more: another one where this one has come to its end. Its texts stay readable. */
  behind(rows: number): Dictionary {
    this.cells += rows;
    const differ = this.looksUp && this.size > TELLING && this.size * 8 > this.cells * 7;
    const most = this.looksUp ? MANY_TEXTS : NOT_LOOKED_UP;
    if (!differ && this.size <= most && (this.starts[this.size] ?? 0) <= MANY_BYTES) return this;
    const next = new Dictionary(this.reader, !differ);
    next.slots = this.slots.fill(0);
    next.keys = this.keys;
    next.starts = longer(ONE, this.starts.length);
    next.arena = new Uint8Array(Math.min(this.arena.length, MANY_BYTES));
    this.slots = FREE;
    this.keys = NONE;
    return next;
  }

  get raw(): RawTexts {
    return { bytes: this.arena, starts: this.starts };
  }

  /** Its neighbours are read with it: a call of the decoder costs more than most texts. */
  text(id: number): string {
    const block = Math.floor(id / BLOCK);
    const strings = this.strings[block];
    if (strings && id % BLOCK < strings.length) return strings[id % BLOCK] as string;
    this.strings[block] = this.read(block * BLOCK, Math.min((block + 1) * BLOCK, this.size));
    return this.text(id);
  }

  /** The texts from … to. */
  private read(from: number, to: number): string[] {
    const { starts, arena } = this;
    const texts = this.reader.read(arena.subarray(starts[from], (starts[to] as number) - 1))?.split('\0');
    if (texts?.length === to - from) return texts;
    // Some text among them is none, or holds a NUL.
    return Array.from({ length: to - from }, (_, i) => {
      const bytes = arena.subarray(starts[from + i], (starts[from + i + 1] as number) - 1);
      const text = bytes.includes(0) ? null : this.reader.read(bytes);
      return text ?? noText(bytes);
    });
  }
}

/** A hash of the bytes from … to. */
function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = SEED;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    hash = Math.imul(hash ^ bytes.getInt32(i, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; i < to; i++) hash = Math.imul(hash ^ bytes.getUint8(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Of a length, or twice as long where that is more. */
function longer<T extends Int32Array | Uint8Array>(array: T, length: number): T {
  const more = new (array.constructor as new (length: number) => T)(Math.max(2 * array.length, length));
  more.set(array);
  return more;
}

const NONE = new Int32Array(0);
const FREE = new Int32Array(1);
/** The blank text alone. */
const BLANK = new Uint8Array(1);
const ONE = Int32Array.of(0, 1);
