import type { NumberCell, ReportCell, ReportTable } from '../tables';

/** A table with only these of its columns, in this order; `widths` where a workbook's differ. */
export function pick(table: ReportTable, widths: Readonly<Record<string, number>>): ReportTable {
  const at = Object.keys(widths).map((label) => {
    const found = table.columns.findIndex((c) => c.label === label);
    if (found < 0) throw new RangeError(`no column ${label}`);
    return found;
  });
  return {
    columns: Object.entries(widths).map(([label, width]) => ({ label, width })),
    rows: table.rows.map((row) => at.map((i) => row[i] ?? null)),
  };
}

/**
 * A table with a row 合计 below each run of rows that agree in a column (below all rows where none is named), which adds up
 * some columns. The sums are formulas, their values those of `decimals`.
 */
export function withTotals(
  table: ReportTable,
  { by, of, decimals }: { by?: string; of: readonly string[]; decimals: number },
): ReportTable {
  const column = (label: string) => table.columns.findIndex((c) => c.label === label);
  const key = (row: readonly ReportCell[]) => (by === undefined ? '' : row[column(by)]);
  const rows: (readonly ReportCell[])[] = [];
  const totals = new Set<number>();
  table.rows.forEach((row, i) => {
    rows.push(row);
    const next = table.rows[i + 1];
    if (next && key(next) === key(row)) return;
    const run = rows.slice(rows.length - countBack(table.rows, i, key));
    totals.add(rows.length);
    rows.push(
      table.columns.map(({ label }, c): ReportCell => {
        if (label === by) return row[c] ?? null;
        if (of.includes(label)) return sum(run, c, label, decimals);
        return c === (by === undefined ? 0 : column(by) + 1) ? '合计' : null;
      }),
    );
  });
  return { ...table, rows, totals: (row) => totals.has(row) };
}

function countBack<K>(rows: ReportTable['rows'], at: number, key: (row: readonly ReportCell[]) => K): number {
  let n = 1;
  while (at - n >= 0 && key(rows[at - n] as readonly ReportCell[]) === key(rows[at] as readonly ReportCell[])) n++;
  return n;
}

function sum(run: readonly (readonly ReportCell[])[], column: number, label: string, decimals: number): NumberCell {
  const numbers = run
    .map((row) => row[column])
    .filter((c): c is NumberCell => typeof c === 'object' && c !== null && 'number' in c);
  const scale = 10 ** decimals;
  return {
    number: numbers.reduce((total, c) => total + Math.round(c.number * scale), 0) / scale,
    format: 'points',
    formula: (cell) => `ROUND(SUM(${cell(label, run.length)}:${cell(label, 1)}),${decimals})`,
  };
}
