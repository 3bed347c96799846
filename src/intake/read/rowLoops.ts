import { NO_NUMBER } from '../../domain/typedRows';
import { KNOWN, ODD } from './typedTexts';

/*
 * Loops over all rows of a batch. Each is a function of plain arrays by itself: V8 compiles it once, soon, and keeps it, while
 * a loop within a longer function is compiled with all of that, and again as soon as what follows it is new (docs/adr/0047).
 * Without branches where nothing could foretell them.
 */

/** What stands for each row's text: `into[r] = of[ids[r]]`. */
export function gather(of: Int32Array, ids: Int32Array, into: Int32Array): void {
  for (let r = 0; r < into.length; r++) into[r] = of[ids[r] as number] as number;
}

export function gatherAmounts(of: Float64Array, ids: Int32Array, into: Float64Array): void {
  for (let r = 0; r < into.length; r++) into[r] = of[ids[r] as number] as number;
}

export function gatherStates(of: Uint8Array, ids: Int32Array, into: Uint8Array): void {
  for (let r = 0; r < into.length; r++) into[r] = of[ids[r] as number] as number;
}

/** What stands in some of the rows. */
export function pick(of: Int32Array, rows: Int32Array, into: Int32Array): void {
  for (let i = 0; i < into.length; i++) into[i] = of[rows[i] as number] as number;
}

/** Marks rows of which there is something to say, or that lack a bit that is required (0 for none). */
export function markStates(states: Uint8Array, required: number, odd: Uint8Array): void {
  for (let r = 0; r < odd.length; r++) {
    const state = states[r] as number;
    odd[r] = (odd[r] as number) | Number((state & ODD) !== 0) | Number((state & required) !== required);
  }
}

/** Marks rows whose later day is there and before the earlier one. */
export function markOrder(earlier: Int32Array, later: Int32Array, odd: Uint8Array): void {
  for (let r = 0; r < odd.length; r++) {
    const day = later[r] as number;
    odd[r] = (odd[r] as number) | (Number(day < (earlier[r] as number)) & Number(day !== NO_NUMBER));
  }
}

/** Marks rows whose number is higher than another. */
export function markAbove(numbers: Int32Array, most: number, odd: Uint8Array): void {
  for (let r = 0; r < odd.length; r++) odd[r] = (odd[r] as number) | Number((numbers[r] as number) > most);
}

/** Sets in `all` the bits that are set in `states`. */
export function union(states: Uint8Array, all: Uint8Array): void {
  for (let r = 0; r < all.length; r++) all[r] = (all[r] as number) | (states[r] as number);
}

/** Keeps in `mask` the rows that have a bit (given by its place), or those that have it not. */
export function keepWhere(found: Uint8Array, place: number, any: boolean, mask: Uint8Array): void {
  const other = any ? 0 : 1;
  for (let r = 0; r < mask.length; r++) mask[r] = (mask[r] as number) & (((found[r] as number) >> place) ^ other);
}

/** Finds, of some rows, those whose text has a bit. @returns how many; they stand in `found` */
export function rowsWith(
  states: Uint8Array,
  ids: Int32Array,
  bit: number,
  rows: Int32Array,
  found: Int32Array,
): number {
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if ((states[ids[row] as number] as number) & bit) found[n++] = row;
  }
  return n;
}

/** A text that no row had yet. */
export const UNSEEN = -2;

/**
 * Numbers the known texts of some rows in the order in which they come; -1 for a row without one.
 * @param codeOf by text, its number; `UNSEEN` to begin with
 * @param order by number, the text
 * @returns how many there are
 */
export function number(
  rows: Int32Array,
  ids: Int32Array,
  states: Uint8Array,
  codeOf: Int32Array,
  order: Int32Array,
  codes: Int32Array,
): number {
  let n = 0;
  for (let i = 0; i < codes.length; i++) {
    const id = ids[rows[i] as number] as number;
    let code = codeOf[id] as number;
    if (code === UNSEEN) {
      code = -1;
      if ((states[id] as number) & KNOWN) {
        code = n;
        order[n++] = id;
      }
      codeOf[id] = code;
    }
    codes[i] = code;
  }
  return n;
}
