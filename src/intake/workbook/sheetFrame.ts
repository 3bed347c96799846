import { FileRefused } from '../../domain/problems';
import type { Merged } from '../sheet';
import { isTrue } from './attributes';
import { MOST_COLUMNS } from './batches';
import { addMerged } from './merged';
import { columnAt } from './sheetXml';
import { readTokens } from './tokenStream';
import { OPEN, type Token, Tokens } from './tokens';

/** One in each row of a full sheet. */
const MOST_MERGED = 2 ** 20;

/** What stands before and behind the cells of a sheet. */
export interface SheetFrame {
  merged: Merged[];
  hiddenColumns: [first: number, last: number][];
}

/** The merged areas and hidden columns of a sheet. They stand around its cells, which are passed over. */
export async function readFrame(stream: ReadableStream<Uint8Array>): Promise<SheetFrame> {
  const frame: SheetFrame = { merged: [], hiddenColumns: [] };
  const tokens = new Tokens();
  const visit = (token: Token) => {
    if (token !== OPEN) return;
    if (tokens.name === 'mergeCell') addArea(frame.merged, tokens.attribute('ref') ?? '');
    else if (tokens.name === 'col' && isTrue(tokens.attribute('hidden'))) {
      const [first, last] = ['min', 'max'].map((name) => Number(tokens.attribute(name)) - 1) as [number, number];
      if (first >= 0 && last >= first && frame.hiddenColumns.length < MOST_COLUMNS)
        frame.hiddenColumns.push([first, last]);
    }
  };
  await readTokens(stream.pipeThrough(aroundCells()), tokens, visit);
  return frame;
}

function addArea(merged: Merged[], ref: string): void {
  const area = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref);
  if (!area) return;
  if (merged.length === MOST_MERGED)
    throw new FileRefused('too_large', { detail: `合并的单元格超过 ${MOST_MERGED} 处` });
  const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = area;
  const columns = [columnOf(c1), columnOf(c2)].sort((a, b) => a - b) as [number, number];
  const rows = [Number(r1), Number(r2)].sort((a, b) => a - b) as [number, number];
  addMerged(merged, { firstRow: rows[0], lastRow: rows[1], firstColumn: columns[0], lastColumn: columns[1] });
}

const columnOf = (letters: string): number => {
  const bytes = new TextEncoder().encode(letters);
  return columnAt(bytes, 0, bytes.length);
};

const DATA_BEGIN = /<(?:[\w.-]+:)?sheetData(?:\s[^<>]*)?(\/?)>/;
const DATA_END = /<\/(?:[\w.-]+:)?sheetData\s*>/;
/** No tag of these is longer. */
const LONGEST_TAG = 256;

/** Lets through what stands before and behind the cells: most of a sheet is not looked at. */
function aroundCells(): TransformStream<Uint8Array, Uint8Array> {
  // A character for each byte.
  const latin1 = new TextDecoder('latin1');
  /** Not handed on yet: a tag may begin in it. */
  let held: Uint8Array = new Uint8Array(0);
  let place: 'before' | 'within' | 'behind' = 'before';
  return new TransformStream({
    transform(chunk, to) {
      if (place === 'behind') return to.enqueue(chunk);
      let bytes = joined(held, chunk);
      if (place === 'before') {
        const begin = DATA_BEGIN.exec(latin1.decode(bytes));
        const end = begin?.index ?? Math.max(0, bytes.length - LONGEST_TAG);
        if (end > 0) to.enqueue(bytes.subarray(0, end));
        bytes = bytes.subarray(begin ? end + begin[0].length : end);
        if (begin) place = begin[1] ? 'behind' : 'within';
      }
      if (place === 'within') {
        const end = DATA_END.exec(latin1.decode(bytes));
        bytes = bytes.subarray(end ? end.index + end[0].length : Math.max(0, bytes.length - LONGEST_TAG));
        if (end) place = 'behind';
      }
      held = bytes;
      if (place === 'behind' && held.length > 0) to.enqueue(held);
    },
  });
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
