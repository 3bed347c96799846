const BOF_BIFF5 = 0x0809;
const FILE_PASS = 0x002f;
const EOF = 0x000a;
const BOUND_SHEET = 0x0085;
/** Excel cuts longer records in two. */
const LONGEST_RECORD = 8224;

/**
 * Whether an xls workbook is locked, or broken: whole are records that follow one another without a break, each part closed
 * and each sheet where the workbook says. The form has no checksums; this is how cut, lost or inserted bytes are told.
 */
export function stateOfRecords(stream: Uint8Array): 'whole' | 'locked' | 'broken' {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const begins = new Set<number>();
  const sheets: number[] = [];
  let depth = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // Behind the last part programs leave zeros.
    if (depth === 0 && type === 0) break;
    if (length > LONGEST_RECORD || at + 4 + length > stream.length) return 'broken';
    if (type === FILE_PASS && depth > 0) return 'locked';
    if (type === BOF_BIFF5) {
      if (depth === 0) begins.add(at);
      depth++;
    } else if (depth === 0) return 'broken';
    else if (type === EOF) depth--;
    else if (type === BOUND_SHEET && begins.size === 1 && length >= 4) sheets.push(view.getUint32(at + 4, true));
    at += 4 + length;
  }
  return depth === 0 && begins.size > 0 && sheets.every((position) => begins.has(position)) ? 'whole' : 'broken';
}

/** Those of older editions too: the library takes them anywhere. */
const FORMULAS = new Set([0x0006, 0x0206, 0x0406]);
/** Where a formula's record says how long it is; the library reads none where it says so. */
const FORMULA_LENGTH = 20;
const NO_FORMULA = 0xffff;
/** Formulas for several cells, names, links to other files: no cell has its value from them. */
const OTHER_FORMULAS = new Set([0x0018, 0x0218, 0x0021, 0x0221, 0x0023, 0x0223, 0x04bc]);
/** A record that says nothing of a cell: to be calculated anew. */
const UNCALCED = 0x005e;

/**
 * Takes the formulas out of whole records: their values stand beside them, and in a damaged one the library goes round and
 * round.
 */
export function dropFormulas(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > stream.length) return;
    if (OTHER_FORMULAS.has(type)) view.setUint16(at, UNCALCED, true);
    else if (FORMULAS.has(type)) {
      if (length < FORMULA_LENGTH + 2) view.setUint16(at, UNCALCED, true);
      else view.setUint16(at + 4 + FORMULA_LENGTH, NO_FORMULA, true);
    }
    at += 4 + length;
  }
}

const COLUMNS = 0x007d;

/** Columns that are hidden, by sheet in the order of their places in whole records. */
export function hiddenColumns(stream: Uint8Array): (readonly [first: number, last: number])[][] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const sheets: number[] = [];
  const hidden = new Map<number, [number, number][]>();
  let depth = 0;
  let begin = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if ((depth === 0 && type !== BOF_BIFF5) || at + 4 + length > stream.length) break;
    if (type === BOF_BIFF5 && depth++ === 0) begin = at;
    else if (type === EOF) depth--;
    else if (type === BOUND_SHEET && length >= 4) sheets.push(view.getUint32(at + 4, true));
    else if (type === COLUMNS && length >= 10 && view.getUint16(at + 12, true) & 1)
      hidden.set(begin, [...(hidden.get(begin) ?? []), [view.getUint16(at + 4, true), view.getUint16(at + 6, true)]]);
    at += 4 + length;
  }
  return sheets.sort((a, b) => a - b).map((place) => hidden.get(place) ?? []);
}
