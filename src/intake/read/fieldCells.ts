import type { Field } from '../../domain/ledgers';
import type { FieldReader } from '../../domain/reading/fieldReader';
import type { Fault, Reading } from '../../domain/reading/reading';
import { NO_NUMBER, TextPack, type TypedColumn } from '../../domain/typedRows';
import type { Batch } from '../sheet';
import { gather, gatherAmounts, gatherStates, number, pick, rowsWith, UNSEEN } from './rowLoops';
import { FILLED, KNOWN, ODD, REPAIRED, TypedTexts } from './typedTexts';

/** What a cell was read as, for the row below. */
interface Kept {
  value: number | string | null;
  state: number;
  reading: Reading<number | string> | undefined;
}
const NOTHING_ABOVE: Kept = { value: null, state: 0, reading: undefined };

/** The cells of one field in the rows of the batch at hand. */
export class FieldCells {
  /** Bits of each row as the file has it; made where they are asked for. */
  private own = new Uint8Array(0);
  private isOwnMade = false;
  private rows = 0;
  /** Days and counts of the rows. */
  numbers = new Int32Array(0);
  private amounts = new Float64Array(0);
  /** The texts of the batch; null where the file has no such column. */
  typed: TypedTexts | null = null;
  private ids: Int32Array = new Int32Array(0);
  /** What was taken from the row above, by row. */
  private taken = new Map<number, Kept>();
  /** The row before, that a sign for it may mean. */
  private before: Kept | null = null;
  /** The first cell of the merged area at hand. */
  private first: Kept | null = null;
  /** The texts of the accepted rows; by text of the batch its place among them, and the other way round. */
  private readonly pack = new TextPack();
  private codeOf = new Int32Array(0);
  private order = new Int32Array(0);

  /** @param column of the sheet, from 0; null where the file has none */
  constructor(
    readonly field: Field,
    private readonly reader: FieldReader,
    readonly column: number | null,
  ) {}

  take(batch: Batch): void {
    const { rows } = batch;
    const source = this.column === null ? undefined : batch.columns[this.column];
    this.taken.clear();
    this.rows = rows;
    this.isOwnMade = false;
    if (!source) {
      this.typed = null;
      if (this.reader.kind === 'day' || this.reader.kind === 'count') this.room(rows).fill(NO_NUMBER);
      return;
    }
    if (this.typed?.texts !== source.texts) this.typed = new TypedTexts(this.reader, source.texts);
    this.typed.catchUp();
    const { ids } = source;
    const { numbers, amounts } = this.typed;
    this.ids = ids;
    if (this.reader.kind === 'amount') {
      if (this.amounts.length !== rows) this.amounts = new Float64Array(rows);
      gatherAmounts(amounts, ids, this.amounts);
    } else if (this.reader.kind !== 'text') gather(numbers, ids, this.room(rows));
  }

  /** What the cell of a row is, as bits. */
  stateOf(row: number): number {
    const taken = this.taken.size ? this.taken.get(row) : undefined;
    if (taken) return taken.state & ~REPAIRED;
    return this.typed ? (this.typed.states[this.ids[row] as number] as number) : 0;
  }

  /** The same of all rows, whatever was taken from above. */
  get states(): Uint8Array {
    if (this.isOwnMade) return this.own;
    this.isOwnMade = true;
    if (this.own.length !== this.rows) this.own = new Uint8Array(this.rows);
    const { own, typed, ids } = this;
    if (!typed) return own.fill(0);
    gatherStates(typed.states, ids, own);
    return own;
  }

  private room(rows: number): Int32Array {
    if (this.numbers.length !== rows) this.numbers = new Int32Array(rows);
    return this.numbers;
  }

  /** The cell as it stands in the file; null for a blank one. */
  text(row: number): string | null {
    return this.typed?.texts.text(this.ids[row] as number) || null;
  }

  /** What there is to say of an odd or repaired cell. */
  reading(row: number): Reading<number | string> | undefined {
    const taken = this.taken.get(row);
    return taken ? taken.reading : this.typed?.readings.get(this.ids[row] as number);
  }

  /** Whether some cell of the batch means the one above it. */
  meansAbove(): boolean {
    return this.typed?.meansAbove ?? false;
  }

  isKnown(row: number): boolean {
    return (this.stateOf(row) & KNOWN) !== 0;
  }

  value(row: number): number | string | null {
    if (!this.isKnown(row)) return null;
    if (this.reader.kind === 'amount') return this.amounts[row] as number;
    if (this.reader.kind !== 'text') return this.numbers[row] as number;
    const taken = this.taken.get(row);
    return taken ? taken.value : (this.typed?.string(this.ids[row] as number) ?? null);
  }

  /** Puts the text that is the value of a row into a pack. */
  put(row: number, into: TextPack): void {
    const taken = this.taken.size ? this.taken.get(row) : undefined;
    if (taken) into.push(taken.value as string);
    else this.typed?.put(this.ids[row] as number, into);
  }

  /** Remembers a row for a sign in the next one that means it. */
  keep(row: number): void {
    this.before = this.kept(row);
  }

  /** Remembers the first cell of a merged area for those that it covers. */
  keepFirst(row: number): void {
    this.first = this.kept(row);
  }

  private kept(row: number): Kept {
    return { value: this.value(row), state: this.stateOf(row), reading: this.reading(row) };
  }

  /**
   * Gives a row what the row above says, or the first cell of its merged area, and whatever is wrong with that.
   * @returns whether it is a value
   */
  takeAbove(row: number, from: 'row' | 'area'): boolean {
    const { value, state, reading } = (from === 'area' ? this.first : this.before) ?? NOTHING_ABOVE;
    this.taken.set(row, { value, state, reading });
    if (this.reader.kind === 'amount') this.amounts[row] = (value as number | null) ?? Number.NaN;
    else if (this.reader.kind !== 'text') this.numbers[row] = (value as number | null) ?? NO_NUMBER;
    return value !== null;
  }

  /** The amount of a row cannot be told after all, for a reason that does not stand in its cell. */
  dispute(row: number, fault: Fault): void {
    this.taken.set(row, { value: null, state: FILLED | ODD, reading: { value: null, fault } });
    this.amounts[row] = Number.NaN;
  }

  /** The typed column of some rows of the batch. @param rows ordinals */
  rowsOf(rows: Int32Array): TypedColumn {
    const { kind } = this.reader;
    const n = rows.length;
    if (kind === 'amount') {
      const values = new Float64Array(n).fill(Number.NaN);
      if (this.typed) for (let i = 0; i < n; i++) values[i] = this.amounts[rows[i] as number] as number;
      return { kind: 'amount', values };
    }
    if (kind !== 'text') {
      if (n === this.numbers.length) return { kind, values: this.numbers.slice() };
      const values = new Int32Array(n);
      pick(this.numbers, rows, values);
      return { kind, values };
    }
    return this.textColumn(rows);
  }

  private textColumn(rows: Int32Array): TypedColumn {
    const codes = new Int32Array(rows.length);
    const { typed, pack, taken } = this;
    if (!typed) return { kind: 'text', codes: codes.fill(-1), texts: pack.take() };
    const { size } = typed.texts;
    if (this.codeOf.length < size) this.codeOf = new Int32Array(2 * size);
    if (this.order.length < rows.length) this.order = new Int32Array(rows.length);
    const codeOf = this.codeOf.fill(UNSEEN, 0, size);
    const known = number(rows, this.ids, typed.states, codeOf, this.order, codes);
    for (let code = 0; code < known; code++) typed.put(this.order[code] as number, pack);
    if (taken.size)
      rows.forEach((row, i) => {
        const above = taken.get(row);
        if (!above) return;
        codes[i] = above.state & KNOWN ? pack.size : -1;
        if (above.state & KNOWN) pack.push(above.value as string);
      });
    return { kind: 'text', codes, texts: pack.take() };
  }

  /** Of some rows those whose cell has a bit in the file, whatever was taken from above. */
  rowsWith(bit: number, rows: Int32Array): Int32Array {
    const found = new Int32Array(rows.length);
    return this.typed
      ? found.subarray(0, rowsWith(this.typed.states, this.ids, bit, rows, found))
      : found.subarray(0, 0);
  }
}
