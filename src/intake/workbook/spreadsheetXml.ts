import { FileRefused } from '../../domain/problems';
import { noResult } from '../../domain/reading/noText';
import type { Batch, Merged, Sheet } from '../sheet';
import { isTrue } from './attributes';
import { BatchMaker, MOST_COLUMNS, MOST_SHEETS } from './batches';
import { xmlText } from './entities';
import { documentOf, readable } from './markup';
import { addMerged } from './merged';
import { monthShown, type NumberStyle, numberText, PLAIN, styleOf } from './numberStyle';
import { isoText } from './serial';
import { readTokens, tokensOf } from './tokenStream';
import { CLOSE, OPEN, TEXT, type Token, Tokens } from './tokens';

interface Found {
  name: string;
  hidden: boolean;
  merged: Merged[];
  hiddenColumns: [first: number, last: number][];
}

/** What stands in the document besides cells. */
interface Outline {
  date1904: boolean;
  sheets: Found[];
  styles: ReadonlyMap<string, NumberStyle>;
}

/** The sheets of an “XML Spreadsheet 2003” document, which often calls itself .xls. */
export async function openSpreadsheetXml(file: Blob): Promise<Sheet[]> {
  const document = await documentOf(file);
  const outline = await readOutline(document());
  readable(outline.sheets.length, file);
  return outline.sheets.map(({ name, hidden, merged, hiddenColumns }, i) => ({
    name,
    hidden,
    hiddenColumns,
    date1904: outline.date1904,
    merged,
    delimiter: null,
    read: () => readSheet(document(), i, outline),
  }));
}

/** `ss:Index` by that prefix or, where the document's own namespace is the spreadsheet's, without. */
const said = (tokens: Tokens, name: string): string | null => {
  const value = tokens.attribute(`ss:${name}`) ?? tokens.attribute(name);
  return value === null ? null : xmlText(value);
};

/** Where a cell stands: rows and cells may skip to an index, a row may stand for several, a cell may reach over others. */
class GridPlace {
  sheet = -1;
  row = 0;
  column = -1;
  #nextRow = 1;
  #nextColumn = 0;

  begin(tokens: Tokens): void {
    if (tokens.name === 'Worksheet') {
      this.sheet++;
      this.#nextRow = 1;
    } else if (tokens.name === 'Row') {
      this.row = whole(said(tokens, 'Index')) ?? this.#nextRow;
      if (this.row < this.#nextRow) throw new FileRefused('broken_workbook', { detail: `行号 ${this.row} 倒退` });
      this.#nextRow = this.row + 1 + (whole(said(tokens, 'Span')) ?? 0);
      this.#nextColumn = 0;
    } else if (tokens.name === 'Cell') {
      const index = whole(said(tokens, 'Index'));
      this.column = index === null ? this.#nextColumn : index - 1;
      if (this.column < this.#nextColumn)
        throw new FileRefused('broken_workbook', { detail: `第 ${this.row} 行的列号倒退` });
      this.#nextColumn = this.column + 1 + (whole(said(tokens, 'MergeAcross')) ?? 0);
      if (this.#nextColumn > MOST_COLUMNS)
        throw new FileRefused('too_large', { detail: `第 ${this.row} 行超过 ${MOST_COLUMNS} 列` });
    }
  }
}

const whole = (text: string | null): number | null => {
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text.trim())) throw new FileRefused('broken_workbook', { detail: `序号「${text}」无效` });
  return Number(text);
};

/** The columns that a tag speaks of, and the one behind them. @param next behind those of the tag before */
function columnsOf(tokens: Tokens, next: number): { first: number; next: number } {
  const first = (whole(said(tokens, 'Index')) ?? next + 1) - 1;
  return { first, next: Math.min(MOST_COLUMNS, first + 1 + (whole(said(tokens, 'Span')) ?? 0)) };
}

async function readOutline(stream: ReadableStream<Uint8Array>): Promise<Outline> {
  const tokens = new Tokens();
  const place = new GridPlace();
  const sheets: Found[] = [];
  const formats = new Map<string, { format: string | null; parent: string | null }>();
  let style = '';
  let date1904 = false;
  let complete = false;
  let within = '';
  let nextColumn = 0;
  const visit = (token: Token) => {
    const sheet = sheets.at(-1);
    if (token === TEXT) {
      if (within === 'Visible' && sheet) sheet.hidden = /hidden/i.test(tokens.text());
      return;
    }
    const { name } = tokens;
    within = token === OPEN ? name : '';
    if (token === CLOSE) {
      complete ||= name === 'Workbook';
      return;
    }
    place.begin(tokens);
    if (name === 'Worksheet') {
      if (sheets.length === MOST_SHEETS) throw new FileRefused('too_large', { detail: `超过 ${MOST_SHEETS} 张工作表` });
      sheets.push({
        name: said(tokens, 'Name') ?? `Sheet${sheets.length + 1}`,
        hidden: false,
        merged: [],
        hiddenColumns: [],
      });
      nextColumn = 0;
    } else if (name === 'Date1904') date1904 = true;
    else if (name === 'Style') {
      style = said(tokens, 'ID') ?? '';
      formats.set(style, { format: null, parent: said(tokens, 'Parent') });
    } else if (name === 'NumberFormat') {
      const known = formats.get(style);
      if (known) known.format = said(tokens, 'Format');
    } else if (name === 'Column' && sheet) {
      const columns = columnsOf(tokens, nextColumn);
      nextColumn = columns.next;
      if (isTrue(said(tokens, 'Hidden'))) sheet.hiddenColumns.push([columns.first, columns.next - 1]);
    } else if (name === 'Cell' && sheet) {
      const across = whole(said(tokens, 'MergeAcross')) ?? 0;
      const down = whole(said(tokens, 'MergeDown')) ?? 0;
      const { row, column } = place;
      if (across || down)
        addMerged(sheet.merged, {
          firstRow: row,
          lastRow: row + down,
          firstColumn: column,
          lastColumn: column + across,
        });
    }
  };
  await readTokens(stream, tokens, visit);
  if (!complete) throw new FileRefused('broken_workbook', { detail: 'XML 中途结束' });
  if (!sheets.length) throw new FileRefused('broken_workbook', { detail: '没有工作表' });
  return { date1904, sheets, styles: stylesOf(formats) };
}

/** Formats that this form calls by an English name; the rest are codes. */
const NAMED: Readonly<Record<string, string>> = {
  'General Date': 'yyyy-m-d h:mm',
  'Long Date': 'yyyy-m-d',
  'Medium Date': 'yyyy-m-d',
  'Short Date': 'yyyy-m-d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm',
  'Short Time': 'h:mm',
};
const NUMBERS =
  /^(?:General(?: Number)?|Currency|Euro Currency|Fixed|Standard|Percent|Scientific|Yes\/No|True\/False|On\/Off)$/;

function stylesOf(
  formats: ReadonlyMap<string, { format: string | null; parent: string | null }>,
): Map<string, NumberStyle> {
  const styles = new Map<string, NumberStyle>();
  for (const id of formats.keys()) {
    let format: string | null = null;
    let at: string | null = id;
    // A style that is its own ancestor would never end.
    for (let steps = 0; steps < 8 && at !== null && format === null; steps++) {
      const known = formats.get(at);
      format = known?.format ?? null;
      at = known?.parent ?? null;
    }
    if (format !== null && !NUMBERS.test(format)) styles.set(id, styleOf(NAMED[format] ?? format));
  }
  return styles;
}

async function* readSheet(stream: ReadableStream<Uint8Array>, wanted: number, outline: Outline): AsyncGenerator<Batch> {
  const tokens = new Tokens();
  const batches = new BatchMaker();
  const place = new GridPlace();
  let type: string | null = null;
  let text = '';
  let rowStyle: string | null = null;
  let cellStyle: NumberStyle = PLAIN;
  // A style may be said of a whole column or row and left out at its cells.
  const columnStyles = new Map<number, string>();
  let nextColumn = 0;
  let inComment = false;
  /** Of a cell of which no value was met yet. */
  let formula: string | null = null;
  const noValue = () => {
    if (formula !== null) batches.cell(place.column, noResult(formula.replace(/^=/, '')));
    formula = null;
  };
  const visit = (token: Token) => {
    if (token === TEXT) {
      if (type !== null) text += tokens.cdata ? tokens.text() : xmlText(tokens.text());
      return;
    }
    const { name, empty } = tokens;
    if (token === OPEN) {
      place.begin(tokens);
      if (place.sheet !== wanted) return;
      if (name === 'Row') {
        batches.beginRow(place.row, isTrue(said(tokens, 'Hidden')));
        rowStyle = said(tokens, 'StyleID');
      } else if (name === 'Column') {
        const { first, next } = columnsOf(tokens, nextColumn);
        nextColumn = next;
        const style = said(tokens, 'StyleID');
        if (style !== null) for (let c = first; c < next; c++) columnStyles.set(c, style);
      } else if (name === 'Cell') {
        const style = said(tokens, 'StyleID') ?? rowStyle ?? columnStyles.get(place.column);
        cellStyle = outline.styles.get(style ?? 'Default') ?? PLAIN;
        formula = said(tokens, 'Formula');
        if (empty) noValue();
      } else if (name === 'Comment') inComment = !empty;
      else if (name === 'Data' && !empty && !inComment) {
        type = said(tokens, 'Type') ?? 'String';
        text = '';
        formula = null;
      }
    } else if (name === 'Cell' && place.sheet === wanted) noValue();
    else if (name === 'Comment') inComment = false;
    else if (name === 'Data' && type !== null) {
      batches.cell(place.column, cellText(type, text, cellStyle, outline.date1904));
      type = null;
    }
  };
  yield* tokensOf(
    stream,
    tokens,
    visit,
    () => batches.take(),
    () => place.sheet > wanted,
  );
  yield* batches.end();
}

function cellText(type: string, text: string, style: NumberStyle, date1904: boolean): string {
  switch (type) {
    case 'Number':
      return text.trim() === '' ? '' : numberText(text, style, date1904);
    case 'DateTime': {
      // A time of day alone is written as one of the epoch's day.
      const time = /^(?:1899-12-31|1899-12-30|1904-01-01)T(\d\d:\d\d)(?::(\d\d))?/.exec(text);
      if (time && style.kind === 'time') return time[2] && time[2] !== '00' ? `${time[1]}:${time[2]}` : (time[1] ?? '');
      const day = isoText(text);
      return (style.kind === 'month' ? monthShown(day) : day) ?? text;
    }
    case 'Boolean':
      return text.trim() === '1' ? '是' : '否';
    default:
      return text;
  }
}
