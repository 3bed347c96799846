import type { Question } from './catalogue/indicator';

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
}

/** How many of it an indicator's question asks for. */
export function askedCount({ side }: Pick<Question, 'side'>, { numerator, denominator }: Counts): number {
  if (side === 'denominator') return denominator;
  return side === 'numerator' ? numerator : denominator - numerator;
}
