import { FileRefused } from '../../domain/problems';
import { noResult } from '../../domain/reading/noText';
import type { Batch } from '../sheet';
import { isTrue } from './attributes';
import { BatchMaker } from './batches';
import { workbookText, xmlText } from './entities';
import { type NumberStyle, numberText, PLAIN } from './numberStyle';
import { isoText } from './serial';
import { RichText } from './sharedStrings';
import { tokensOf } from './tokenStream';
import { OPEN, TEXT, type Token, Tokens } from './tokens';

/** What the cells of a sheet refer to. */
export interface Book {
  date1904: boolean;
  strings: readonly string[];
  styles: readonly NumberStyle[];
  /** A program wrote it without calculating: what stands as 0 beside a formula is no result. */
  uncalculated?: boolean;
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
    const row = said === null ? this.batches.lastRow + 1 : Number(said);
    this.batches.beginRow(row, this.tokens.find('hidden') && isTrue(this.tokens.attribute('hidden')));
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

  /** Made by a program, never opened in a spreadsheet: the formula is all that there is. A text may well be blank. */
  #isUncalculated(value: string | null): boolean {
    if (value === null || (value === '' && this.#type !== 'str')) return true;
    return this.book.uncalculated === true && /^0(?:\.0)?$/.test(value);
  }

  #text(): string {
    const value = this.#value;
    if (this.#formula !== null && this.#isUncalculated(value)) return noResult(this.#formula.trim() || '…');
    if (value === null) return '';
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
export function columnAt(bytes: Uint8Array, from: number, to: number): number {
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
