import { FileRefused } from '../../domain/problems';
import type { Batches } from './batches';
import { LOOK_AHEAD } from './dictionary';
import { behindBlanks, behindReturns, MORE, OpenQuote, QuotedCell, type Window } from './quoted';
import {
  DELIMITER,
  NEWLINE,
  OPENING,
  PLAIN,
  QUOTE,
  RETURN,
  STRAY,
  type Syntax,
  standsAt,
  stepAt,
  wideEndAt,
} from './syntax';

/** A cell longer than this is none: a quote that was never closed, or a file of another form. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Line ends behind the bytes stop every loop that looks at one byte after the other, and every look ahead. */
const PAD = LOOK_AHEAD;
/** The lowest bit and the highest of each of the four bytes of a word. */
const ONES = 0x01010101;
const HIGHS = 0x80808080 | 0;

/** Cuts bytes into cells and rows. Where bytes end within a cell, that cell is read anew with more of them. */
export class Records {
  private readonly window: Window = { bytes: new Uint8Array(PAD).fill(0x0a), end: 0, last: false };
  /** The same bytes, to be read by words. */
  private words = new DataView(this.window.bytes.buffer);
  private at = 0;
  /** Cells of the rows not yet taken, and of the row now read. */
  private count = 0;
  private column = 0;
  /** All returns before this place are line ends of their own: no newline follows the last of them. */
  private returnsUntil = 0;
  private readonly quoted: QuotedCell;
  /** A quote opens and nothing closes it. */
  open = false;
  /** The last row had no line end, but so many cells. */
  unended: number | null = null;

  /** @param usual cells of the usual row, by which rows swallowed by a quote are told */
  constructor(
    private readonly syntax: Syntax,
    private readonly batches: Batches,
    usual: number,
  ) {
    this.quoted = new QuotedCell(syntax, usual);
  }

  /** Cells so far whose quotes close as they should. */
  get quotedCells(): number {
    return this.quoted.closed;
  }

  /** Bytes of the cell that waits for more. As many are to come at once, or a long cell would be read over and over. */
  get waiting(): number {
    return this.window.end - this.at;
  }

  feed(chunk: Uint8Array): void {
    const { window } = this;
    const rest = this.waiting;
    if (rest > MOST_BYTES) this.refuseCell();
    if (window.end + chunk.length + PAD > window.bytes.length) {
      // A cell that goes on and on gets twice the room, or it would be moved with every chunk.
      const waiting = window.bytes.subarray(this.at, window.end);
      const room = 2 * rest + chunk.length + PAD;
      if (window.bytes.length < room) {
        window.bytes = new Uint8Array(room);
        this.words = new DataView(window.bytes.buffer);
      }
      window.bytes.set(waiting);
      window.end = rest;
      this.at = 0;
      this.returnsUntil = 0;
    }
    window.bytes.set(chunk, window.end);
    window.end += chunk.length;
    window.bytes.fill(0x0a, window.end, window.end + PAD);
  }

  private refuseCell(): never {
    const { row } = this.batches;
    const { bytes } = this.window;
    if (this.syntax.start[bytes[behindBlanks(this.syntax, bytes, this.at)] as number] === OPENING)
      throw new FileRefused('broken_csv', { detail: String(row) });
    const most = MOST_BYTES / 1024 / 1024;
    throw new FileRefused('unreadable', { detail: `第 ${row} 行有超过 ${most} MB 的单元格` });
  }

  /** Reads on. @returns whether a batch is to be taken; if not, more bytes are needed, or with `last` all is read */
  read(last: boolean): boolean {
    const { batches, syntax, quoted, window, words } = this;
    window.last = last;
    const { bytes, end } = window;
    const { plain, start, delimiter } = syntax;
    const below = syntax.below * ONES;
    const { dictionaries } = batches;
    let ids: Int32Array = batches.ids;
    let i = this.at;
    let { count, column } = this;
    let full = false;
    while (!full) {
      const cell = i;
      let kind = PLAIN;
      // The way of nearly all cells: four bytes at a time up to one that may mean something (docs/adr/0047).
      while (below !== 0) {
        let word = words.getInt32(i, true);
        let found = (word - below) & ~word & HIGHS;
        while (found === 0) {
          i += 4;
          word = words.getInt32(i, true);
          found = (word - below) & ~word & HIGHS;
        }
        i += (31 - Math.clz32(found & -found)) >> 3;
        kind = plain[bytes[i] as number] as number;
        if (kind !== PLAIN || i === cell) break;
        i++;
      }
      if (kind === DELIMITER || (kind === NEWLINE && i < end && column > 0)) {
        if (count === ids.length) ids = batches.widen();
        const dictionary = dictionaries[column] ?? batches.addColumn();
        ids[count++] = i === cell ? 0 : dictionary.idOf(words, cell, i);
        i++;
        column++;
        if (kind === NEWLINE) {
          column = 0;
          full = batches.endRow(count);
        }
        continue;
      }
      i = cell;
      let from = cell;
      let to = MORE;
      let byte = bytes[i] as number;
      let stray = false;
      if (start[byte] !== PLAIN) {
        i = this.openingOf(cell);
        if (i === MORE) {
          i = cell;
          break;
        }
        if (i !== cell) {
          ({ from, to, stray } = quoted);
          byte = bytes[i] as number;
        } else stray = start[byte] === STRAY;
      }
      // Bytes that need more of them to be told stop the cell as a line end at `end` does.
      let step = 1;
      for (;;) {
        if (to === MORE)
          // biome-ignore lint/suspicious/noAssignInExpressions: one loop over the bytes
          while ((kind = plain[byte] as number) === PLAIN) byte = bytes[++i] as number;
        else kind = plain[byte] as number;
        step = 1;
        if (kind <= RETURN) break;
        // A quote within a cell that none opens is text: 5" 屏.
        if (kind !== QUOTE) {
          if (delimiter.length > 1 && standsAt(delimiter, bytes, i)) {
            kind = DELIMITER;
            step = delimiter.length;
            break;
          }
          step = wideEndAt(syntax, bytes, i);
          if (step > 0) {
            kind = NEWLINE;
            break;
          }
          step = stepAt(syntax, bytes, i, end);
          if (i + step > end) {
            if (!last) break;
            step = 1;
          }
        }
        i += step;
        byte = bytes[i] as number;
      }
      if ((i >= end || i + step > end) && !last) {
        i = cell;
        break;
      }
      let next = i + step;
      if (kind === RETURN && i >= this.returnsUntil) {
        next = this.nextLine(i);
        if (next === MORE) {
          i = cell;
          break;
        }
      }
      const isQuoted = to !== MORE;
      if (!isQuoted) to = i;
      if (kind !== DELIMITER && column === 0 && to === from && !isQuoted) {
        if (i >= end) break;
        i = next;
        full = batches.endRow(count);
        continue;
      }
      if (stray) batches.doubt('stray_quote');
      if (isQuoted && quoted.swallowed) batches.doubt('swallowed_rows');
      const dictionary = dictionaries[column] ?? batches.addColumn();
      if (count === ids.length) ids = batches.widen();
      ids[count++] = to === from ? 0 : dictionary.idOf(words, from, to);
      column++;
      if (kind === DELIMITER) {
        i = next;
        continue;
      }
      if (i >= end) {
        this.unended = column;
        next = end;
      }
      column = 0;
      i = next;
      full = batches.endRow(count);
    }
    this.at = i;
    this.count = full ? 0 : count;
    this.column = column;
    return full;
  }

  /** Returns before a newline end a line with it, however many; without one each ends a line. */
  private nextLine(at: number): number {
    const { bytes, end, last } = this.window;
    const i = behindReturns(bytes, at);
    if (i >= end && !last) return MORE;
    if (i < end && bytes[i] === 0x0a) return i + 1;
    this.returnsUntil = i;
    return at + 1;
  }

  /** Where a cell begins with a blank or a quote: the place behind its quotes, or `at` where none open. */
  private openingOf(at: number): number {
    const { bytes, end, last } = this.window;
    const i = behindBlanks(this.syntax, bytes, at);
    if (i >= end && !last) return MORE;
    if (this.syntax.start[bytes[i] as number] !== OPENING) return at;
    try {
      return this.quoted.read(this.window, i);
    } catch (error) {
      if (!(error instanceof OpenQuote)) throw error;
      this.open = true;
      throw new FileRefused('broken_csv', { detail: String(this.batches.row) });
    }
  }
}
