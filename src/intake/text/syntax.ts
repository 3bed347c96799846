import { gbLength } from './encoding';

/** How a text is cut into cells. */
export interface Dialect {
  /** One character. */
  delimiter: string;
  /** Null: quotes are characters like others. */
  quote: '"' | "'" | null;
  /** A backslash before a quote makes it text. */
  backslash: boolean;
  /** Lines end with U+0085, U+2028 or U+2029 too. */
  wideEnds: boolean;
}

/** What a byte may be. Those up to `RETURN` end a cell. */
export const PLAIN = 0;
export const DELIMITER = 1;
export const NEWLINE = 2;
export const RETURN = 3;
export const QUOTE = 4;
/** Begins a character of several bytes that may end a cell, or whose second byte may look like one that does. */
export const LEAD = 5;
export const ESCAPE = 6;

/** At the start of a cell: a blank, behind which a quote may open; a quote that opens; one that does not. */
export const BLANK = 1;
export const OPENING = 2;
export const STRAY = 3;

/** A dialect as the bytes of an encoding: what each byte is within a cell, within quotes, and at the start of a cell. */
export interface Syntax {
  plain: Uint8Array;
  quoted: Uint8Array;
  start: Uint8Array;
  /** All bytes that mean something, in a cell or at its start, are below this one; 0 where they are not. */
  below: number;
  quote: number;
  /** Delimiter and line ends of several bytes. */
  delimiter: readonly number[];
  ends: readonly (readonly number[])[];
  gb: boolean;
}

const WIDE_ENDS = ['\u0085', '\u2028', '\u2029'];
const GB_WIDE_ENDS = [
  [0x81, 0x30, 0x81, 0x35],
  [0x81, 0x36, 0xa6, 0x35],
  [0x81, 0x36, 0xa6, 0x36],
];

export function syntaxOf(dialect: Dialect, gb: boolean): Syntax {
  const { quote, backslash, wideEnds } = dialect;
  const delimiter = gb ? gbBytes(dialect.delimiter) : [...new TextEncoder().encode(dialect.delimiter)];
  const ends = !wideEnds ? [] : gb ? GB_WIDE_ENDS : WIDE_ENDS.map((end) => [...new TextEncoder().encode(end)]);
  const [first = 0] = delimiter;
  const quoteByte = quote?.charCodeAt(0) ?? -1;
  const plain = new Uint8Array(256);
  const quoted = new Uint8Array(256);
  const start = new Uint8Array(256);
  for (const table of [plain, quoted]) {
    table[0x0a] = NEWLINE;
    table[0x0d] = RETURN;
    if (quote) table[quoteByte] = QUOTE;
    for (const end of ends) table[end[0] as number] = LEAD;
  }
  plain[first] = delimiter.length === 1 ? DELIMITER : LEAD;
  if (backslash) quoted[0x5c] = ESCAPE;
  // In GB18030 a byte from 0x40 on may be the second one of a character: each character is then stepped over.
  if (gb && (delimiter.length > 1 || first >= 0x30 || ends.length)) plain.fill(LEAD, 0x81, 0xff);
  if (gb && (backslash || ends.length)) quoted.fill(LEAD, 0x81, 0xff);
  start[0x20] = BLANK;
  start[0x09] = BLANK;
  start[first] = 0;
  if (quote) start[quoteByte] = OPENING;
  else start[0x22] = STRAY;
  const last = plain.findLastIndex((kind, byte) => kind !== PLAIN || start[byte] !== PLAIN);
  const below = last < 0x80 ? last + 1 : 0;
  return { plain, quoted, start, below, quote: quoteByte, delimiter, ends, gb };
}

/** Bytes of the line end at `i` of more than one byte; 0 where there is none. */
export function wideEndAt(syntax: Syntax, bytes: Uint8Array, i: number): number {
  for (const end of syntax.ends) if (standsAt(end, bytes, i)) return end.length;
  return 0;
}

export function standsAt(sequence: readonly number[], bytes: Uint8Array, i: number): boolean {
  for (let k = 0; k < sequence.length; k++) if (bytes[i + k] !== sequence[k]) return false;
  return true;
}

/** Bytes to step over at a `LEAD`; beyond `end` where more are needed to tell. */
export function stepAt(syntax: Syntax, bytes: Uint8Array, i: number, end: number): number {
  if (syntax.gb) return gbLength(bytes, i, end);
  // Characters of UTF-8 never look like each other's middle; only a delimiter or line end may lie across the border.
  for (const sequence of [syntax.delimiter, ...syntax.ends])
    if (i + sequence.length > end && standsAt(sequence.slice(0, end - i), bytes, i)) return sequence.length;
  return 1;
}

let table: Map<string, number[]> | undefined;

/** A character in GB18030, one or two bytes: the platform decodes only, so all of them are decoded and looked up. */
function gbBytes(character: string): number[] {
  if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
  if (!table) {
    const codes: number[][] = [];
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail]);
    const text = new TextDecoder('gb18030').decode(Uint8Array.from(codes.flatMap((code) => [...code, 0x0a])));
    table = new Map(text.split('\n').map((c, i) => [c, codes[i] ?? []]));
  }
  return table.get(character) ?? [0x01];
}
