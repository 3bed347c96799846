import type { Catalogue } from '../../domain/catalogue/catalogue';
import { severityOf } from '../../domain/problemCodes';
import type { FoundProblem } from '../../domain/problems';
import type { FieldReader } from '../../domain/reading/fieldReader';
import type { TypedColumn } from '../../domain/typedRows';
import type { Batch, Sheet } from '../sheet';
import { sayOtherUnits } from '../table/otherUnits';
import type { Table } from '../table/table';
import type { Account } from './account';
import { AsideTexts } from './asideTexts';
import { FieldCells } from './fieldCells';
import { LastRows } from './lastRows';
import { MergedCells } from './mergedCells';
import type { Part } from './part';
import { type CheckedAgainst, RowChecks } from './rowChecks';
import { RowShape } from './rowShape';
import { RowUnits } from './rowUnits';
import { SlippedNames } from './slippedNames';
import { Totals } from './totals';
import { FILLED, REPAIRED } from './typedTexts';

/** Rows below a header among which an example may stand. */
const FIRST_ROWS = 10;

/** What a table's rows are read with. */
export interface ReadingOf {
  catalogue: Catalogue;
  part: Part;
  account: Account;
  /** Ordinal of the sheet in the file, or one given to a table that stands beside another. */
  sheetNumber: number;
  /** By such ordinals. */
  sheetNames: readonly (string | null)[];
  sheet: Sheet;
  /** Columns behind the last header that hold something in every case. */
  filled: ReadonlySet<number>;
  against: CheckedAgainst;
  readerOf(field: string, table: Table): FieldReader;
}

/** Reads the rows below one header, batch by batch. */
export class TableRows {
  private readonly cells = new Map<string, FieldCells>();
  private readonly checks: RowChecks;
  private readonly shape: RowShape;
  private readonly units: RowUnits;
  private readonly totals: Totals;
  private readonly merged: MergedCells;
  private readonly names: SlippedNames;
  private readonly aside: AsideTexts;
  /** Rows of data so far. */
  private seen = 0;
  private lastRow = 0;
  readonly last = new LastRows();

  constructor(
    readonly table: Table,
    private readonly reading: ReadingOf,
  ) {
    const ledger = table.ledger;
    for (const field of ledger.fields) {
      const column = table.fields[field.name] ?? null;
      this.cells.set(field.name, new FieldCells(field, reading.readerOf(field.name, table), column));
    }
    this.checks = new RowChecks(ledger, this.cells, reading.against);
    this.shape = new RowShape(reading.catalogue, table, this.cells, reading.sheet, reading.account, reading.filled);
    this.units = new RowUnits(table, this.cells);
    this.names = new SlippedNames(table, (field) => reading.readerOf(field, table));
    this.totals = new Totals(table, this.cells);
    this.aside = new AsideTexts(table, reading.sheetNumber, reading.part);
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
    this.shape.mark(batch, odd);
    this.units.mark(batch, odd);
    this.merged.take(batch, odd);
    const doubts = new Map(batch.doubts.map((d) => [d.row, d.doubt]));
    const ids = this.cells.get(this.table.ledger.idField) as FieldCells;
    const followed = this.reading.sheet.merged.length > 0 || [...this.cells.values()].some((c) => c.meansAbove());
    const hidden = batch.hidden?.length ? new Set(batch.hidden) : null;
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
        const kind = this.shape.kindOf(batch, r, odd[r] === 1, this.seen < FIRST_ROWS);
        if (kind === 'other_table' || (kind === 'header' && sayOtherUnits(this.last, this.table))) {
          end = r;
          break;
        }
        if (kind !== 'data') {
          this.merged.keep(r);
          account.passOver(kind, row);
          if (kind === 'note') this.last.remark(row, this.shape.textsOf(batch, r));
          else if (kind !== 'blank') this.last.forget();
          if (kind === 'note' || kind === 'blank') this.last.beside(batch, r, this.table.reach);
          if (kind === 'total')
            for (const t of this.totals.check(row, this.shape.textsOf(batch, r))) account.note('total_differs', t);
          continue;
        }
        this.seen++;
      }
      if (hidden?.has(r)) account.hiddenRow(row);
      if (followed) {
        this.fillAbove(r);
        this.merged.keep(r);
      }
      const first = ids.isKnown(r) ? part.ids.add(ids, r, sheetNumber, row) : null;
      if (odd[r]) this.units.apply(batch, r);
      if (odd[r] || first) {
        const found = this.shape.faultsOf(batch, r, doubts.get(r)) ?? this.checks.find(r);
        if (first)
          found.push({
            code: first.isSame ? 'duplicate_id' : 'alike_id',
            field: ids.field.name,
            column: ids.column,
            // Of merged cells it stands above.
            value: ids.text(r) ?? (ids.value(r) as string),
            detail:
              sheetNames[first.sheet] === sheetNames[sheetNumber]
                ? String(first.row)
                : `工作表「${sheetNames[first.sheet] ?? ''}」第 ${first.row} 行`,
          });
        const short = this.shape.isShort(batch, r);
        for (const f of this.names.masked(found, () => this.shape.textsOf(batch, r), short)) {
          if (severityOf(f.code) === 'error') faulty = true;
          problems.push({ sheet: sheetNumber, row, ...f });
        }
        this.ask(r);
        if (faulty) this.aside.add(row, this.shape.textsOf(batch, r), this.shape.cellsOf(batch, r));
        else if (short) account.shortRow(row);
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
    await this.aside.flush();
    await part.add({ rows: n, columns: this.columnsOf(batch, kept) });
    return end;
  }

  /** All rows of the table were taken. */
  end(): void {
    const { account } = this.reading;
    account.endAt(this.lastRow);
    for (const t of this.totals.end()) account.note('total_differs', t);
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

  private ask(r: number): void {
    for (const cells of this.cells.values()) {
      const reading = cells.reading(r);
      for (const question of [reading?.question, reading?.alsoAsked])
        if (question) this.reading.part.ask(question, cells.field.name, cells.column, cells.text(r) ?? '');
    }
  }

  private countRepairs(rows: Int32Array): void {
    for (const cells of this.cells.values()) {
      if (!cells.typed?.repaired) continue;
      for (const r of cells.rowsWith(REPAIRED, rows)) {
        if (!(cells.stateOf(r) & REPAIRED)) continue;
        const repair = cells.reading(r)?.repair;
        if (repair) this.reading.account.repair(repair, cells.field.name, cells.column, 1, cells.text(r) ?? '');
      }
    }
  }

  private columnsOf(batch: Batch, rows: Int32Array): Record<string, TypedColumn> {
    const numbers = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) numbers[i] = batch.firstRow + (rows[i] as number);
    const columns: Record<string, TypedColumn> = {
      sheet: { kind: 'count', values: new Int32Array(rows.length).fill(this.reading.sheetNumber) },
      row: { kind: 'count', values: numbers },
    };
    for (const [name, cells] of this.cells)
      columns[cells.field.type === 'county' ? 'place' : name] = cells.rowsOf(rows);
    return columns;
  }
}
