import { noText } from '../../domain/reading/noText';
import type { RawTexts, Texts } from '../sheet';

/** A column of all-different texts begins a new list behind so many texts or bytes, at its next batch. */
const MANY_TEXTS = 50_000;
const MANY_BYTES = 16 * 1024 * 1024;
/** Texts that are made strings at once. */
const BLOCK = 64;
const PRIME = 0x01000193;

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

/** One round of the hash: a reader that looks at each byte anyway hashes on its way. */
export const hashByte = (hash: number, byte: number): number => Math.imul(hash ^ byte, PRIME);

/**
 * The distinct texts of a column as bytes, found by open addressing: no string is made of a cell, and of a text only when
 * someone asks. Bytes are compared, not hashes alone.
 */
export class Dictionary implements Texts {
  size = 1;
  /** Hash and number of a text by turns; number 0 is a free place, since the blank text is never looked up. */
  private places = NONE;
  private mask = -1;
  /** The texts one behind the other, a NUL after each; text `id` lies from `starts[id]` to before that NUL. */
  private arena = BLANK;
  private starts = ONE;
  /** The texts that someone asked for, and their neighbours. */
  private readonly strings: string[][] = [];

  constructor(private readonly reader: TextReader) {}

  /** Number of the text in `bytes` from … to, which is not blank, with the hash over its bytes. */
  idOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { places, mask, starts, arena } = this;
    if (mask >= 0) {
      for (let place = (hash ^ (hash >>> 15)) & mask; ; place = (place + 1) & mask) {
        const id = places[2 * place + 1] as number;
        if (id === 0) break;
        if (places[2 * place] !== hash) continue;
        let at = starts[id] as number;
        if ((starts[id + 1] as number) - at - 1 !== to - from) continue;
        let i = from;
        while (i < to && bytes[i] === arena[at]) {
          i++;
          at++;
        }
        if (i === to) return id;
      }
    }
    return this.add(bytes, from, to, hash);
  }

  private add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const id = this.size;
    if (id * 2 > this.mask) this.grow();
    const start = this.starts[id] as number;
    const end = start + to - from;
    if (end >= this.arena.length) {
      const arena = new Uint8Array(Math.max(2 * this.arena.length, end + 1, 64));
      arena.set(this.arena);
      this.arena = arena;
    }
    const { arena, places, mask } = this;
    if (to - from < 64) for (let i = from, at = start; i < to; i++, at++) arena[at] = bytes[i] as number;
    else arena.set(bytes.subarray(from, to), start);
    arena[end] = 0;
    this.starts[id + 1] = end + 1;
    let place = (hash ^ (hash >>> 15)) & mask;
    while (places[2 * place + 1] !== 0) place = (place + 1) & mask;
    places[2 * place] = hash;
    places[2 * place + 1] = id;
    this.size = id + 1;
    return id;
  }

  private grow(): void {
    const capacity = Math.max(16, 2 * (this.mask + 1));
    const old = this.places;
    const places = new Int32Array(2 * capacity);
    const mask = capacity - 1;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      const hash = old[i] as number;
      let place = (hash ^ (hash >>> 15)) & mask;
      while (places[2 * place + 1] !== 0) place = (place + 1) & mask;
      places[2 * place] = hash;
      places[2 * place + 1] = old[i + 1] as number;
    }
    const starts = new Int32Array(capacity / 2 + 2);
    starts.set(this.starts);
    this.starts = starts;
    this.places = places;
    this.mask = mask;
  }

  get isFull(): boolean {
    return this.size > MANY_TEXTS || (this.starts[this.size] ?? 0) > MANY_BYTES;
  }

  /** An empty list with as much room. In this one nothing more is looked up; its texts stay readable. */
  next(): Dictionary {
    const next = new Dictionary(this.reader);
    next.places = this.places.fill(0);
    next.mask = this.mask;
    next.starts = new Int32Array(this.starts.length);
    next.starts.set(ONE);
    next.arena = new Uint8Array(Math.min(this.arena.length, MANY_BYTES));
    this.places = NONE;
    this.mask = -1;
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

const NONE = new Int32Array(0);
/** The blank text alone. */
const BLANK = new Uint8Array(1);
const ONE = Int32Array.of(0, 1);
