import type { Field } from '../../domain/ledgers';
import type { Table } from '../table/table';
import { readTotal, type Total } from '../table/totals';
import type { FieldCells } from './fieldCells';

/** Decimals of what a total row says: no amount is kept with more than three. */
const SAID = 4;

/** Whole smallest units (fen, gram), so that sums are exact: of a whole number of the last decimal said. */
const unitsOf = (value: number, { field }: FieldCells): number =>
  Math.round(Math.round(value * 10 ** SAID) / 10 ** (SAID - decimalsOf(field)));

const decimalsOf = (field: Field): number => (field.type === 'amount' ? field.decimals : 0);

interface Sums {
  rows: number;
  amounts: Map<string, number>;
}

/** What a total row says, and what the rows come to. */
interface Differing {
  row: number;
  field: string | null;
  column: number | null;
  value: string;
  detail: string;
}

/** What the rows of a table come to, to be held against the rows that say so: the whole table, and since the last such row. */
export class Totals {
  private readonly whole: Sums;
  private since: Sums;
  private readonly ahead: { row: number; said: Total }[] = [];
  private readonly amounts: readonly FieldCells[];

  constructor(
    private readonly table: Table,
    cells: ReadonlyMap<string, FieldCells>,
  ) {
    this.amounts = [...cells.values()].filter((c) => c.field.type === 'amount' && c.column !== null);
    this.whole = this.none();
    this.since = this.none();
  }

  private none(): Sums {
    return { rows: 0, amounts: new Map(this.amounts.map((c) => [c.field.name, 0])) };
  }

  /** Counts a row of data. */
  add(r: number): void {
    this.whole.rows++;
    this.since.rows++;
    for (const cells of this.amounts) {
      const value = cells.value(r) as number | null;
      if (value === null) continue;
      const { name } = cells.field;
      const units = unitsOf(value, cells);
      for (const sums of [this.whole, this.since]) sums.amounts.set(name, (sums.amounts.get(name) ?? 0) + units);
    }
  }

  /** What a total row says otherwise than the rows above it; one above all rows is held against them at the end. */
  check(row: number, texts: readonly string[]): Differing[] {
    const said = readTotal(texts, this.table);
    if (this.whole.rows === 0) {
      this.ahead.push({ row, said });
      return [];
    }
    const differing = this.differing(row, said);
    this.since = this.none();
    return differing;
  }

  /** What the total rows above the first row of data say otherwise than all rows of the table. */
  end(): Differing[] {
    this.since = this.whole;
    return this.ahead.flatMap(({ row, said }) => this.differing(row, said));
  }

  private differing(row: number, said: Total): Differing[] {
    const differing: Differing[] = [];
    for (const { field, value } of said.sums) {
      const [whole, since] = [this.whole, this.since].map((s) => s.amounts.get(field));
      const cells = this.amounts.find((c) => c.field.name === field);
      if (whole === undefined || !cells || [whole, since].includes(unitsOf(value, cells))) continue;
      const column = this.table.fields[field] ?? null;
      differing.push({
        row,
        field,
        column,
        value: String(value),
        detail: String(whole / 10 ** decimalsOf(cells.field)),
      });
    }
    const { count } = said;
    if (count !== null && count !== this.whole.rows && count !== this.since.rows)
      differing.push({ row, field: null, column: null, value: `${count} 件`, detail: `${this.whole.rows} 件` });
    return differing;
  }
}
