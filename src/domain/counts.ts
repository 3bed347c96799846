/** Counts of one indicator in one area and some quarters. For a duration the numerator is 0 and the histogram holds all. */
export interface Counts {
  numerator: number;
  denominator: number;
  histogram?: Map<number, number>;
  /** Counted apart: see `UndatedCell`. 0 for quarters that all end before the calendar does. */
  undated: number;
}
