import type { Question } from './catalogue/indicator';

/** Of the quarters for which a unit was due to report a ledger, or has, so many have come: what is counted is of these alone. */
export interface Partly {
  sent: number;
  due: number;
}

/**
 * Counts of one indicator in one area and some quarters. For a duration the numerator is 0 and the histogram holds all;
 * where subjects are counted, both are numbers of distinct subjects.
 */
export interface Counts {
  numerator: number;
  denominator: number;
  histogram?: Map<number, number>;
  /** What the cases of the numerator come to, in whole smallest units, in the order of `Asked.amounts`. */
  amounts?: number[];
  /** Counted apart: see `UndatedCell`. 0 for quarters that all end before the calendar does. */
  undated: number;
  /** There is no case, and none of those whose files could hold one has reported: nobody knows, so that it is no zero. */
  unreported?: true;
  /** There is no case, and what could hold one was reported and cannot be read on this computer any more. No zero either. */
  unreadable?: true;
  /**
   * There is no case, and could be none: the ledger tells no part as small as the area, or an heir has sent it with its own. No
   * zero either.
   */
  undivided?: true;
  /** Of a unit that has not sent all that was due of the ledger; absent where it has. */
  partly?: Partly;
}

/** How many of it an indicator's question asks for. */
export function askedCount({ side }: Pick<Question, 'side'>, { numerator, denominator }: Counts): number {
  if (side === 'denominator') return denominator;
  return side === 'numerator' ? numerator : denominator - numerator;
}
