import type { Texts } from './sheet';

/** A column whose texts are all different (an id) begins a new list past this many, so that it does not grow without bound. */
const FULL = 50_000;

/** The distinct texts of a column, numbered in the order of their first cell. */
export class TextList implements Texts {
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly #texts: string[] = [''];

  get size(): number {
    return this.#texts.length;
  }

  /** True where the next batch is to begin a new list. */
  get full(): boolean {
    return this.#texts.length > FULL;
  }

  text(id: number): string {
    const text = this.#texts[id];
    if (text === undefined) throw new RangeError(`no text ${id} in a list of ${this.size}`);
    return text;
  }

  /** The number of the text, which is a new one where it was not met before. */
  idOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#numbers.set(text, id);
    this.#texts.push(text);
    return id;
  }
}

/** A whole number that is not exact any more, as a spreadsheet shows it: 6.32521201700010E+17. */
export const roundedText = (value: number): string => value.toExponential(14).replace('e+', 'E+');
