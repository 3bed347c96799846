import type { FieldReader } from '../../domain/reading/fieldReader';
import type { Reading } from '../../domain/reading/reading';
import { NO_NUMBER, type TextPack } from '../../domain/typedRows';
import type { RawTexts, Texts } from '../sheet';

/** What a cell is, as bits. */
export const KNOWN = 1;
/** Something stands in it that is no sign for nothing. */
export const FILLED = 2;
/** There is something to say of it: a fault, a question, or that it means the cell above. */
export const ODD = 4;
export const REPAIRED = 8;

/** The distinct texts of a column, each read once by the domain. */
export class TypedTexts {
  private size = 0;
  /** Some text means the value of the row above. */
  meansAbove = false;
  /** There is something to say of some text. */
  odd = false;
  /** Some text was mended. */
  repaired = false;
  states = new Uint8Array(256);
  /** Days and counts; `NO_NUMBER` where there is none. */
  numbers = new Int32Array(0);
  amounts = new Float64Array(0);
  /** Values of texts; undefined for a text that is its own value as it stands in the file. */
  private readonly strings: (string | null | undefined)[] = [];
  /** Readings of the texts that are odd or repaired. */
  readonly readings = new Map<number, Reading<number | string>>();

  constructor(
    private readonly reader: FieldReader,
    readonly texts: Texts,
  ) {
    if (reader.kind === 'amount') this.amounts = new Float64Array(256);
    else if (reader.kind !== 'text') this.numbers = new Int32Array(256);
  }

  /** Reads what came to the list since the last time. */
  catchUp(): void {
    const { texts, reader } = this;
    if (texts.size > this.states.length) {
      const length = Math.max(texts.size, this.states.length * 2);
      this.states = longer(this.states, new Uint8Array(length));
      if (reader.kind === 'amount') this.amounts = longer(this.amounts, new Float64Array(length));
      else if (reader.kind !== 'text') this.numbers = longer(this.numbers, new Int32Array(length));
    }
    const isOwnValue = reader.kind === 'text' ? reader.isOwnValue : undefined;
    const { raw } = texts;
    for (let id = this.size; id < texts.size; id++) {
      if (raw && isOwnValue?.(raw.bytes, startOf(raw, id), endOf(raw, id))) {
        this.states[id] = KNOWN | FILLED;
        this.strings.push(undefined);
        continue;
      }
      const reading: Reading<number | string> = reader.read(texts.text(id));
      const { value } = reading;
      this.states[id] = stateOf(reading);
      if (reader.kind === 'text') this.strings.push(value as string | null);
      else if (reader.kind === 'amount') this.amounts[id] = (value as number | null) ?? Number.NaN;
      else this.numbers[id] = (value as number | null) ?? NO_NUMBER;
      if ((this.states[id] as number) & (ODD | REPAIRED)) this.readings.set(id, reading);
      if (reading.above) this.meansAbove = true;
      if (reading.repair) this.repaired = true;
      if ((this.states[id] as number) & ODD) this.odd = true;
    }
    this.size = texts.size;
  }

  /** The value of a text in a column of texts. */
  string(id: number): string | null {
    const value = this.strings[id];
    return value === undefined ? this.texts.text(id) : value;
  }

  /** Puts the value of a text into a pack. */
  put(id: number, into: TextPack): void {
    const value = this.strings[id];
    const { raw } = this.texts;
    if (value !== undefined || !raw) into.push(value ?? '');
    else into.pushBytes(raw.bytes, startOf(raw, id), endOf(raw, id));
  }
}

const startOf = ({ starts }: RawTexts, id: number): number => starts[id] as number;
const endOf = ({ starts }: RawTexts, id: number): number => (starts[id + 1] as number) - 1;

function stateOf({ value, fault, repair, question, above, blank }: Reading<number | string>): number {
  const known = value !== null;
  const odd = fault !== undefined || question !== undefined || above === true;
  return (known ? KNOWN : 0) | (blank ? 0 : FILLED) | (odd ? ODD : 0) | (repair ? REPAIRED : 0);
}

function longer<T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}
