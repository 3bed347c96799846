import type { Ledgers } from '../../domain/catalogue/catalogue';
import { headerHits } from '../table/keys';
import { Batches } from './batches';
import type { TextReader } from './dictionary';
import { Records } from './records';
import { type Dialect, syntaxOf } from './syntax';

/** What the head of a text tells of the whole. */
export interface Told {
  dialect: Dialect;
  /** Cells of the usual row. */
  usual: number;
  /** Fewest cells of the rows looked at below the header; null where there are none, or no header. */
  fewest: number | null;
}

/** What may stand between cells, the likeliest first. */
const DELIMITERS = [
  ',',
  '\t',
  ';',
  '|',
  '，',
  '；',
  '｜',
  '^',
  '~',
  '\u0001',
  '\u001f',
  '§',
  '#',
  '@',
  '$',
  '&',
  '!',
  ':',
];
const ROWS = 100;
/** Fewer known headers than this may be chance. */
const HITS = 2;

interface Tried extends Told {
  hits: number;
  /** Rows that have as many cells as most. */
  alike: number;
  /** Rows in doubt, and whether a quote did not close. */
  stray: number;
  quotedCells: number;
  open: boolean;
}

/**
 * Tells delimiter and quotes by trying: the reading that shows the most known headers in one of the first rows, else the
 * one whose rows look most alike.
 * @param head bytes of the text in UTF-8 or, with `gb`, GB18030
 * @param whole whether these are all
 * @param delimiter takes the place of the guess
 */
export function tellDialect(
  catalogue: Ledgers,
  head: Uint8Array,
  whole: boolean,
  gb: boolean,
  reader: TextReader,
  delimiter?: string,
): Told {
  const text = new TextDecoder(gb ? 'gb18030' : 'utf-8').decode(head);
  const wideEnds = hasWideEnds(text);
  const attempt = (d: string, quote: Dialect['quote'], backslash = false) =>
    tried(catalogue, { delimiter: d, quote, backslash, wideEnds }, head, whole, gb, reader);

  let best: Tried | undefined;
  for (const d of delimiter === undefined ? DELIMITERS.filter((c) => text.includes(c)) : [delimiter]) {
    const one = attempt(d, '"');
    if (!best || isBetter(one, best)) best = one;
    // A single quote is an apostrophe, or marks text in a cell of a spreadsheet, unless all of them enclose.
    if (one.quotedCells > 0 || !text.includes("'")) continue;
    const single = attempt(d, "'");
    if (!single.open && single.stray === 0 && single.quotedCells > 1 && isBetter(single, best)) best = single;
  }
  best ??= attempt(delimiter ?? ',', '"');
  if (best.dialect.quote !== '"' || !(best.open || best.stray > 0)) return best;
  if (text.includes('\\"')) {
    const escaped = attempt(best.dialect.delimiter, '"', true);
    if (!escaped.open && escaped.stray === 0) return escaped;
  }
  // Quotes here and there and none of them around a cell: inches, ditto marks.
  if (best.quotedCells === 0 && (text.match(/"/g)?.length ?? 0) > 1) return attempt(best.dialect.delimiter, null);
  return best;
}

/** Line ends of other systems count where the usual ones are rarer: within a text they are blanks. */
function hasWideEnds(text: string): boolean {
  const wide = text.match(/[\u0085\u2028\u2029]/g)?.length ?? 0;
  return wide > 0 && wide >= (text.match(/\r\n|\r|\n/g)?.length ?? 0);
}

function isBetter(one: Tried, other: Tried): boolean {
  const [a, b] = [one, other].map((t) => [t.hits >= HITS ? t.hits : 0, t.alike, t.usual, t.quotedCells]) as [
    number[],
    number[],
  ];
  const at = a.findIndex((x, i) => x !== b[i]);
  return at >= 0 && (a[at] as number) > (b[at] as number);
}

function tried(
  catalogue: Ledgers,
  dialect: Dialect,
  head: Uint8Array,
  whole: boolean,
  gb: boolean,
  reader: TextReader,
): Tried {
  const batches = new Batches(reader, ROWS);
  const records = new Records(syntaxOf(dialect, gb), batches, Number.POSITIVE_INFINITY);
  records.feed(head);
  try {
    records.read(whole);
  } catch {
    // The file is refused when it is read, if this reading is the best.
  }
  const rows: string[][] = [];
  let stray = 0;
  for (const batch of batches.take(1)) {
    stray += batch.doubts.length;
    for (let row = 0; row < batch.rows; row++)
      rows.push(batch.columns.slice(0, batch.cells[row]).map(({ texts, ids }) => texts.text(ids[row] as number)));
  }
  let hits = 0;
  let header = -1;
  rows.forEach((row, i) => {
    if (row.length < HITS) return;
    const found = headerHits(catalogue, row).hits;
    if (found > hits) [hits, header] = [found, i];
  });
  if (hits < HITS) header = -1;
  const counts = new Map<number, number>();
  for (const row of rows.slice(Math.max(0, header)))
    if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [usual, alike] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  // The last row of the file is the one that may be cut.
  const below = (records.unended === null ? rows : rows.slice(0, -1)).slice(header + 1);
  const sampled = below.filter((row) => row.length > 1 || row[0]?.trim()).map((row) => row.length);
  return {
    dialect,
    usual,
    fewest: header >= 0 && sampled.length ? Math.min(...sampled) : null,
    hits,
    alike,
    stray,
    quotedCells: records.quotedCells,
    open: records.open,
  };
}
