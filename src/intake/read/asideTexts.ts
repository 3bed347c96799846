import { type AsideCell, type AsideColumn, asideCell } from '../../domain/aside';
import type { Table } from '../table/table';
import type { Part } from './part';

/** Characters that a file may keep of rows put aside: a small workbook can repeat one long text in very many cells. */
export const MOST_KEPT = 32_000_000;

/** Characters of a header that are kept. */
const HEADER = 200;

/** The whole texts of the rows of one table that are put aside, on their way to the sink. */
export class AsideTexts {
  private rows: { row: number; cells: readonly AsideCell[] }[] = [];
  private isHeaderTold = false;

  constructor(
    private readonly table: Table,
    private readonly sheet: number,
    private readonly part: Part,
  ) {}

  /**
   * @param texts by column of the sheet
   * @param count cells that the row has: what lies behind them is kept where there is something
   */
  add(row: number, texts: readonly string[], count: number): void {
    const cells = texts.map(asideCell);
    while (cells.length > count && cells.at(-1) === '') cells.pop();
    const characters = cells.reduce((n, cell) => n + (typeof cell === 'string' ? cell : cell[0]).length + 3, 0);
    if (this.part.roomAside(characters, MOST_KEPT)) this.rows.push({ row, cells });
  }

  /** Hands over what was added. */
  async flush(): Promise<void> {
    if (this.rows.length === 0) return;
    const { table, sheet, rows } = this;
    const header = table.header.last;
    const columns = this.isHeaderTold ? null : columnsOf(table);
    this.rows = [];
    this.isHeaderTold = true;
    await this.part.putAside({ sheet, header, columns, rows });
  }
}

function columnsOf({ columns: { first }, headers, fields }: Table): AsideColumn[] {
  const byColumn = new Map(Object.entries(fields).map(([field, column]) => [column, field]));
  return Array.from({ length: first + headers.length }, (_, c) => [
    (headers[c - first] ?? '').slice(0, HEADER),
    byColumn.get(c) ?? null,
  ]);
}
