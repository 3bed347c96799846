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
