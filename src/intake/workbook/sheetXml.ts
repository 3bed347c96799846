import { FileRefused } from '../../domain/problems';
import type { Batch, Merged } from '../sheet';
import { BatchMaker } from './batches';
import { workbookText, xmlText } from './entities';
import { addMerged } from './merged';
import { type NumberStyle, numberText, PLAIN } from './numberStyle';
import { isoText } from './serial';
import { RichText } from './sharedStrings';
import { readTokens, tokensOf } from './tokenStream';
import { OPEN, TEXT, type Token, Tokens } from './tokens';

/** What the cells of a sheet refer to. */
export interface Book {
  date1904: boolean;
  strings: readonly string[];
  styles: readonly NumberStyle[];
}

/** The cells of one sheet of an xlsx workbook, as they come. @param share of it read so far, where it is known */
export function readSheetXml(
  stream: ReadableStream<Uint8Array>,
  book: Book,
  share: () => number | undefined,
): AsyncGenerator<Batch> {
  const tokens = new Tokens();
  const reader = new SheetReader(tokens, book, new BatchMaker(share));
  return reader.read(stream);
}

class SheetReader {
  readonly #rich = new RichText();
  #inData = false;
  #complete = false;
  #column = -1;
  #type = '';
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  /** While within the cell's own text, and from then on. */
  #inline = false;
  #isInline = false;
  /** `v` or `f` while within it, else nothing. */
  #within = '';

  constructor(
    private readonly tokens: Tokens,
    private readonly book: Book,
    private readonly batches: BatchMaker,
  ) {}

  async *read(stream: ReadableStream<Uint8Array>): AsyncGenerator<Batch> {
    yield* tokensOf(
      stream,
      this.tokens,
      (token) => this.#visit(token),
      () => this.batches.take(),
    );
    if (!this.#complete) throw new FileRefused('broken_workbook', { detail: '工作表中途结束' });
    yield* this.batches.end();
  }

  #visit(token: Token): void {
    if (token === TEXT) {
      if (this.#within) this.#collect();
      else if (this.#inline) this.#rich.visit(token, this.tokens);
      return;
    }
    const { name, empty } = this.tokens;
    const open = token === OPEN;
    if (!this.#inData) {
      if (name === 'sheetData') {
        this.#inData = open && !empty;
        this.#complete ||= empty;
      } else if (name === 'worksheet' && !open) this.#complete = true;
    } else if (name === 'c') {
      if (open) this.#beginCell();
      if (!open || empty) this.#endCell();
    } else if (name === 'v' || name === 'f') {
      this.#within = open && !empty ? name : '';
      if (open && name === 'v') this.#value = '';
      if (open && name === 'f') this.#formula = '';
    } else if (name === 'row') {
      if (open) this.#beginRow();
    } else if (name === 'is') {
      this.#inline = open && !empty;
      this.#isInline = true;
    } else if (this.#inline) this.#rich.visit(token, this.tokens);
    else if (name === 'sheetData') this.#inData = false;
  }

  #collect(): void {
    const text = this.tokens.cdata ? this.tokens.text() : xmlText(this.tokens.text());
    if (this.#within === 'v') this.#value += text;
    else this.#formula += text;
  }

  #beginRow(): void {
    const said = this.tokens.attribute('r');
    this.batches.beginRow(said === null ? this.batches.lastRow + 1 : Number(said));
    this.#column = -1;
  }

  #beginCell(): void {
    const { tokens } = this;
    this.#column = tokens.find('r') ? columnAt(tokens.bytes, tokens.from, tokens.to) : this.#column + 1;
    this.#style = tokens.find('s') ? wholeAt(tokens.bytes, tokens.from, tokens.to) : 0;
    this.#type = tokens.find('t') ? typeAt(tokens) : '';
    this.#value = null;
    this.#formula = null;
    this.#within = '';
    this.#inline = false;
    this.#isInline = false;
  }

  #endCell(): void {
    if (this.#column < 0)
      throw new FileRefused('broken_workbook', { detail: `第 ${this.batches.lastRow} 行的单元格没有位置` });
    const text = this.#isInline ? this.#rich.take() : this.#text();
    if (text) this.batches.cell(this.#column, text);
  }

  #text(): string {
    const value = this.#value;
    // Made by a program, never opened in a spreadsheet: the formula is all that there is.
    if (value === null) return this.#formula === null ? '' : `=${this.#formula}`;
    switch (this.#type) {
      case 's': {
        const text = value === '' ? '' : this.book.strings[Number(value)];
        if (text === undefined) throw new FileRefused('broken_workbook', { detail: `文字表没有第 ${value} 项` });
        return text;
      }
      case 'str':
        return workbookText(value);
      case 'b':
        return value.trim() === '1' || value.trim() === 'true' ? '是' : '否';
      case 'd':
        return isoText(value) ?? value;
      case 'e':
        return value;
      default:
        return value === '' ? '' : numberText(value, this.book.styles[this.#style] ?? PLAIN, this.book.date1904);
    }
  }
}

const TYPES = ['s', 'n', 'str', 'b', 'd', 'e', 'inlineStr'];
const typeAt = (tokens: Tokens): string => {
  const length = tokens.to - tokens.from;
  if (length === 1) {
    const first = tokens.bytes[tokens.from];
    for (const type of TYPES) if (type.length === 1 && type.charCodeAt(0) === first) return type;
  }
  return tokens.attribute('t') ?? '';
};

/** Column, from 0, of a place such as `AB12`; -1 where it has none. */
function columnAt(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  for (let i = from; i < to; i++) {
    const letter = (bytes[i] as number) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > 1e6) break;
  }
  return column - 1;
}

function wholeAt(bytes: Uint8Array, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) n = n * 10 + (bytes[i] as number) - 48;
  return n;
}

/** One in each row of a full sheet. */
const MOST_MERGED = 2 ** 20;

/** The merged areas of a sheet. They stand behind its cells, which are passed over. */
export async function readMerged(stream: ReadableStream<Uint8Array>): Promise<Merged[]> {
  const merged: Merged[] = [];
  const tokens = new Tokens();
  const visit = (token: Token) => {
    if (token !== OPEN || tokens.name !== 'mergeCell') return;
    const area = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(tokens.attribute('ref') ?? '');
    if (!area) return;
    if (merged.length === MOST_MERGED)
      throw new FileRefused('too_large', { detail: `合并的单元格超过 ${MOST_MERGED} 处` });
    const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = area;
    const columns = [columnOf(c1), columnOf(c2)].sort((a, b) => a - b) as [number, number];
    const rows = [Number(r1), Number(r2)].sort((a, b) => a - b) as [number, number];
    addMerged(merged, { firstRow: rows[0], lastRow: rows[1], firstColumn: columns[0], lastColumn: columns[1] });
  };
  await readTokens(stream.pipeThrough(behindCells()), tokens, visit);
  return merged;
}

const columnOf = (letters: string): number => {
  const bytes = new TextEncoder().encode(letters);
  return columnAt(bytes, 0, bytes.length);
};

const DATA_END = 'sheetData>';

/** Lets through what stands behind the cells. */
function behindCells(): TransformStream<Uint8Array, Uint8Array> {
  const latin1 = new TextDecoder('latin1');
  let carried = '';
  let through = false;
  return new TransformStream({
    transform(chunk, to) {
      if (through) return to.enqueue(chunk);
      const text = carried + latin1.decode(chunk);
      const at = text.indexOf(DATA_END);
      if (at < 0) {
        carried = text.slice(1 - DATA_END.length);
        return;
      }
      through = true;
      to.enqueue(chunk.subarray(Math.max(0, at + DATA_END.length - carried.length)));
    },
  });
}
