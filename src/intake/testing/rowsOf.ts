import { expect } from 'vitest';
import { BATCH_ROWS, type OpenedFile } from '../sheet';

/** All rows of a file of one sheet as texts; every batch is held against the contract. */
export async function rowsOf({ sheets }: OpenedFile): Promise<string[][]> {
  const rows: string[][] = [];
  expect(sheets.length).toBe(1);
  for await (const batch of sheets[0]?.read() ?? []) {
    expect(batch.firstRow).toBe(rows.length + 1);
    expect(batch.rows).toBeLessThanOrEqual(BATCH_ROWS);
    expect(batch.cells.length).toBe(batch.rows);
    for (const { texts, ids } of batch.columns) {
      expect(ids.length).toBe(batch.rows);
      expect(texts.text(0)).toBe('');
    }
    for (let row = 0; row < batch.rows; row++)
      rows.push(
        batch.columns.map(({ texts, ids }) => {
          const id = ids[row] as number;
          if (!(id >= 0 && id < texts.size)) throw new RangeError(`text ${id} of ${texts.size}`);
          return texts.text(id);
        }),
      );
  }
  return rows;
}
