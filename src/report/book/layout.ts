import type { Cell, Row, Sheet } from 'write-excel-file/universal';
import type { Day } from '../../domain/day';
import { excelFormat, printedFraction } from '../numbers';
import type { CellOf, ReportCell, ReportTable } from '../tables';
import type { BookSheet } from './sheet';

/** Named in the file, so that it looks the same whatever the computer's default; every Chinese office has it. */
export const FONT = { fontFamily: '宋体', fontSize: 10 };
/** Points that a line of the font takes, and a row adds. */
const LINE = 13;
const PADDING = 2;
/** The highest row that Excel knows, in points. */
const HIGHEST = 409;
/** The longest text that a cell of a workbook can hold. */
const LONGEST = 32_767;

const HEAD = {
  fontWeight: 'bold',
  backgroundColor: '#eef1f5',
  borderStyle: 'thin',
  borderColor: '#9aa4b2',
  wrap: true,
  align: 'center',
  alignVertical: 'center',
} as const;
const BODY = { borderStyle: 'thin', borderColor: '#d0d5dd', alignVertical: 'center' } as const;

/** A cell of the sheet as its features need it: address by row and column from 0. */
export interface Placed {
  row: number;
  column: number;
}

/** A sheet as the writer takes it, and what the writer itself cannot say. */
export interface LaidOut {
  sheet: Sheet<Blob>;
  onePage: boolean;
  /** Row of the table's head from 0, and the last row of the table. */
  head: number;
  last: number;
  columns: number;
  /** Columns that are printed, and the last row of the sheet. */
  printed: number;
  end: number;
  /** Values of formulas. */
  cached: (Placed & { value: number })[];
  /** Cells that lead to another sheet. */
  links: (Placed & { sheet: string })[];
}

/** Column letters: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

export const address = ({ row, column }: Placed): string => `${columnName(column)}${row + 1}`;

/** Half-width characters that a text takes. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f || /[“”‘’—…·≤≥]/.test(c) ? 2 : 1), 0);

const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (width - 1))), 0);

const heightOf = (lines: number): number => Math.min(HIGHEST, lines * LINE + PADDING);

/** A text that a cell can hold; one that was cut says so. */
const fitting = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 60)}……（共 ${text.length} 字，此处容纳不下，全文见 CSV）`;

const EPOCH = Date.UTC(1899, 11, 30);
/** The number by which a workbook holds a day. */
export const daySerial = (day: Day): number => (Date.parse(`${day}T00:00:00Z`) - EPOCH) / 86_400_000;

/** The text that a printed cell shows, for its width. */
function shown(cell: ReportCell): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  if ('text' in cell) return cell.text;
  return '';
}

/** Lays a sheet out: every row with its height, every table cell with its border. @param decimals of points, the scheme's */
export function layOut(given: BookSheet, decimals: number): LaidOut {
  const { table } = given;
  const columns = table.columns.length;
  const printed = Math.min(columns, given.printed ?? columns);
  const widths = table.columns.map((c) => c.width);
  // Title, facts and notes stand over what is printed.
  const spread = widths.slice(0, printed);
  const whole = spread.reduce((sum, w) => sum + w, 0);
  const across = (text: string, more: Partial<Extract<Cell, object>>, width = whole): Row => {
    const lines = linesIn(text, (width / ((more as { fontSize?: number }).fontSize ?? FONT.fontSize)) * FONT.fontSize);
    const scale = ((more as { fontSize?: number }).fontSize ?? FONT.fontSize) / FONT.fontSize;
    return [
      {
        value: fitting(text),
        type: String,
        columnSpan: printed,
        wrap: true,
        alignVertical: 'center',
        height: heightOf(lines * scale),
        ...more,
      } as Cell,
    ];
  };
  const data: Row[] = [across(given.title, { fontSize: 15, fontWeight: 'bold', align: 'center' })];
  if (given.line) data.push(across(given.line, { align: 'center', textColor: '#475467' }));
  for (const [label, text] of given.facts ?? []) data.push(factRow(label, text, spread));
  if (given.facts?.length) data.push([]);
  const head = data.length;
  data.push(headRow(table));
  const cached: LaidOut['cached'] = [];
  const links: LaidOut['links'] = [];
  table.rows.forEach((cells, i) => {
    const row = head + 1 + i;
    const bold = table.totals?.(i) ?? false;
    // What is not printed makes no row higher.
    const lines = Math.max(1, ...spread.map((width, c) => linesIn(shown(cells[c] ?? null), width - 1)));
    data.push(
      cells.map((cell, column): Cell => {
        if (cell !== null && typeof cell === 'object') {
          if ('formula' in cell && cell.formula) cached.push({ row, column, value: cell.number });
          if ('sheet' in cell) links.push({ row, column, sheet: cell.sheet });
        }
        return {
          ...excelCell(cell, decimals, (label, up = 0) => address({ row: row - up, column: columnAt(table, label) })),
          ...BODY,
          ...(bold && { fontWeight: 'bold' as const, backgroundColor: '#f5f7fa' }),
          ...(column < printed && textWidth(shown(cell)) > (widths[column] ?? 10) - 2 && { wrap: true }),
          height: heightOf(lines),
        } as Cell;
      }),
    );
  });
  const last = data.length - 1;
  if (given.notes?.length) data.push([]);
  for (const note of given.notes ?? []) data.push(across(note, { align: 'left', textColor: '#475467' }));
  return {
    sheet: {
      sheet: given.name,
      orientation: 'landscape',
      columns: widths.map((width) => ({ width })),
      // A long preamble must not fill the window.
      ...(head < 8 && { stickyRowsCount: head + 1 }),
      data,
    },
    onePage: given.onePage ?? false,
    head,
    last,
    columns,
    printed,
    end: data.length - 1,
    cached,
    links,
  };
}

function columnAt(table: ReportTable, label: string): number {
  const at = table.columns.findIndex((c) => c.label === label);
  if (at < 0) throw new RangeError(`no column ${label}`);
  return at;
}

/** A fact: its name as wide as the first columns that hold it, its text over the rest. */
function factRow(label: string, text: string, widths: readonly number[]): Row {
  let columns = 1;
  let width = widths[0] ?? 10;
  while (width < textWidth(label) + 2 && columns < widths.length - 1) width += widths[columns++] ?? 0;
  const rest = widths.slice(columns).reduce((sum, w) => sum + w, 0);
  const height = heightOf(Math.max(linesIn(text, rest), linesIn(label, width)));
  const name = {
    value: label,
    fontWeight: 'bold',
    columnSpan: columns,
    alignVertical: 'top',
    wrap: true,
    height,
  } as const;
  const value = {
    value: fitting(text),
    type: String,
    columnSpan: widths.length - columns,
    wrap: true,
    alignVertical: 'top',
    align: 'left',
    height,
  } as const;
  return [name, ...Array<Cell>(columns - 1).fill(null), value];
}

function headRow(table: ReportTable): Row {
  const lines = Math.max(1, ...table.columns.map((c) => linesIn(c.label, c.width)));
  return table.columns.map(({ label }) => ({ value: label, ...HEAD, height: heightOf(lines) }));
}

/** @param cellOf address of this row's cell, or of that some rows up, in the column of a label */
function excelCell(cell: ReportCell, decimals: number, cellOf: CellOf): object {
  if (cell === null || cell === '') return { value: null };
  if (typeof cell === 'string') return { value: fitting(cell), type: String, align: 'left', indent: 1 };
  if ('day' in cell) return { value: daySerial(cell.day), type: Number, format: 'yyyy-mm-dd', align: 'center' };
  if ('sheet' in cell)
    return { value: cell.text, type: String, textColor: '#1d4ed8', textDecoration: { underline: true } };
  const format = excelFormat(cell.format, decimals);
  if (cell.formula) return { value: cell.formula(cellOf), type: 'Formula', format };
  return { value: cell.format === 'rate' ? printedFraction(cell.number) : cell.number, type: Number, format };
}
