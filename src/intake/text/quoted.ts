import {
  BLANK,
  DELIMITER,
  ESCAPE,
  LEAD,
  NEWLINE,
  PLAIN,
  QUOTE,
  RETURN,
  type Syntax,
  standsAt,
  stepAt,
  wideEndAt,
} from './syntax';

/** More bytes are needed to tell. */
export const MORE = -1;

/** The bytes at hand; line ends stand behind the last of them. */
export interface Window {
  bytes: Uint8Array;
  end: number;
  /** Nothing comes after them. */
  last: boolean;
}

/** The first place from `at` on that holds no return. */
export function behindReturns(bytes: Uint8Array, at: number): number {
  let i = at;
  while (bytes[i] === 0x0d) i++;
  return i;
}

/** The first place from `at` on that holds no blank. */
export function behindBlanks({ start }: Syntax, bytes: Uint8Array, at: number): number {
  let i = at;
  while (start[bytes[i] as number] === BLANK) i++;
  return i;
}

/** A quote opens and nothing closes it. */
export class OpenQuote extends Error {}

/** Reads cells in quotes, one at a time. */
export class QuotedCell {
  /** Where its text lies: quotes of the text undoubled, in place. */
  from = 0;
  to = 0;
  /** Something else than blanks follows its quotes. */
  stray = false;
  /** A line within it looks like a row. */
  swallowed = false;
  /** Cells so far whose quotes close as they should. */
  closed = 0;

  /** @param usual cells of the usual row */
  constructor(
    private readonly syntax: Syntax,
    private readonly usual: number,
  ) {}

  /**
   * Reads the cell whose quote opens at `opening`. @returns the place behind the cell
   * @throws OpenQuote where it does not close
   */
  read(window: Window, opening: number): number {
    const { syntax } = this;
    const { bytes, end, last } = window;
    const { quoted, quote } = syntax;
    let i = opening + 1;
    let doubled = false;
    let lines = false;
    for (;;) {
      const kind = quoted[bytes[i] as number] as number;
      if (kind === PLAIN) {
        i++;
        continue;
      }
      if (i >= end) {
        if (last) throw new OpenQuote();
        return MORE;
      }
      let step = 1;
      if (kind === QUOTE) {
        if (i + 1 >= end && !last) return MORE;
        if (i + 1 >= end || bytes[i + 1] !== quote) break;
        doubled = true;
        step = 2;
      } else if (kind === ESCAPE) {
        if (i + 1 >= end && !last) return MORE;
        if (bytes[i + 1] === quote || bytes[i + 1] === 0x5c) {
          doubled = true;
          step = 2;
        }
      } else if (kind === LEAD) {
        step = stepAt(syntax, bytes, i, end);
        if (i + step > end) {
          if (!last) return MORE;
          step = 1;
        }
        const wide = wideEndAt(syntax, bytes, i);
        if (wide) lines = true;
        step = wide || step;
      } else lines = true;
      i += step;
    }
    const close = i;
    // Blanks may follow; anything else up to the delimiter belongs to the cell, but in doubt.
    i = behindBlanks(syntax, bytes, close + 1);
    const behind = this.cellEnd(window, i);
    if (behind === MORE) return MORE;
    // From here on the cell is changed in place, so that it must not be read again: what follows it must be told too.
    if (!last && bytes[behind] === 0x0d && behindReturns(bytes, behind) >= end) return MORE;
    this.stray = behind !== i;
    this.swallowed = lines && this.mostCells(bytes, opening + 1, close) * 2 >= Math.max(6, this.usual);
    if (!this.stray) this.closed++;
    this.from = opening + 1;
    this.to = doubled ? this.unescape(bytes, opening + 1, close) : close;
    if (this.stray) {
      bytes.copyWithin(this.to, close + 1, behind);
      this.to += behind - close - 1;
    }
    return behind;
  }

  /** Where the text from `at` ends, quotes or not. */
  private cellEnd({ bytes, end, last }: Window, at: number): number {
    const { syntax } = this;
    for (let i = at; ; ) {
      const kind = syntax.plain[bytes[i] as number] as number;
      if (i >= end) return last ? end : MORE;
      if (kind !== PLAIN && kind <= RETURN) return i;
      let step = 1;
      if (kind === LEAD) {
        if (syntax.delimiter.length > 1 && standsAt(syntax.delimiter, bytes, i)) return i;
        if (wideEndAt(syntax, bytes, i)) return i;
        step = stepAt(syntax, bytes, i, end);
        if (i + step > end) {
          if (!last) return MORE;
          step = 1;
        }
      }
      i += step;
    }
  }

  /** Makes one of two quotes, or of a quote and its escape, in place: a whole cell is not read again. */
  private unescape(bytes: Uint8Array, from: number, close: number): number {
    const { syntax } = this;
    let to = from;
    for (let i = from; i < close; ) {
      const kind = syntax.quoted[bytes[i] as number];
      let step = kind === LEAD ? Math.min(stepAt(syntax, bytes, i, close), close - i) : 1;
      if (kind === QUOTE) i++;
      else if (kind === ESCAPE && (bytes[i + 1] === syntax.quote || bytes[i + 1] === 0x5c)) i++;
      for (; step > 0; step--) bytes[to++] = bytes[i++] as number;
    }
    return to;
  }

  /** Cells of the line with the most of them, quotes aside. */
  private mostCells(bytes: Uint8Array, from: number, close: number): number {
    const { syntax } = this;
    let most = 0;
    let cells = 1;
    for (let i = from; i < close; ) {
      const kind = syntax.plain[bytes[i] as number];
      let step = 1;
      if (kind === DELIMITER) cells++;
      else if (kind === NEWLINE || kind === RETURN) cells = 1;
      else if (kind === LEAD) {
        if (syntax.delimiter.length > 1 && standsAt(syntax.delimiter, bytes, i)) {
          cells++;
          step = syntax.delimiter.length;
        } else {
          const wide = wideEndAt(syntax, bytes, i);
          if (wide) cells = 1;
          step = wide || stepAt(syntax, bytes, i, close);
        }
      }
      if (cells > most) most = cells;
      i += step;
    }
    return most;
  }
}
