import type { Batch, Merged } from '../sheet';
import type { Span } from '../table/table';
import { coveredRows } from './coveredRows';
import type { FieldCells } from './fieldCells';

/** The cells of a table that areas merged downwards cover. What they say stands in the first cell of their area. */
export class MergedCells {
  private readonly areas: { cells: FieldCells; spans: readonly Span[] }[] = [];
  /** By ordinal of the row in the batch at hand. */
  private covered = new Map<number, FieldCells[]>();
  private begun = new Map<number, FieldCells[]>();

  /** @param firstRow of the table's rows */
  constructor(merged: readonly Merged[], fields: Iterable<FieldCells>, firstRow: number) {
    for (const cells of fields) {
      const spans = coveredRows(merged, cells.column, firstRow + 1);
      if (spans.length) this.areas.push({ cells, spans });
    }
  }

  /** Takes the next batch, and marks the rows of which a cell is covered. */
  take({ firstRow, rows }: Batch, odd: Uint8Array): void {
    this.covered = new Map();
    this.begun = new Map();
    for (const { cells, spans } of this.areas)
      for (const span of spans) {
        const begin = span.first - 1 - firstRow;
        if (begin >= 0 && begin < rows) listed(this.begun, begin, cells);
        const last = Math.min(span.last - firstRow, rows - 1);
        for (let r = Math.max(0, span.first - firstRow); r <= last; r++) {
          odd[r] = 1;
          listed(this.covered, r, cells);
        }
      }
  }

  isCovered(r: number, cells: FieldCells): boolean {
    return this.covered.get(r)?.includes(cells) ?? false;
  }

  /** Remembers what the areas that begin in a row say, also where the row itself is none of the data: a total, an example. */
  keep(r: number): void {
    for (const cells of this.begun.get(r) ?? []) cells.keepFirst(r);
  }
}

function listed(by: Map<number, FieldCells[]>, r: number, cells: FieldCells): void {
  const others = by.get(r);
  if (others) others.push(cells);
  else by.set(r, [cells]);
}
