import { LEDGERS } from '../../domain/ledgers';
import { severityOf } from '../../domain/problemCodes';
import type { FoundProblem } from '../../domain/problems';
import type { FieldReader } from '../../domain/reading/fieldReader';
import type { TypedColumn } from '../../domain/typedRows';
import type { Batch, Doubt, Sheet } from '../sheet';
import { rowInCell } from '../table/rowInCell';
import { type RowKind, rowKind } from '../table/rowKind';
import type { Table } from '../table/table';
import type { Account } from './account';
import { FieldCells } from './fieldCells';
import { LastRows } from './lastRows';
import { MergedCells } from './mergedCells';
import type { Part } from './part';
import { type CheckedAgainst, RowChecks, type RowFault } from './rowChecks';
import { textsWithin } from './rowTexts';
import { Totals } from './totals';
import { FILLED, REPAIRED } from './typedTexts';

/** Rows below a header among which an example may stand. */
const FIRST_ROWS = 10;

/** What a table's rows are read with. */
export interface ReadingOf {
  part: Part;
  account: Account;
  /** Ordinal of the sheet in the file, or one given to a table that stands beside another. */
  sheetNumber: number;
  /** By such ordinals. */
  sheetNames: readonly (string | null)[];
  sheet: Sheet;
  against: CheckedAgainst;
  readerOf(field: string, table: Table): FieldReader;
}

/** Reads the rows below one header, batch by batch. */
export class TableRows {
  private readonly cells = new Map<string, FieldCells>();
  private readonly checks: RowChecks;
  private readonly totals: Totals;
  private readonly merged: MergedCells;
  /** Cells up to the last header. */
  private readonly headed: number;
  /** Cells that the header's row has: in delimited text also blank ones behind the last header. */
  private readonly width: number;
  /** Columns within it under a blank header. */
  private readonly blankHeaders: readonly number[];
  /** Rows of data so far. */
  private seen = 0;
  lastRow = 0;
  readonly last = new LastRows();

  constructor(
    readonly table: Table,
    private readonly reading: ReadingOf,
  ) {
    const ledger = LEDGERS[table.ledger];
    for (const field of ledger.fields) {
      const column = table.fields[field.name] ?? null;
      this.cells.set(field.name, new FieldCells(field, reading.readerOf(field.name, table), column));
    }
    this.checks = new RowChecks(ledger, this.cells, reading.against);
    const { columns, reach, headers } = table;
    this.headed = columns.last + 1;
    // Between tables beside each other a blank header parts them: what stands there has slipped.
    const isOwn = reading.sheet.delimiter !== null && table.cells <= reach.last + 1;
    this.width = isOwn ? Math.max(this.headed, table.cells) : this.headed;
    this.blankHeaders = [
      ...headers.flatMap((h, i) => (h.trim() === '' ? [columns.first + i] : [])),
      ...Array.from({ length: this.width - this.headed }, (_, i) => this.headed + i),
    ];
    this.totals = new Totals(table, this.cells);
    this.merged = new MergedCells(reading.sheet.merged, this.cells.values(), table.header.last + 1);
  }

  /**
   * Reads the rows `from` … `to` (ordinals within the batch, the last not included).
   * @returns where another table begins, if one does: its rows were not read
   */
  async take(batch: Batch, from: number, to: number): Promise<number> {
    const { part, account, sheetNumber, sheetNames } = this.reading;
    for (const cells of this.cells.values()) cells.take(batch);
    const odd = new Uint8Array(batch.rows);
    this.checks.mark(odd);
    this.markUneven(batch, odd);
    this.merged.take(batch, odd);
    const doubts = new Map(batch.doubts.map((d) => [d.row, d.doubt]));
    const ids = this.cells.get(LEDGERS[this.table.ledger].idField) as FieldCells;
    const followed = this.reading.sheet.merged.length > 0 || [...this.cells.values()].some((c) => c.meansAbove());
    const accepted = new Int32Array(to - from);
    const problems: FoundProblem[] = [];
    let n = 0;
    let read = 0;
    let last = -1;
    let end = to;
    for (let r = from; r < to; r++) {
      const row = batch.firstRow + r;
      let faulty = false;
      if (odd[r] || this.seen < FIRST_ROWS) {
        const kind = this.kindOf(batch, r, odd[r] === 1);
        if (kind === 'other_table') {
          end = r;
          break;
        }
        if (kind !== 'data') {
          this.merged.keep(r);
          account.passOver(kind, row);
          if (kind === 'note') this.last.remark(row, this.textsOf(batch, r));
          else if (kind !== 'blank') this.last.forget();
          if (kind === 'total')
            for (const t of this.totals.check(this.textsOf(batch, r))) account.note('total_differs', { row, ...t });
          continue;
        }
        this.seen++;
      }
      if (followed) {
        this.fillAbove(r);
        this.merged.keep(r);
      }
      const id = ids.value(r);
      const first = id === null ? null : part.ids.add(id as string, sheetNumber, row);
      if (odd[r] || first) {
        const found = this.faultsOf(batch, r, doubts.get(r));
        if (first)
          found.push({
            code: 'duplicate_id',
            field: ids.field.name,
            column: ids.column,
            // Of merged cells it stands above.
            value: ids.text(r) ?? (id as string),
            detail:
              sheetNames[first.sheet] === sheetNames[sheetNumber]
                ? String(first.row)
                : `工作表「${sheetNames[first.sheet] ?? ''}」第 ${first.row} 行`,
          });
        for (const f of found) {
          if (severityOf(f.code) === 'error') faulty = true;
          problems.push({ sheet: sheetNumber, row, ...f });
        }
        this.ask(r);
        if (!faulty && this.reading.sheet.delimiter !== null && (batch.cells[r] as number) < this.headed)
          account.shortRow(row);
      }
      read++;
      last = r;
      this.lastRow = row;
      this.last.forget();
      this.totals.add(r);
      if (followed) for (const cells of this.cells.values()) cells.keep(r);
      if (!faulty) accepted[n++] = r;
    }
    // The next batch may begin with a sign for the row above.
    if (last >= 0 && !followed) for (const cells of this.cells.values()) cells.keep(last);
    part.read += read;
    const kept = accepted.subarray(0, n);
    this.countRepairs(kept);
    await part.report(problems);
    await part.add({ rows: n, columns: this.columnsOf(batch, kept) });
    return end;
  }

  /** A row of more or fewer cells than its header. */
  private markUneven(batch: Batch, odd: Uint8Array): void {
    const { cells } = batch;
    const { width } = this;
    const fewest = this.reading.sheet.delimiter === null ? 0 : this.headed;
    for (let r = 0; r < odd.length; r++) {
      const n = cells[r] as number;
      if (n > width || n < fewest) odd[r] = 1;
    }
    for (const { row } of batch.doubts) odd[row] = 1;
    // Something under a blank header.
    for (const c of this.blankHeaders) {
      const column = batch.columns[c];
      if (column) for (let r = 0; r < odd.length; r++) if (column.ids[r] !== 0) odd[r] = 1;
    }
  }

  private fillAbove(r: number): void {
    const { account } = this.reading;
    for (const cells of this.cells.values()) {
      const isCovered = !(cells.stateOf(r) & FILLED) && this.merged.isCovered(r, cells);
      if (!isCovered && !cells.reading(r)?.above) continue;
      const text = cells.text(r) ?? '';
      if (cells.takeAbove(r, isCovered ? 'area' : 'row'))
        account.repair('from_above', cells.field.name, cells.column, 1, text);
    }
  }

  /** Texts of a row by column of the sheet; those of tables beside this one are blank. */
  private textsOf(batch: Batch, r: number): string[] {
    return textsWithin(batch, r, this.table.reach);
  }

  private kindOf(batch: Batch, r: number, odd: boolean): RowKind {
    const incomplete = odd && this.isIncomplete(r);
    if (!incomplete && this.seen >= FIRST_ROWS) return 'data';
    return rowKind(this.textsOf(batch, r), this.table, { firstRows: this.seen < FIRST_ROWS });
  }

  /** A required value is missing or cannot be read: the row may be none of the data. */
  private isIncomplete(r: number): boolean {
    for (const cells of this.cells.values()) {
      if (!cells.field.required) continue;
      if (cells.value(r) === null) return true;
    }
    return LEDGERS[this.table.ledger].oneOf.some((group) => group.every((f) => this.cells.get(f)?.value(r) === null));
  }

  private faultsOf(batch: Batch, r: number, doubt: Doubt | undefined): RowFault[] {
    const { account, sheet } = this.reading;
    const row = batch.firstRow + r;
    // Where it is not sure how the row is cut into cells, what stands in them says nothing of its own.
    if (doubt)
      return [{ code: doubt, field: null, column: null, value: this.textsOf(batch, r).join(' '), detail: null }];
    const alone = this.isIncomplete(r) ? rowInCell(this.textsOf(batch, r), this.table) : null;
    if (alone) return [{ code: 'row_in_one_cell', field: null, column: alone.column, value: alone.text, detail: null }];
    const beyond = this.textsBeyond(batch, r);
    // Behind a separator too many any value may have slipped; a cell of a workbook cannot.
    if (beyond.length && sheet.delimiter !== null) {
      const value = beyond.map((b) => b.text).join(' ');
      return [{ code: 'surplus_cells', field: null, column: this.width, value, detail: null }];
    }
    for (const { column } of beyond) account.unheadedCell(column, row);
    for (const c of this.blankHeaders) {
      const column = batch.columns[c];
      if (column?.texts.text(column.ids[r] as number).trim()) account.unheadedCell(c, row);
    }
    return this.checks.find(r);
  }

  /** What stands beyond the header's row. */
  private textsBeyond(batch: Batch, r: number): { column: number; text: string }[] {
    const beyond: { column: number; text: string }[] = [];
    const n = Math.min(batch.cells[r] as number, this.table.reach.last + 1, batch.columns.length);
    for (let c = this.width; c < n; c++) {
      const column = batch.columns[c] as Batch['columns'][number];
      const text = column.texts.text(column.ids[r] as number);
      if (text.trim()) beyond.push({ column: c, text });
    }
    return beyond;
  }

  private ask(r: number): void {
    for (const cells of this.cells.values()) {
      const question = cells.reading(r)?.question;
      if (question) this.reading.part.ask(question, cells.field.name, cells.column, cells.text(r) ?? '');
    }
  }

  private countRepairs(rows: Int32Array): void {
    for (const cells of this.cells.values()) {
      if (!cells.typed?.repaired) continue;
      for (let i = 0; i < rows.length; i++) {
        const r = rows[i] as number;
        if (!(cells.stateOf(r) & REPAIRED)) continue;
        const repair = cells.reading(r)?.repair;
        if (repair) this.reading.account.repair(repair, cells.field.name, cells.column, 1, cells.text(r) ?? '');
      }
    }
  }

  private columnsOf(batch: Batch, rows: Int32Array): Record<string, TypedColumn> {
    const columns: Record<string, TypedColumn> = {
      sheet: { kind: 'count', values: new Int32Array(rows.length).fill(this.reading.sheetNumber) },
      row: { kind: 'count', values: rows.map((r) => batch.firstRow + r) },
    };
    for (const [name, cells] of this.cells)
      columns[cells.field.type === 'county' ? 'place' : name] = cells.rowsOf(rows);
    return columns;
  }
}
