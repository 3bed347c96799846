import readExcelFile from 'read-excel-file/node';

export type Row = unknown[];

/** A workbook read back by another package than wrote it. */
export class Book {
  private constructor(readonly sheets: ReadonlyMap<string, Row[]>) {}

  static async of(workbook: Blob | Buffer): Promise<Book> {
    const bytes = workbook instanceof Blob ? Buffer.from(await workbook.arrayBuffer()) : workbook;
    const sheets = await readExcelFile(bytes);
    return new Book(new Map(sheets.map(({ sheet, data }) => [sheet, data as Row[]])));
  }

  rows(sheet: string): Row[] {
    const rows = this.sheets.get(sheet);
    if (!rows) throw new RangeError(`no sheet ${sheet}`);
    return rows;
  }

  /** Rows of a sheet's table as objects by its head, from below the row that begins with `first` to the next empty one. */
  records(sheet: string, first: string): Record<string, unknown>[] {
    const rows = this.rows(sheet);
    const at = rows.findIndex((row) => row[0] === first && row[1] !== null && row[1] !== undefined);
    if (at < 0) throw new RangeError(`no table in ${sheet} that begins with ${first}`);
    const head = rows[at] as string[];
    const below = rows.slice(at + 1);
    const end = below.findIndex((row) => row.every((cell) => cell === null || cell === undefined));
    return below
      .slice(0, end < 0 ? below.length : end)
      .map((row) => Object.fromEntries(head.flatMap((label, i) => (label ? [[label, row[i] ?? null]] : []))));
  }

  /** The facts of a sheet by name: rows of a name and a text, wherever the text begins. */
  facts(sheet: string): Map<string, unknown> {
    return new Map(
      this.rows(sheet)
        .filter((row) => typeof row[0] === 'string')
        .map((row) => [row[0] as string, row.slice(1).find((cell) => cell !== null && cell !== undefined)]),
    );
  }
}
