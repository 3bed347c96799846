import Papa from 'papaparse';
import { FileRefused } from '../domain/problems';
import type { Bytes } from './bytes';
import { headerHits } from './columns';

const HEAD_BYTES = 256 * 1024;
const HEAD_ROWS = 20;
const DELIMITERS = [',', '\t', ';', '|'];

/** The header row of a CSV. */
export interface Header {
  delimiter: string;
  names: string[];
  /** Row of the header as a spreadsheet shows it, from 1. */
  row: number;
  /** Fewest cells of the rows sampled below the header; null where there are none. */
  fewestCells: number | null;
}

/**
 * Finds the header among the first rows: the one with the most known headers, under the delimiter that shows the most.
 * @param data UTF-8 text without a byte order mark
 * @throws FileRefused `no_header`
 */
export async function findHeader(data: Bytes): Promise<Header> {
  const bytes = new Uint8Array(await data.slice(0, HEAD_BYTES).arrayBuffer());
  // Line ends may differ within a file (a title pasted above an export): one kind is left for the parser, which expects that.
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\r+\n/g, '\n');
  let best: { delimiter: string; index: number; hits: number; rows: string[][] } | undefined;
  for (const delimiter of DELIMITERS) {
    const { data: rows } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: HEAD_ROWS * 2 });
    rows.slice(0, HEAD_ROWS).forEach((row, index) => {
      const { hits } = headerHits(row);
      if (hits > (best?.hits ?? 0)) best = { delimiter, index, hits, rows };
    });
  }
  if (!best || best.hits < 2) throw new FileRefused('no_header', { detail: '台账' });
  const { delimiter, index, rows } = best;
  const names = rows[index] as string[];
  const cells = rows.slice(index + 1, -1).filter((r) => r.length > 1 || r[0]?.trim());
  return {
    delimiter,
    names,
    row: index + 1,
    fewestCells: cells.length ? Math.min(...cells.map((r) => r.length)) : null,
  };
}

/** Number of cells of one CSV record. */
export const cellCount = (record: string, delimiter: string): number =>
  Papa.parse<string[]>(record, { delimiter, preview: 1 }).data[0]?.length ?? 0;
