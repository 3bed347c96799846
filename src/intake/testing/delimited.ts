import { catalogue } from '../../../tests/support/catalogue';
import type { Batch } from '../sheet';
import { openText, type TextChoice } from '../text/openText';

/** A text read to its end, as rows of strings; empty lines are rows of no cells. */
export interface ReadText {
  encoding: string;
  delimiter: string | null;
  rows: string[][];
  /** `row doubt`, rows from 1. */
  doubts: string[];
}

export async function readText(file: Blob | string, choice?: TextChoice, chunk?: number): Promise<ReadText> {
  const opened = await openText(catalogue, typeof file === 'string' ? new Blob([file]) : file, choice, chunk);
  const [sheet] = opened.sheets;
  if (!sheet) throw new Error('no sheet');
  const read: ReadText = { encoding: opened.encoding, delimiter: sheet.delimiter, rows: [], doubts: [] };
  for await (const batch of sheet.read()) {
    while (read.rows.length < batch.firstRow - 1) read.rows.push([]);
    read.rows.push(...rowsOf(batch));
    read.doubts.push(...batch.doubts.map((d) => `${batch.firstRow + d.row} ${d.doubt}`));
  }
  return read;
}

/** @throws where a batch breaks the promises of `Batch` */
export function rowsOf(batch: Batch): string[][] {
  if (batch.cells.length !== batch.rows) throw new Error('cells of other rows');
  for (const { ids, texts } of batch.columns)
    if (ids.length !== batch.rows || ids.some((id) => id < 0 || id >= texts.size)) throw new Error('ids of no texts');
  return Array.from({ length: batch.rows }, (_, row) =>
    batch.columns.slice(0, batch.cells[row]).map(({ texts, ids }) => texts.text(ids[row] as number)),
  );
}

let codes: Map<string, readonly number[]> | undefined;

/** Encodes as GB18030: ASCII, characters of two and of four bytes; of those beyond U+FFFF the few that tests use. */
export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  if (!codes) {
    codes = new Map([
      ['𠀀', [0x95, 0x32, 0x82, 0x36]],
      ['😀', [0x94, 0x39, 0xfc, 0x36]],
    ]);
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (trail !== 0x7f && !codes.has(character)) codes.set(character, [lead, trail]);
      }
    // All of U+0080 … U+FFFF that have no two bytes.
    const four = new TextDecoder('gb18030', { ignoreBOM: true });
    for (let n = 0; n < 39_420; n++) {
      const bytes = [
        0x81 + Math.floor(n / 12_600),
        0x30 + (Math.floor(n / 1260) % 10),
        0x81 + (Math.floor(n / 10) % 126),
        0x30 + (n % 10),
      ];
      const character = four.decode(Uint8Array.from(bytes));
      if (!codes.has(character)) codes.set(character, bytes);
    }
  }
  const known = codes;
  return Uint8Array.from(
    [...text].flatMap((c) => {
      const code = c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : known.get(c);
      if (!code) throw new RangeError(`no bytes for ${c}`);
      return [...code];
    }),
  );
}

export function utf16(text: string, order: 'le' | 'be'): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), order === 'le');
  return bytes;
}
