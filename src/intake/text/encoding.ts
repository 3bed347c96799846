import { FileRefused } from '../../domain/problems';

/** Encodings of delimited text that are told apart. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Where the text stands in the file, and how it is written. */
export interface Encoded {
  label: Encoding;
  /** Bytes from … to: byte order marks before it and Ctrl-Z behind it left out. */
  from: number;
  to: number;
}

/** Bytes looked at; where all of them are ASCII, the next ones that are not. */
const WINDOW = 1024 * 1024;
/** What is looked at of the end. */
const TAIL = 4096;
/** A few NULs are a fault of their cells, many of the whole file (a copy that was not written to its end, another form). */
const NULS = 8;

const bytesAt = async (file: Blob, from: number, to: number) =>
  new Uint8Array(await file.slice(Math.max(0, from), to).arrayBuffer());

/**
 * Tells the encoding by a look at the head: byte order mark, then UTF-16 by its NUL bytes, then UTF-8 where it is valid,
 * or mostly, else whichever of UTF-8 and GB18030 leaves fewer bytes over. What is invalid further down is found by who reads the cell.
 * @param chosen takes the place of the guess
 * @throws FileRefused `unknown_encoding`, `truncated_csv` where the text stops within a character
 */
export async function tellEncoding(file: Blob, chosen?: Encoding): Promise<Encoded> {
  const head = await bytesAt(file, 0, Math.min(file.size, WINDOW));
  const marked = markOf(head, chosen);
  const label = chosen ?? marked.label ?? wideOf(head) ?? (await narrowOf(file, head));
  const wide = label === 'utf-16le' || label === 'utf-16be';
  // Of UTF-16 whole units are looked at; a lone byte at the end stays to be found.
  const length = wide ? (file.size - marked.bytes) & ~1 : file.size - marked.bytes;
  const at = Math.max(marked.bytes, marked.bytes + length - TAIL);
  const tail = await bytesAt(file, at, marked.bytes + length);
  if (!chosen) {
    if (marked.label && !looksRight(head.subarray(marked.bytes), label)) throw new FileRefused('unknown_encoding');
    if (!wide && nulsOf(tail) > NULS) throw new FileRefused('unknown_encoding');
    if ((wide && (file.size - marked.bytes) % 2 === 1) || isCut(tail, label))
      throw new FileRefused('truncated_csv', { detail: '最后一行' });
  }
  return { label, from: marked.bytes, to: at + beforeCtrlZ(tail, label) };
}

/** A byte order mark, once or twice, as programs that add one to what has one leave it. */
function markOf(head: Uint8Array, chosen?: Encoding): { label: Encoding | null; bytes: number } {
  const marks: [Encoding, readonly number[]][] = [
    ['utf-8-bom', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ];
  for (const [label, mark] of marks) {
    let bytes = 0;
    while (bytes < 2 * mark.length && mark.every((b, i) => head[bytes + i] === b)) bytes += mark.length;
    // What an editor has put before GB18030 is no part of it.
    if (
      bytes &&
      (!chosen || chosen === label || ((chosen === 'utf-8' || chosen === 'gb18030') && label === 'utf-8-bom'))
    )
      return { label, bytes };
  }
  return { label: null, bytes: 0 };
}

/** UTF-16 without a mark: the NUL halves of its ASCII characters lie mostly on one side, and it holds a separator. */
function wideOf(window: Uint8Array): Encoding | null {
  const head = window.subarray(0, TAIL);
  const nuls: [number, number] = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) nuls[(i % 2) as 0 | 1]++;
  });
  const [even, odd] = nuls;
  // Half of every digit, delimiter and line end; fewer are strays in another encoding.
  if (even + odd === 0 || Math.max(even, odd) < head.length / 2 / 20) return null;
  const label = odd >= even ? 'utf-16le' : 'utf-16be';
  return separates(head, label) && looksRight(window, label) ? label : null;
}

/** ASCII characters have their NUL beside them, more of them than there are lone separators: a few NULs make no UTF-16. */
function separates(head: Uint8Array, label: 'utf-16le' | 'utf-16be'): boolean {
  let whole = 0;
  let lone = 0;
  for (let i = 0; i + 2 <= head.length; i += 2) {
    const [low, high] = (label === 'utf-16le' ? [head[i], head[i + 1]] : [head[i + 1], head[i]]) as [number, number];
    if (high === 0 && low > 0 && low < 0x80) whole++;
    else for (const byte of [low, high]) if (SEPARATORS.includes(byte)) lone++;
  }
  return whole > lone;
}
const SEPARATORS = [...',\t;|\r\n'].map((c) => c.charCodeAt(0));

async function narrowOf(file: Blob, head: Uint8Array<ArrayBuffer>): Promise<Encoding> {
  let window = head;
  for (let at = window.length; !hasHighByte(window) && at < file.size; at += window.length)
    window = await bytesAt(file, at, Math.min(file.size, at + 4 * WINDOW));
  const utf8 = judged(window, 'utf-8');
  const gb = utf8.invalid ? judged(window, 'gb18030') : utf8;
  const best = gb.invalid < utf8.invalid && !utf8.mostlyValid ? gb : utf8;
  if (!best.looksRight || nulsOf(head) > Math.max(NULS, head.length / 1000)) throw new FileRefused('unknown_encoding');
  return best === utf8 ? 'utf-8' : 'gb18030';
}

function hasHighByte(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return true;
  return false;
}

function nulsOf(bytes: Uint8Array): number {
  let nuls = 0;
  for (let i = bytes.indexOf(0); i >= 0; i = bytes.indexOf(0, i + 1)) nuls++;
  return nuls;
}

/**
 * How many sequences are none of the encoding, and whether there are few enough of them and of control characters.
 * `mostlyValid`: more characters of three bytes than mistakes. By chance they hardly ever stand in a text of GBK, of which two
 * thirds at least are no UTF-8.
 */
function judged(bytes: Uint8Array, decoder: string): { invalid: number; looksRight: boolean; mostlyValid: boolean } {
  const text = new TextDecoder(decoder).decode(bytes, { stream: true });
  let invalid = 0;
  let control = 0;
  let beyondAscii = 0;
  let threeBytes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x80) {
      beyondAscii++;
      if (c === 0xfffd) invalid++;
      else if (c >= 0x800) threeBytes++;
    } else if (c < 0x20 && (CONTROL >>> c) & 1) control++;
  }
  return {
    invalid,
    looksRight: (invalid + control) * 4 <= beyondAscii + control,
    mostlyValid: threeBytes > invalid,
  };
}
/** Control characters that no text has: all but those that part cells and lines, and Ctrl-Z. */
const CONTROL = [0x01, 0x09, 0x0a, 0x0d, 0x1a, 0x1e, 0x1f].reduce((bits, c) => bits & ~(1 << c), -1);

const looksRight = (bytes: Uint8Array, label: Encoding): boolean =>
  judged(bytes, label === 'utf-8-bom' ? 'utf-8' : label).looksRight;

/** The last character is not there to its end. */
function isCut(tail: Uint8Array, label: Encoding): boolean {
  const n = tail.length;
  if (label === 'utf-16le' || label === 'utf-16be') {
    const high = tail[label === 'utf-16le' ? n - 1 : n - 2] ?? 0;
    return high >= 0xd8 && high < 0xdc;
  }
  if (label !== 'gb18030') {
    for (let back = 1; back <= Math.min(3, n); back++) {
      const b = tail[n - back] as number;
      if (b < 0x80) return false;
      if (b >= 0xc2) return b <= 0xf4 && (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2) > back;
    }
    return false;
  }
  // No byte below 0x30 is part of a longer character: there is a border behind it.
  let i = n;
  while (i > 0 && (tail[i - 1] as number) >= 0x30) i--;
  while (i < n) {
    const length = gbLength(tail, i, n);
    if (i + length > n) return true;
    i += length;
  }
  return false;
}

/**
 * Bytes of the GB18030 character at `i`; beyond `end` where it may go on there. Bytes that begin none stand alone.
 */
export function gbLength(bytes: Uint8Array, i: number, end: number): number {
  const lead = bytes[i] as number;
  if (lead <= 0x80 || lead === 0xff) return 1;
  if (i + 1 >= end) return 2;
  const second = bytes[i + 1] as number;
  if (second >= 0x40) return second === 0x7f || second === 0xff ? 1 : 2;
  if (second < 0x30 || second > 0x39) return 1;
  if (i + 2 >= end) return 4;
  const third = bytes[i + 2] as number;
  if (third <= 0x80 || third === 0xff) return 1;
  if (i + 3 >= end) return 4;
  const fourth = bytes[i + 3] as number;
  return fourth >= 0x30 && fourth <= 0x39 ? 4 : 1;
}

/** Old programs end a text with Ctrl-Z, perhaps more than one, perhaps a line end behind. */
function beforeCtrlZ(tail: Uint8Array, label: Encoding): number {
  const size = label === 'utf-16le' || label === 'utf-16be' ? 2 : 1;
  const unit = (end: number): number =>
    size === 1
      ? (tail[end - 1] ?? -1)
      : label === 'utf-16le'
        ? (tail[end - 2] ?? -1) | ((tail[end - 1] ?? -1) << 8)
        : (tail[end - 1] ?? -1) | ((tail[end - 2] ?? -1) << 8);
  let end = tail.length;
  while (unit(end) === 0x0a || unit(end) === 0x0d) end -= size;
  if (unit(end) !== 0x1a) return tail.length;
  while (unit(end) === 0x1a) end -= size;
  return end;
}
