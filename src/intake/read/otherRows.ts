import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { Batch, Sheet } from '../sheet';
import { isCase } from '../table/evidence';
import { rowKind } from '../table/rowKind';
import type { Table } from '../table/table';
import { LastRows } from './lastRows';
import { isSummary, missingColumns, placeOf } from './parts';
import { textsWithin } from './rowTexts';

/** The rows of a table that is passed over: looked at only for another table below it. */
export class OtherRows {
  readonly last = new LastRows();

  /** @param over the table above it, where that is read */
  constructor(
    private readonly catalogue: Catalogue,
    readonly table: Table,
    private readonly sheet: Sheet,
    private readonly over: Table | null,
  ) {}

  /**
   * @returns where another table begins, else `to`
   * @throws FileRefused where the rows of the table above go on below a summary: they are not to be passed over with it
   */
  async take(batch: Batch, from: number, to: number): Promise<number> {
    const { table, sheet, over } = this;
    for (let r = from; r < to; r++) {
      const texts = textsWithin(batch, r, table.reach);
      const kind = rowKind(this.catalogue, texts, table, { firstRows: false });
      if (kind === 'other_table') return r;
      if (over && isSummary(table) && isCase(texts, over)) throw missingColumns(table, placeOf(table, sheet));
      if (kind === 'note') this.last.remark(batch.firstRow + r, texts);
      else if (kind !== 'blank') this.last.forget();
      if (kind === 'note' || kind === 'blank') this.last.beside(batch, r, table.reach);
    }
    return to;
  }
}
