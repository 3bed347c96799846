import type { Sheet } from '../sheet';
import { isCase } from '../table/evidence';
import type { Table } from '../table/table';
import { isBlank } from '../table/words';
import { textsWithin } from './rowTexts';

/** Columns within the header's row of delimited text, behind its last header. */
export const columnsBehind = ({ columns, cells, reach }: Table, { delimiter }: Sheet): number[] => {
  // Between tables beside each other a blank header parts them.
  if (delimiter === null || cells > reach.last + 1) return [];
  return Array.from({ length: Math.max(0, cells - columns.last - 1) }, (_, i) => columns.last + 1 + i);
};

/** Cases of a table that tell: the file need not be read for them to its end. */
const CASES = 1000;

/**
 * Columns behind the last header in which at least half of the cases have something, of the first thousand: a column whose header
 * was forgotten. What stands in another one, here and there, has come there past a separator too many.
 */
export async function filledColumns(sheet: Sheet, table: Table): Promise<ReadonlySet<number>> {
  const behind = columnsBehind(table, sheet);
  const [from] = behind;
  if (from === undefined) return new Set();
  const filled = new Map(behind.map((c) => [c, 0]));
  let cases = 0;
  reading: for await (const batch of sheet.read())
    for (let r = Math.max(0, table.header.last + 1 - batch.firstRow); r < batch.rows; r++) {
      if (!isCase(textsWithin(batch, r, table.reach), table)) continue;
      cases++;
      const end = Math.min(from + behind.length, batch.cells[r] as number);
      for (let c = from; c < end; c++) {
        const column = batch.columns[c];
        if (column && !isBlank(column.texts.text(column.ids[r] as number)))
          filled.set(c, (filled.get(c) as number) + 1);
      }
      if (cases === CASES) break reading;
    }
  return new Set(behind.filter((c) => (filled.get(c) as number) * 2 >= cases));
}
