import type { Batch } from '../sheet';
import type { HeadRow, Span } from '../table/table';

/** Texts of a row by column of the sheet; those outside some columns are blank. */
export function textsWithin(batch: Batch, r: number, { first, last }: Span): string[] {
  const n = Math.min(last + 1, batch.columns.length, batch.cells[r] as number);
  return Array.from({ length: n }, (_, c) => {
    const column = batch.columns[c] as Batch['columns'][number];
    return c < first ? '' : column.texts.text(column.ids[r] as number);
  });
}

const EVERYWHERE: Span = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** Rows of a batch from an ordinal on, as texts. */
export function headRows(batch: Batch, from: number, most: number, within: Span = EVERYWHERE): HeadRow[] {
  const rows: HeadRow[] = [];
  for (let r = from; r < batch.rows && rows.length < most; r++)
    rows.push({ row: batch.firstRow + r, texts: textsWithin(batch, r, within) });
  return rows;
}
