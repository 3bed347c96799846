import { FileRefused } from '../../domain/problems';
import { BATCH_ROWS, type Batch, type Doubt } from '../sheet';
import { Dictionary, type TextReader } from './dictionary';

/** Ids of a batch at most: a batch of wide rows has fewer of them. */
const BATCH_CELLS = 4 * 1024 * 1024;
/** Cells of a row at most: four times what the widest spreadsheet has. */
const MOST_CELLS = 65_536;
/** Places between the columns of a batch. */
const SPREAD = 16;

/** Gathers rows of cells into batches of columns. The ids come row by row and are turned when the batch is full. */
export class Batches {
  /** Ids of all cells since the last batch, row behind row. */
  ids: Int32Array = new Int32Array(4096);
  readonly dictionaries: Dictionary[] = [];
  /** Rows since the last batch, and rows before them. */
  rows = 0;
  private before = 0;
  private readonly cells: Int32Array;
  /** Cells of the ended rows, and of the widest of them. */
  private ended = 0;
  private width = 0;
  private doubts: { row: number; doubt: Doubt }[] = [];

  constructor(
    private readonly reader: TextReader,
    private readonly most = BATCH_ROWS,
  ) {
    this.cells = new Int32Array(most);
  }

  /** Number of the row now read, from 1. */
  get row(): number {
    return this.before + this.rows + 1;
  }

  /** The column behind the last one. @throws FileRefused where a row has no end of cells */
  addColumn(): Dictionary {
    if (this.dictionaries.length >= MOST_CELLS)
      throw new FileRefused('unreadable', { detail: `第 ${this.row} 行有超过 ${MOST_CELLS} 个单元格` });
    const dictionary = new Dictionary(this.reader);
    this.dictionaries.push(dictionary);
    return dictionary;
  }

  widen(): Int32Array {
    const ids = new Int32Array(2 * this.ids.length);
    ids.set(this.ids);
    this.ids = ids;
    return ids;
  }

  doubt(doubt: Doubt): void {
    for (let i = this.doubts.length - 1; i >= 0 && this.doubts[i]?.row === this.rows; i--)
      if (this.doubts[i]?.doubt === doubt) return;
    this.doubts.push({ row: this.rows, doubt });
  }

  /** Ends the row whose cells lie before `count`. @returns whether the batch is to be taken now */
  endRow(count: number): boolean {
    const cells = count - this.ended;
    this.cells[this.rows++] = cells;
    this.ended = count;
    if (cells > this.width) this.width = cells;
    return this.rows === this.most || this.rows * this.width >= BATCH_CELLS;
  }

  /**
   * The rows since the last batch, turned. Empty lines that would make a batch of their own are left out.
   * @param share of the sheet read so far
   */
  take(share: number): Batch[] {
    const { rows, cells } = this;
    const batches: Batch[] = [];
    // A wide row behind narrow ones would make all of them wide: it begins a batch of its own.
    let from = 0;
    let width = 0;
    let id = 0;
    for (let row = 0; row < rows; row++) {
      const wider = Math.max(width, cells[row] as number);
      if (row > from && (row + 1 - from) * wider > BATCH_CELLS) {
        if (width) batches.push(this.turn(from, row, width, id, share));
        for (; from < row; from++) id += cells[from] as number;
        width = cells[row] as number;
      } else width = wider;
    }
    if (width) batches.push(this.turn(from, rows, width, id, share));
    this.before += rows;
    this.rows = 0;
    this.ended = 0;
    this.width = 0;
    this.doubts = [];
    this.dictionaries.forEach((dictionary, c) => {
      this.dictionaries[c] = dictionary.behind(rows);
    });
    return batches;
  }

  /** Rows from … to as columns; their first id is the one at `id`. */
  private turn(from: number, to: number, width: number, id: number, share: number): Batch {
    const { ids } = this;
    const rows = to - from;
    const cells = this.cells.slice(from, to);
    // Columns that begin a power of two apart would share the few same places of the processor's cache.
    const stride = rows + SPREAD;
    const turned = new Int32Array(width * stride);
    for (let row = 0, at = id; row < rows; row++) {
      const end = at + (cells[row] as number);
      for (let place = row; at < end; at++, place += stride) turned[place] = ids[at] as number;
    }
    // Columns that only rows of other batches have share their emptiness.
    const none = new Int32Array(rows);
    // Made here with all that it has: copies of it had ever new forms for V8, which compiled anew for each (docs/adr/0045).
    return {
      firstRow: this.before + from + 1,
      rows,
      cells,
      columns: this.dictionaries.map((texts, c) => ({
        texts,
        ids: c < width ? turned.subarray(c * stride, c * stride + rows) : none,
      })),
      doubts: this.doubts.filter((d) => d.row >= from && d.row < to).map((d) => ({ ...d, row: d.row - from })),
      share,
    };
  }
}
