import { type Bytes, eachChunk } from './bytes';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** What a walk over the bytes of a CSV's records finds, independent of the reader that takes them in. */
export interface RecordScan {
  /** Byte offset of the first record after the lines left out at the top. */
  dataOffset: number;
  /** Records that are not blank lines. */
  records: number;
  /** Blank lines: before record `record` (0-based, blanks not counted) and after the entry before it lie `blanks` in all. */
  skipped: { record: number; blanks: number }[];
  /** Line of the whole text (blank ones counted, from 1) in which a quote opens and never closes; null when all close. */
  openQuoteLine: number | null;
  /** Byte offset of the last record, and whether a line end follows it. */
  lastStart: number;
  endsWithNewline: boolean;
}

/** A look at the first byte settles it for all lines but blank ones. */
function returnsAlone(bytes: Uint8Array, from: number, until: number): boolean {
  for (let i = from; i < until; i++) if (bytes[i] !== RETURN) return false;
  return true;
}

/**
 * Counts the records of UTF-8 CSV bytes below the first `skipLines` lines (title and header). A quote opens a quoted cell only at the cell's start; a doubled quote inside is
 * text. Line ends within quotes do not end a record, as in a spreadsheet.
 */
export async function scanRecords(data: Bytes, delimiter: string, skipLines: number): Promise<RecordScan> {
  const split = delimiter.charCodeAt(0);
  const scan: RecordScan = {
    dataOffset: data.size,
    records: 0,
    skipped: [],
    openQuoteLine: null,
    lastStart: 0,
    endsWithNewline: true,
  };
  let blanks = 0;
  let lines = 0;
  let start = 0; // of the current record
  let cellStart = true;
  let quoted = false;
  let afterQuote = false; // a quote was seen inside a quoted cell: it closes it unless another follows
  let onlyReturns = true; // nothing but \r since the record's start

  const endRecord = (end: number) => {
    if (lines < skipLines) {
      if (lines === skipLines - 1) scan.dataOffset = Math.min(end + 1, data.size);
    } else if (onlyReturns) {
      blanks++;
    } else {
      if (blanks > (scan.skipped.at(-1)?.blanks ?? 0)) scan.skipped.push({ record: scan.records, blanks });
      scan.records++;
      scan.lastStart = start;
    }
    lines++;
    start = end + 1;
    cellStart = true;
    quoted = false;
    afterQuote = false;
    onlyReturns = true;
  };

  await eachChunk(data, (bytes, offset) => {
    const quotes = bytes.indexOf(QUOTE) >= 0 || quoted;
    if (!quotes) {
      // No quote in this chunk: records end at every line end.
      let from = 0;
      afterQuote = false;
      for (;;) {
        const at = bytes.indexOf(NEWLINE, from);
        const until = at < 0 ? bytes.length : at;
        if (onlyReturns) onlyReturns = returnsAlone(bytes, from, until);
        if (at < 0) {
          if (until > from) cellStart = bytes[until - 1] === split;
          break;
        }
        endRecord(offset + at);
        from = at + 1;
      }
      return;
    }
    for (let i = 0; i < bytes.length; i++) {
      const b = bytes[i] as number;
      if (quoted) {
        if (b === QUOTE) {
          if (afterQuote) afterQuote = false;
          else afterQuote = true;
          continue;
        }
        if (!afterQuote) continue;
        quoted = false;
        afterQuote = false;
      }
      if (b === NEWLINE) {
        endRecord(offset + i);
        continue;
      }
      if (b === QUOTE && cellStart) {
        quoted = true;
        onlyReturns = false;
        cellStart = false;
        continue;
      }
      if (b !== RETURN) onlyReturns = false;
      cellStart = b === split;
    }
  });

  if (quoted && !afterQuote) scan.openQuoteLine = lines + 1;
  if (start < data.size) {
    scan.endsWithNewline = false;
    endRecord(data.size);
  }
  return scan;
}
