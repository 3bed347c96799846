import type { Batch } from '../sheet';
import { namesUnits, type UnitCell } from '../table/scales';
import type { HeadRow, Span } from '../table/table';

/** Rows kept at most. */
const KEPT = 100;
/** A row of more cells outside a table's columns is one of the table beside it. */
const REMARK_CELLS = 3;

/** The remarks since the last row of a table: where another table follows, they are its titles and units. */
export class LastRows {
  private kept: HeadRow[] = [];
  private outside: UnitCell[] = [];

  remark(row: number, texts: readonly string[]): void {
    this.kept.push({ row, texts });
    if (this.kept.length > KEPT) this.kept.shift();
  }

  /**
   * What a row that holds none of the table's cells, or a remark, says of units outside of the table's columns: 单位：万元 stands once
   * above tables beside each other, mostly over the last.
   */
  beside(batch: Batch, r: number, { first, last }: Span): void {
    const said: UnitCell[] = [];
    let filled = 0;
    const n = Math.min(batch.columns.length, batch.cells[r] as number);
    for (let c = 0; c < n; c++) {
      if (c === first) c = last + 1;
      const column = c < n ? batch.columns[c] : undefined;
      const text = column?.texts.text(column.ids[r] as number) ?? '';
      if (text.trim() === '') continue;
      if (++filled > REMARK_CELLS) return;
      if (namesUnits(text)) said.push({ column: c, text });
    }
    if (this.outside.length + said.length <= KEPT) this.outside.push(...said);
  }

  /** A row of the table itself stands below them: they are its own. */
  forget(): void {
    if (this.kept.length) this.kept = [];
    if (this.outside.length) this.outside = [];
  }

  get all(): readonly HeadRow[] {
    return this.kept;
  }

  /** Units that are spoken of beside them. */
  get unitsBeside(): readonly UnitCell[] {
    return this.outside;
  }
}
