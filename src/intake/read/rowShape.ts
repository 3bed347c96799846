import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { Batch, Doubt, Sheet } from '../sheet';
import { rowInCell } from '../table/rowInCell';
import { type RowKind, rowKind } from '../table/rowKind';
import type { Table } from '../table/table';
import type { Account } from './account';
import type { FieldCells } from './fieldCells';
import { columnsBehind } from './filledColumns';
import type { RowFault } from './rowChecks';
import { textsWithin } from './rowTexts';

/** A number up to a thousands comma, and from there on. */
const FIRST_DIGITS = /^[-+¥￥]?\s*\d{1,3}$/;
const NEXT_DIGITS = /^\d{3}(\.\d+)?\s*元?$/;

/** How the rows of a table stand in the sheet: which of them are data, and whether their cells stand below their headers. */
export class RowShape {
  /** Cells up to the last header. */
  private readonly headed: number;
  /** Cells that the header's row has: in delimited text also blank ones behind the last header. */
  private readonly width: number;
  /** Columns under a blank header: left of the first one, between two, and within the header's row behind the last. */
  private readonly blankHeaders: readonly number[];
  /** Of those behind the last one the ones in which fewer than half of the cases have something. */
  private readonly strange: ReadonlySet<number>;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly table: Table,
    private readonly cells: ReadonlyMap<string, FieldCells>,
    private readonly sheet: Sheet,
    private readonly account: Account,
    filled: ReadonlySet<number>,
  ) {
    const { columns, reach, headers } = table;
    this.headed = columns.last + 1;
    const behind = columnsBehind(table, sheet);
    this.width = this.headed + behind.length;
    this.strange = new Set(behind.filter((c) => !filled.has(c)));
    // What stands between two tables beside each other is the left one's.
    const left = reach.first === 0 ? columns.first : 0;
    this.blankHeaders = [
      ...Array.from({ length: left }, (_, i) => i),
      ...headers.flatMap((h, i) => (h.trim() === '' ? [columns.first + i] : [])),
      ...behind,
    ];
  }

  /** Sets `odd` of the rows that have more or fewer cells than the header, or something under a blank header. */
  mark(batch: Batch, odd: Uint8Array): void {
    const { cells } = batch;
    const { width } = this;
    const fewest = this.sheet.delimiter === null ? 0 : this.headed;
    for (let r = 0; r < odd.length; r++) {
      const n = cells[r] as number;
      if (n > width || n < fewest) odd[r] = 1;
    }
    for (const { row } of batch.doubts) odd[row] = 1;
    for (const c of this.blankHeaders) {
      const column = batch.columns[c];
      if (column) for (let r = 0; r < odd.length; r++) if (column.ids[r] !== 0) odd[r] = 1;
    }
  }

  /** Cells that a row has: of delimited text as many as were written, else those below the headers. */
  cellsOf(batch: Batch, r: number): number {
    return this.sheet.delimiter === null ? this.headed : (batch.cells[r] as number);
  }

  /** A row of delimited text that ends before the last header. */
  isShort(batch: Batch, r: number): boolean {
    return this.sheet.delimiter !== null && (batch.cells[r] as number) < this.headed;
  }

  /** Texts of a row by column of the sheet; those of tables beside this one are blank. */
  textsOf(batch: Batch, r: number): string[] {
    return textsWithin(batch, r, this.table.reach);
  }

  /** @param first it is one of the first rows below the header */
  kindOf(batch: Batch, r: number, odd: boolean, first: boolean): RowKind {
    const incomplete = odd && this.isIncomplete(r);
    if (!incomplete && !first) return 'data';
    return rowKind(this.catalogue, this.textsOf(batch, r), this.table, { firstRows: first });
  }

  /** A required value is missing or cannot be read: the row may be none of the data. */
  private isIncomplete(r: number): boolean {
    for (const cells of this.cells.values()) {
      if (cells.field.required && !cells.isKnown(r)) return true;
    }
    return this.table.ledger.oneOf.some((group) => group.every((f) => !this.cells.get(f)?.isKnown(r)));
  }

  /** What is wrong with the way the row was cut into cells: its cells say nothing of their own then. Null where nothing is. */
  faultsOf(batch: Batch, r: number, doubt: Doubt | undefined): RowFault[] | null {
    const { account, sheet } = this;
    const row = batch.firstRow + r;
    if (doubt)
      return [{ code: doubt, field: null, column: null, value: this.textsOf(batch, r).join(' '), detail: null }];
    const alone = this.isIncomplete(r) ? rowInCell(this.textsOf(batch, r), this.table) : null;
    if (alone) return [{ code: 'row_in_one_cell', field: null, column: alone.column, value: alone.text, detail: null }];
    const beyond = this.textsAt(batch, r, this.columnsBeyond(batch, r));
    const unheaded = this.textsAt(batch, r, this.blankHeaders);
    if (sheet.delimiter !== null) {
      // Behind a separator too many any value may have slipped; a cell of a workbook cannot.
      const isLong = (batch.cells[r] as number) > this.width;
      const slipped = [...(isLong ? unheaded : unheaded.filter((u) => this.strange.has(u.column))), ...beyond];
      const value = slipped.map((b) => b.text).join(' ');
      if (slipped[0]) return [{ code: 'surplus_cells', field: null, column: slipped[0].column, value, detail: null }];
      const behind = unheaded.filter((u) => u.column >= this.headed).map((u) => u.text);
      const cut = isLong || behind.length > 0 ? this.cutNumber(batch, r, behind) : null;
      if (cut) return [{ code: 'surplus_cells', field: null, ...cut, detail: 'thousands' }];
    }
    for (const { column } of [...beyond, ...unheaded]) account.unheadedCell(column, row);
    return null;
  }

  /**
   * A number that its thousands comma cut in two (1,200). Behind it every cell has slipped, and where nothing stood in the last one
   * there is no more to tell by than one blank cell too many, which rows may also have for no reason.
   * @param behind what stands behind the last header
   */
  private cutNumber(batch: Batch, r: number, behind: readonly string[]): { column: number; value: string } | null {
    if (this.sheet.delimiter !== ',') return null;
    const numbers = [...this.cells.values()].filter((c) => c.field.type === 'amount' || c.field.type === 'count');
    const isRemark = behind.length > 0 && !behind.some((text) => /^[\d.,\s]+元?$/.test(text));
    for (const { column } of numbers) {
      if (column === null) continue;
      // Two numbers beside each other, and a remark where its header was forgotten.
      if (isRemark && numbers.some((next) => next.column === column + 1)) continue;
      const [first, second] = [column, column + 1].map((c) => this.textsAt(batch, r, [c])[0]?.text.trim() ?? '');
      if (first && second && FIRST_DIGITS.test(first) && NEXT_DIGITS.test(second))
        return { column: column + 1, value: `${first},${second}` };
    }
    return null;
  }

  /** Those beyond the header's row. */
  private columnsBeyond(batch: Batch, r: number): number[] {
    const n = Math.min(batch.cells[r] as number, this.table.reach.last + 1, batch.columns.length);
    return Array.from({ length: Math.max(0, n - this.width) }, (_, i) => this.width + i);
  }

  /** What stands in some columns of a row, but for blanks. */
  private textsAt(batch: Batch, r: number, columns: readonly number[]): { column: number; text: string }[] {
    return columns.flatMap((c) => {
      const column = batch.columns[c];
      const text = column?.texts.text(column.ids[r] as number) ?? '';
      return text.trim() ? [{ column: c, text }] : [];
    });
  }
}
