import type { Catalogue } from '../../domain/catalogue/catalogue';
import { columnLetters } from '../../domain/columnLetters';
import { FileRefused } from '../../domain/problems';
import { ignoredNotes } from '../ignoredColumns';
import type { Batch, Sheet } from '../sheet';
import { isCase } from '../table/evidence';
import { findTables } from '../table/findTables';
import type { HeadRow, Span, Table } from '../table/table';
import { squeezed } from '../table/words';
import { Account } from './account';
import { Ahead } from './ahead';
import { filledColumns } from './filledColumns';
import { OtherRows } from './otherRows';
import type { Part } from './part';
import { headRows } from './rowTexts';
import { type ReadingOf, TableRows } from './tableRows';
import { assertNoUnitsBelow } from './unitsBelow';

/** Rows in which the first header must stand. */
export const HEAD_ROWS = 100;

/** Tables of one sheet: no form has as many, and the rows and notes of each are kept apart. */
const MOST_TABLES = 1000;

/** The first rows of a sheet, as texts. */
export async function headOf(sheet: Sheet): Promise<HeadRow[]> {
  const head: HeadRow[] = [];
  for await (const batch of sheet.read()) {
    head.push(...headRows(batch, 0, HEAD_ROWS - head.length));
    if (head.length >= HEAD_ROWS) break;
  }
  return head;
}

/** What is read of a sheet: which of its tables, and with what. */
export interface SheetReading extends Omit<ReadingOf, 'part' | 'account' | 'sheet' | 'filled'> {
  /** A table as it is read, and where its rows go; null where they are passed over. @throws FileRefused where it cannot be read */
  partOf(found: Table): { table: Table; part: Part | null };
  /** Another ordinal for the same sheet: rows are told apart by it, and two tables beside each other have the same rows. */
  numberBeside(): number;
  progress(share: number): void;
}

/**
 * Reads the rows of a sheet's tables: those beside each other in one pass, one that begins below another in its place.
 * What was read otherwise than as plain data is reported to the parts.
 * @param tables beside each other below the first header
 */
export async function readSheet(sheet: Sheet, tables: readonly Table[], reading: SheetReading): Promise<void> {
  const last = tables.at(-1);
  const filled = last ? await filledColumns(sheet, last) : new Set<number>();
  const accounts: { part: Part; account: Account }[] = [];
  let opened = 0;
  const open = (found: Table, sheetNumber: number, over: Table | null = null): Running => {
    if (opened++ === MOST_TABLES)
      throw new FileRefused('too_large', { detail: `一张工作表里超过 ${MOST_TABLES} 个表` });
    const { table, part } = reading.partOf(found);
    if (!part) return { table, sheetNumber, account: null, rows: new OtherRows(reading.catalogue, table, sheet, over) };
    const account = new Account(sheetNumber);
    noteHead(table, sheet, account);
    const rows = new TableRows(table, { ...reading, sheetNumber, part, account, sheet, filled });
    accounts.push({ part, account });
    return { table, sheetNumber, account, rows };
  };
  const openBeside = (table: Table): Running => open(table, reading.numberBeside());
  const [first, ...others] = saidOnce(tables);
  const running = first ? [open(first, reading.sheetNumber), ...others.map(openBeside)] : [];
  /** Number of the row behind those read so far. */
  let next = 1;
  const batches = new Ahead(sheet.read());
  for await (const batch of batches) {
    // Rows that no batch holds are empty.
    for (const { table, account } of running) {
      const from = Math.max(next, table.header.last + 1);
      if (from < batch.firstRow) account?.passOver('blank', from, batch.firstRow - 1);
    }
    next = batch.firstRow + batch.rows;
    // Tables that begin beside each other below one come behind the others.
    for (let i = 0; i < running.length; i++) {
      let run = running[i] as Running;
      let from = Math.max(0, run.table.header.last + 1 - batch.firstRow);
      while (from < batch.rows) {
        const end = await run.rows.take(batch, from, batch.rows);
        if (end >= batch.rows) break;
        const [below, ...beside] = await tablesBelow(reading.catalogue, run, batch, end, batches, sheet);
        if (!below) throw new FileRefused('unreadable', { detail: `第 ${batch.firstRow + end} 行起的表头` });
        close(run);
        run = open(below, run.sheetNumber, run.account && run.table);
        running[i] = run;
        running.push(...beside.map(openBeside));
        from = below.header.last + 1 - batch.firstRow;
      }
    }
    if (batch.share !== undefined) reading.progress(batch.share);
  }
  const told = new Set<string>();
  for (const { table, rows } of running) if (rows instanceof TableRows) assertNoUnitsBelow(table, rows.last.all);
  running.forEach(close);
  for (const { part, account } of accounts) {
    // A row may be blank in each of two tables beside each other.
    part.notes.push(...account.notes().filter((n) => told.size < told.add(JSON.stringify({ ...n, sheet: null })).size));
  }
}

/** A table comes to its end; what its rows were read with is needed no more. */
function close({ rows }: Running): void {
  if (rows instanceof TableRows) rows.end();
}

/** A table whose rows are read, or passed over, from batch to batch. */
interface Running {
  table: Table;
  sheetNumber: number;
  /** Null where its rows are passed over. */
  account: Account | null;
  rows: TableRows | OtherRows;
}

/**
 * The tables that begin in a row below another, in its columns. The remarks between them are theirs: 单位：万元. A case of the
 * table above is none of them: the header of another table is looked for no further.
 */
async function tablesBelow(
  catalogue: Catalogue,
  { table: upper, account, rows }: Running,
  batch: Batch,
  at: number,
  batches: Ahead,
  sheet: Sheet,
): Promise<Table[]> {
  const between = rows.last.all;
  const { reach } = upper;
  const below = headRows(batch, at, HEAD_ROWS, reach);
  const next = below.length < HEAD_ROWS ? await batches.look() : null;
  if (next) below.push(...headRows(next, 0, HEAD_ROWS - below.length, reach));
  const goesOn = below.findIndex(({ texts }) => isCase(texts, upper));
  const tables = findTables(
    catalogue,
    [...between, ...below.slice(0, goesOn < 0 ? HEAD_ROWS : goesOn)],
    sheet,
    rows.last.unitsBeside,
  );
  if (tables.length && between[0]) account?.leaveRemarks(between[0].row);
  return saidOnce(tables).map((table) => ({ ...table, reach: common(table.reach, reach) }));
}

/** What stands above tables beside each other is told of the first. */
const saidOnce = (tables: readonly Table[]): Table[] =>
  tables.map((table, i) => (i === 0 ? table : { ...table, above: [] }));

const common = (a: Span, b: Span): Span => ({ first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) });

function noteHead(table: Table, sheet: Sheet, account: Account): void {
  for (const { kind, row } of table.above) account.passOver(kind, row);
  for (const [field, { factor, said }] of Object.entries(table.scales))
    if (factor !== 1)
      account.note('scaled_amounts', {
        field,
        column: table.fields[field] ?? null,
        value: said,
        detail: String(factor),
      });
  const hidden = [...new Set(Object.values(table.fields))]
    .filter((c) => sheet.hiddenColumns?.some(([first, last]) => first <= c && c <= last))
    .sort((a, b) => a - b)
    .map((c) => `「${squeezed(table.headers[c - table.columns.first] ?? '')}」（${columnLetters(c)}列）`);
  if (hidden.length > 0) account.note('hidden_cells', { detail: hidden.join('') });
  for (const note of ignoredNotes(table.ignored)) account.note(note.code, note);
}
