import { SURPLUS } from '../port';
import { literal } from './text';

/**
 * Reads a CSV's records as text, in order. Short rows are padded with NULL, surplus cells land in extra columns: no row
 * is dropped by the reader. Blank lines are skipped by it; the caller counts them.
 */
export function csvScan(file: string, delimiter: string, width: number): string {
  const columns = Array.from({ length: width + SURPLUS }, (_, i) => `c${i}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(file)}, header = false, auto_detect = false, delim = ${literal(delimiter)}, quote = '"', escape = '"',
    columns = {${columns}}, null_padding = true, strict_mode = false, parallel = false, max_line_size = 16777216)`;
}

/** Ordinal of a row where the reader keeps the order of the file. */
export const ORDINAL = 'row_number() OVER () - 1';
