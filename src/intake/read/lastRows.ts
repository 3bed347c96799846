import type { HeadRow } from '../table/table';

/** Rows kept at most. */
const KEPT = 100;

/** The remarks since the last row of a table: where another table follows, they are its titles and units. */
export class LastRows {
  private kept: HeadRow[] = [];

  remark(row: number, texts: readonly string[]): void {
    this.kept.push({ row, texts });
    if (this.kept.length > KEPT) this.kept.shift();
  }

  /** A row of the table itself stands below them: they are its own. */
  forget(): void {
    if (this.kept.length) this.kept = [];
  }

  get all(): readonly HeadRow[] {
    return this.kept;
  }
}
