import { FileRefused } from '../../domain/problems';
import type { Batch, Merged, Sheet } from '../sheet';
import { BatchMaker, MOST_COLUMNS } from './batches';
import { CellText } from './htmlText';
import { documentOf, readable } from './markup';
import { addMerged } from './merged';
import { documentsOf, isMhtml } from './mhtml';
import { decimalText } from './numberText';
import { readTokens, tokensOf } from './tokenStream';
import { CLOSE, OPEN, TEXT, type Token, Tokens } from './tokens';

/** As many as browsers take. */
const MOST_SPANNED_COLUMNS = 1000;
const MOST_SPANNED_ROWS = 65_534;
const MOST_TABLES = 1000;

/** What is in them is no text. */
const RAW: readonly string[] = ['script', 'style'];

interface Visitor {
  row(table: number, row: number, hidden: boolean): void;
  cell(table: number, row: number, column: number, text: string): void;
  merged(table: number, area: Merged): void;
}

/** The tables of an HTML document, each as a sheet. One within a cell of another is a sheet of its own. */
export async function openHtml(file: Blob): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const html of (await isMhtml(file)) ? await pagesOf(file) : [file]) {
    const document = await documentOf(html);
    const tables = await readOutline(document());
    readable(tables.length, html);
    for (const [wanted, { merged }] of tables.entries())
      sheets.push({
        name: null,
        hidden: false,
        date1904: false,
        merged,
        delimiter: null,
        read: () => readTable(document(), wanted),
      });
  }
  if (!sheets.length) throw new FileRefused('unknown_form', { detail: '网页中没有表格' });
  return sheets.length > 1 ? sheets.map((s, i) => ({ ...s, name: `表格${i + 1}` })) : sheets;
}

/** The sheets of a workbook saved as one page; the page that shows their names only is passed over. */
const pagesOf = async (file: Blob): Promise<Blob[]> =>
  (await documentsOf(file)).filter((d) => !/\btabstrip\.html?$/i.test(d.location)).map((d) => d.html);

async function readOutline(stream: ReadableStream<Uint8Array>): Promise<{ merged: Merged[] }[]> {
  const found: { merged: Merged[]; rows: number }[] = [];
  const at = (table: number) => {
    while (found.length <= table) found.push({ merged: [], rows: 0 });
    return found[table] as { merged: Merged[]; rows: number };
  };
  const tables = new Tables({
    row: (table, row) => {
      at(table).rows = row;
    },
    cell: () => undefined,
    merged: (table, area) => addMerged(at(table).merged, area),
  });
  const tokens = new Tokens(true);
  await readTokens(stream, tokens, (token) => tables.visit(token, tokens));
  tables.end();
  if (tables.count) at(tables.count - 1);
  // A cell may claim more rows than the table has.
  for (const { merged, rows } of found) for (const area of merged) area.lastRow = Math.min(area.lastRow, rows);
  return found;
}

async function* readTable(stream: ReadableStream<Uint8Array>, wanted: number): AsyncGenerator<Batch> {
  const batches = new BatchMaker();
  const tables = new Tables({
    row: (table, row, hidden) => table === wanted && batches.beginRow(row, hidden),
    cell: (table, _row, column, text) => table === wanted && batches.cell(column, text),
    merged: () => undefined,
  });
  const tokens = new Tokens(true);
  yield* tokensOf(
    stream,
    tokens,
    (token) => tables.visit(token, tokens),
    () => batches.take(),
  );
  tables.end();
  yield* batches.end();
}

/** A table that is open. */
interface Open {
  number: number;
  row: number;
  inRow: boolean;
  /** For each column, up to which row a cell from above reaches. */
  reached: number[];
  column: number;
  cell: CellText | null;
  /** The number that Excel notes beside what it shows. */
  exact: string | null;
}

/** Finds the cells of tables as browsers do: cells and rows end where the next begins. */
class Tables {
  count = 0;
  #open: Open[] = [];

  constructor(private readonly to: Visitor) {}

  visit(token: Token, tokens: Tokens): void {
    const table = this.#open.at(-1);
    if (token === TEXT) {
      if (!tokens.cdata) table?.cell?.add(tokens.text());
      return;
    }
    const { name } = tokens;
    if (token === OPEN && RAW.includes(name) && !tokens.empty) tokens.rawUntilEndOf(name);
    else if (name === 'table') this.#table(token);
    else if (!table) return;
    else if (name === 'tr') {
      this.#endCell(table);
      table.inRow = false;
      if (token === OPEN) this.#beginRow(table, /display\s*:\s*none/i.test(tokens.attribute('style') ?? ''));
    } else if (name === 'td' || name === 'th') {
      this.#endCell(table);
      if (token === OPEN) this.#beginCell(table, tokens);
    } else table.cell?.tag(name);
  }

  /** @throws FileRefused for a document that ends within a table */
  end(): void {
    if (this.#open.length) throw new FileRefused('broken_workbook', { detail: '表格中途结束' });
  }

  #table(token: Token): void {
    if (token === CLOSE) {
      const table = this.#open.pop();
      if (table) this.#endCell(table);
      return;
    }
    if (this.count >= MOST_TABLES) throw new FileRefused('too_large', { detail: `表格超过 ${MOST_TABLES} 个` });
    this.#open.push({ number: this.count++, row: 0, inRow: false, reached: [], column: 0, cell: null, exact: null });
  }

  #beginRow(table: Open, hidden = false): void {
    table.row++;
    table.column = 0;
    table.inRow = true;
    this.to.row(table.number, table.row, hidden);
  }

  #beginCell(table: Open, tokens: Tokens): void {
    if (!table.inRow) this.#beginRow(table);
    while ((table.reached[table.column] ?? 0) >= table.row) table.column++;
    const columns = spanOf(tokens, 'colspan', MOST_SPANNED_COLUMNS);
    const rows = spanOf(tokens, 'rowspan', MOST_SPANNED_ROWS);
    if (table.column + columns > MOST_COLUMNS)
      throw new FileRefused('too_large', { detail: `第 ${table.row} 行超过 ${MOST_COLUMNS} 列` });
    for (let i = 0; i < columns; i++) table.reached[table.column + i] = table.row + rows - 1;
    if (rows > 1 || columns > 1)
      this.to.merged(table.number, {
        firstRow: table.row,
        lastRow: table.row + rows - 1,
        firstColumn: table.column,
        lastColumn: table.column + columns - 1,
      });
    table.cell = new CellText();
    table.exact = tokens.attribute('x:num');
  }

  #endCell(table: Open): void {
    if (!table.cell) return;
    const shown = table.cell.take();
    // Excel shows a long number rounded or as a row of #, and notes it whole.
    const text = table.exact && /^#+$|\dE[+-]\d/.test(shown) ? decimalText(table.exact) : shown;
    this.to.cell(table.number, table.row, table.column, text);
    table.cell = null;
    // The next looks for its place from here on.
    table.column++;
  }
}

function spanOf(tokens: Tokens, name: string, most: number): number {
  const n = Number.parseInt(tokens.attribute(name) ?? '1', 10);
  return n >= 1 ? Math.min(n, most) : 1;
}
