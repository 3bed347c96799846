import { FileRefused } from '../../domain/problems';
import { BATCH_ROWS, type Batch } from '../sheet';
import { TextList } from '../texts';

/** As many as a spreadsheet program has (XFD). */
export const MOST_COLUMNS = 16_384;
/** No workbook has as many sheets; each is opened, and it is said of each that it holds no ledger. */
export const MOST_SHEETS = 1000;
/** Row numbers above are no row numbers of any program; they stay exact in an Int32Array. */
const LAST_ROW = 2 ** 31 - 1;
/** Empty rows in a row that are still handed over as rows; more of them are a gap between two batches. */
const FILLED_GAP = 32;
/** Cells of a batch held at most, so that a few very long rows do not take a gigabyte. */
const BATCH_CELLS = 4_000_000;
/** Distinct texts of all columns together, past which every column begins a new list. */
const MOST_TEXTS = 1_000_000;

interface Column {
  texts: TextList;
  /** Null while no row of this batch has a text here. */
  ids: Int32Array | null;
}

/** Puts cells together into batches. Rows come in rising order, the cells of a row in any. */
export class BatchMaker {
  /** @param share of the sheet read so far, where it is known: asked as a batch is made */
  constructor(private readonly share: () => number | undefined = () => undefined) {}

  readonly #columns: Column[] = [];
  #cells = new Int32Array(BATCH_ROWS);
  #firstRow = 0;
  #rows = 0;
  #used = 0;
  #last = 0;
  #hidden: number[] = [];
  #ready: Batch[] = [];

  /** Number of the last row begun; 0 before the first. */
  get lastRow(): number {
    return this.#last;
  }

  /** @throws FileRefused for a row that does not come after the one before */
  beginRow(row: number, hidden = false): void {
    if (!Number.isInteger(row) || row <= this.#last || row > LAST_ROW)
      throw new FileRefused('broken_workbook', { detail: `第 ${this.#last} 行之后的行号 ${row} 无效` });
    const gap = row - this.#last - 1;
    const room = (this.#used + 1) * (this.#rows + gap + 1) <= BATCH_CELLS && this.#rows + gap < BATCH_ROWS;
    if (this.#rows && (gap > FILLED_GAP || !room)) this.#flush();
    if (this.#rows === 0) this.#firstRow = row;
    else this.#rows += gap;
    if (hidden) this.#hidden.push(this.#rows);
    this.#rows++;
    this.#last = row;
  }

  /**
   * A cell of the row begun last.
   * @throws FileRefused for a column that no program has, or that the row had before
   */
  cell(column: number, text: string): void {
    if (!(column >= 0)) throw new FileRefused('broken_workbook', { detail: `第 ${this.#last} 行有单元格的列号无效` });
    if (column >= MOST_COLUMNS)
      throw new FileRefused('too_large', { detail: `第 ${this.#last} 行超过 ${MOST_COLUMNS} 列` });
    if (text === '') return;
    while (this.#columns.length <= column) this.#columns.push({ texts: new TextList(), ids: null });
    const c = this.#columns[column] as Column;
    if (!c.ids && this.#rows > 1 && (this.#used + 1) * this.#rows > BATCH_CELLS) this.#split();
    const at = this.#rows - 1;
    if (!c.ids) {
      c.ids = new Int32Array(Math.max(16, this.#rows));
      this.#used++;
    } else if (at >= c.ids.length) {
      const longer = new Int32Array(Math.min(BATCH_ROWS, Math.max(at + 1, c.ids.length * 4)));
      longer.set(c.ids);
      c.ids = longer;
    }
    if (c.ids[at] !== 0)
      throw new FileRefused('broken_workbook', { detail: `第 ${this.#last} 行有两个单元格在同一列` });
    c.ids[at] = c.texts.idOf(text);
    if ((this.#cells[at] as number) <= column) this.#cells[at] = column + 1;
  }

  /** The batches that are full. */
  take(): Batch[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** The batches that are left, after the last row. */
  end(): Batch[] {
    if (this.#rows) this.#flush();
    return this.take();
  }

  /** A long row behind many short ones: it begins a batch of its own. */
  #split(): void {
    const at = this.#rows - 1;
    const begun = this.#columns.map(({ ids, texts }) => (ids ? texts.text(ids[at] ?? 0) : ''));
    const isHidden = this.#hidden.at(-1) === at;
    if (isHidden) this.#hidden.pop();
    this.#rows = at;
    this.#flush();
    if (isHidden) this.#hidden.push(0);
    this.#firstRow = this.#last;
    this.#rows = 1;
    for (const [column, text] of begun.entries()) this.cell(column, text);
  }

  #flush(): void {
    const rows = this.#rows;
    const blank = new Int32Array(rows);
    this.#ready.push({
      firstRow: this.#firstRow,
      rows,
      cells: this.#cells.slice(0, rows),
      columns: this.#columns.map(({ texts, ids }) => ({ texts, ids: ids ? upTo(ids, rows) : blank })),
      doubts: [],
      hidden: this.#hidden,
      share: this.share(),
    });
    const many = this.#columns.reduce((sum, c) => sum + c.texts.size, 0) > MOST_TEXTS;
    for (const c of this.#columns) {
      if (many || c.texts.full) c.texts = new TextList();
      c.ids = null;
    }
    this.#cells = new Int32Array(BATCH_ROWS);
    this.#hidden = [];
    this.#rows = 0;
    this.#used = 0;
  }
}

function upTo(ids: Int32Array, rows: number): Int32Array {
  if (ids.length >= rows) return ids.slice(0, rows);
  const all = new Int32Array(rows);
  all.set(ids);
  return all;
}
