import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { costs, type Measured } from './cost';

/** Peer (d): the usual library alone, from a workbook to its cells as JavaScript values, nothing read of what they mean. */
export async function libraryAlone(workbook: string): Promise<Measured> {
  const spent = costs();
  const book = read(await readFile(workbook), { dense: true });
  const sheet = book.Sheets[book.SheetNames[0] as string];
  if (!sheet) throw new Error(`${workbook} has no sheet`);
  const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1 });
  return { costs: { cells: spent() }, rows: `${rows.length - 1} rows` };
}
