import type { Data } from 'apache-arrow';
import type { Texts } from '../sheet';
import { Dictionary, LOOK_AHEAD, TextReader } from '../text/dictionary';
import { unmarkedText } from './byteText';
import type { FileColumn } from './footer';
import { ByteTexts, oneText, twoTexts, WordTexts } from './keyedTexts';
import { PHYSICAL } from './kinds';
import {
  booleanText,
  dayText,
  decimalText,
  doubleText,
  floatText,
  int96Text,
  unitsText,
  uuidText,
  wholeOf,
} from './valueText';

type Bytes = Uint8Array;

/** Turns the cells of one column into numbers of texts. */
export interface ColumnReader {
  readonly texts: Texts;
  /** Before each batch: begins a new list where the old one has grown long. */
  beginBatch(): void;
  /** Numbers of the texts of rows `from` … `to` - 1. */
  read(data: Data, from: number, to: number): Int32Array;
}

const bitAt = (bits: Bytes, i: number): boolean => ((bits[i >> 3] as number) & (1 << (i & 7))) !== 0;

/** The bits that say which cells are not gaps; null where none is. What stands in the place of a gap is anything. */
function validOf(data: Data): Bytes | null {
  const bits = data.nullBitmap as Bytes | undefined;
  return data.nullCount > 0 && bits?.length ? bits : null;
}

const booleans: ColumnReader = {
  texts: twoTexts(booleanText(true), booleanText(false)),
  beginBatch() {},
  read(data, from, to) {
    const ids = new Int32Array(to - from);
    const valid = validOf(data);
    for (let i = 0; i < ids.length; i++)
      if (!valid || bitAt(valid, from + i)) ids[i] = bitAt(data.values as Bytes, from + i) ? 1 : 2;
    return ids;
  },
};

const gaps: ColumnReader = {
  texts: oneText(''),
  beginBatch() {},
  read: (_, from, to) => new Int32Array(to - from),
};

/** Values of 32 or 64 bits. */
class WordReader implements ColumnReader {
  private readonly known = new WordTexts();

  constructor(private readonly textOf: (value: number | bigint) => string) {}

  get texts(): Texts {
    return this.known.texts;
  }

  beginBatch(): void {
    if (this.known.full) this.known.begin();
  }

  read(data: Data, from: number, to: number): Int32Array {
    const ids = new Int32Array(to - from);
    const { known } = this;
    const valid = validOf(data);
    const values = data.values as Int32Array | Float32Array | Float64Array | BigInt64Array;
    const words = values.BYTES_PER_ELEMENT / 4;
    const all = new Int32Array(values.buffer, values.byteOffset, values.length * words);
    for (let i = 0, at = from * words; i < ids.length; i++, at += words) {
      if (valid && !bitAt(valid, from + i)) continue;
      const id = known.find(all[at] as number, words === 2 ? (all[at + 1] as number) : 0);
      ids[i] = id < 0 ? known.add(this.textOf(values[from + i] as number | bigint)) : id;
    }
    return ids;
  }
}

/** Cells that are bytes: of a fixed length, of any, or by a dictionary. */
abstract class BytesReader implements ColumnReader {
  /** The dictionary at hand, and the numbers of its entries' texts; -1 where not asked for yet. */
  private dictionary: { of: Data; ids: Int32Array } | null = null;

  abstract readonly texts: Texts;
  abstract beginBatch(): void;
  /** Tells the numbers of the texts of cells `from` … `to` - 1 that are no gaps. */
  protected abstract idsOf(data: Data, from: number, to: number): (row: number) => number;

  /** A new list was begun. */
  protected forget(): void {
    this.dictionary?.ids.fill(-1);
  }

  read(data: Data, from: number, to: number): Int32Array {
    const ids = new Int32Array(to - from);
    const valid = validOf(data);
    const entries = data.dictionary?.data[0];
    if (entries) this.byDictionary(entries, data.values as Int32Array, valid, from, ids);
    else {
      const idOf = this.idsOf(data, from, to);
      for (let i = 0; i < ids.length; i++) if (!valid || bitAt(valid, from + i)) ids[i] = idOf(from + i);
    }
    return ids;
  }

  private byDictionary(entries: Data, keys: Int32Array, valid: Bytes | null, from: number, ids: Int32Array): void {
    if (this.dictionary?.of !== entries)
      this.dictionary = { of: entries, ids: new Int32Array(entries.length).fill(-1) };
    const idOf = this.idsOf(entries, 0, entries.length);
    const { ids: known } = this.dictionary;
    for (let i = 0; i < ids.length; i++) {
      if (valid && !bitAt(valid, from + i)) continue;
      const key = keys[from + i] as number;
      let id = known[key] as number;
      if (id < 0) {
        id = idOf(key);
        known[key] = id;
      }
      ids[i] = id;
    }
  }
}

/** Texts in UTF-8: they stay bytes, as those of a text file do. */
class Utf8Reader extends BytesReader {
  texts = new Dictionary(new TextReader('utf-8'));
  /** Of the batch before. */
  private rows = 0;

  beginBatch(): void {
    const { texts } = this;
    this.texts = texts.behind(this.rows);
    this.rows = 0;
    if (this.texts !== texts) this.forget();
  }

  override read(data: Data, from: number, to: number): Int32Array {
    this.rows += to - from;
    return super.read(data, from, to);
  }

  protected idsOf(data: Data, from: number, to: number): (row: number) => number {
    const { texts } = this;
    const { valueOffsets } = data;
    const bytes = wordsOf(data.values as Bytes, valueOffsets[from] as number, valueOffsets[to] as number);
    const first = valueOffsets[from] as number;
    return (row) => {
      const start = (valueOffsets[row] as number) - first;
      const end = (valueOffsets[row + 1] as number) - first;
      return start === end ? 0 : texts.idOf(bytes, start, end);
    };
  }
}

/** Bytes from … to, to be read by words: what follows them is read too, and moved to where something does if nothing does. */
function wordsOf(bytes: Bytes, from: number, to: number): DataView {
  const { buffer, byteOffset } = bytes;
  if (byteOffset + to + LOOK_AHEAD <= buffer.byteLength) return new DataView(buffer, byteOffset + from);
  const moved = new Uint8Array(to - from + LOOK_AHEAD);
  moved.set(bytes.subarray(from, to));
  return new DataView(moved.buffer);
}

/** Cells of bytes that mean a text. */
class MeaningReader extends BytesReader {
  private readonly known = new ByteTexts();

  constructor(private readonly textOf: (bytes: Bytes) => string) {
    super();
  }

  get texts(): Texts {
    return this.known.texts;
  }

  beginBatch(): void {
    if (!this.known.full) return;
    this.known.begin();
    this.forget();
  }

  protected idsOf({ values, valueOffsets, stride }: Data): (row: number) => number {
    const { known, textOf } = this;
    const bytes = values as Bytes;
    return (row) => {
      const from = valueOffsets ? (valueOffsets[row] as number) : row * stride;
      const to = valueOffsets ? (valueOffsets[row + 1] as number) : from + stride;
      const id = known.find(bytes, from, to);
      return id < 0 ? known.add(textOf(bytes.subarray(from, to))) : id;
    };
  }
}

/** @param gbFirst columns of bytes are GB18030 */
export function readerOf({ kind, physical }: FileColumn, gbFirst: boolean): ColumnReader | null {
  switch (kind.is) {
    case 'unreadable':
      return null;
    case 'gaps':
      return gaps;
    case 'boolean':
      return booleans;
    case 'whole':
      if (!kind.unsigned) return new WordReader(String);
      return new WordReader((n) => String(typeof n === 'bigint' ? BigInt.asUintN(64, n) : n >>> 0));
    case 'decimal':
      if (physical === PHYSICAL.int32 || physical === PHYSICAL.int64)
        return new WordReader((n) => decimalText(n, kind.scale));
      return new MeaningReader((bytes) => decimalText(wholeOf(bytes), kind.scale));
    case 'float':
      return new WordReader((n) => floatText(n as number));
    case 'double':
      return new WordReader((n) => doubleText(n as number));
    case 'date':
      return new WordReader((n) => dayText(n as number));
    case 'time':
      return new WordReader((n) => unitsText(n as bigint, kind.places, kind.instant));
    case 'int96':
      return new MeaningReader(int96Text);
    case 'uuid':
      return new MeaningReader(uuidText);
    case 'text':
      return new Utf8Reader();
    case 'bytes':
      return new MeaningReader((bytes) => unmarkedText(bytes, gbFirst));
  }
}
