import type { ShownCell } from '../../domain/aside';
import { FORMULA } from '../../domain/formula';

/** Headers and cells of a row as two lines that a spreadsheet takes up when they are pasted; it runs none of them. */
export const asideText = (cells: readonly ShownCell[]): string =>
  [cells.map((c) => c.header), cells.map((c) => c.text)].map((line) => line.map(field).join('\t')).join('\n');

/** A cell that would be cut in two is quoted, one that would be run as a formula gets an apostrophe. */
function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[\t\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
