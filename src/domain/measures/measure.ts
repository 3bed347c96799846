import type { Counts } from '../counts';

/** One figure of summed counts. Null: there is none, or this measure has no such number. */
export interface Measured {
  numerator: number | null;
  value: number | null;
  /** 95 % interval of the value. */
  low: number | null;
  high: number | null;
  median: number | null;
  p90: number | null;
}

export const NOTHING: Measured = { numerator: null, value: null, low: null, high: null, median: null, p90: null };

/** How a measure is called where its figures stand. */
export interface MeasureWords {
  /** What a value is: 指标值, 中位数. */
  value: string;
  /** What a column of values is in, where that is not in each of them: 工作日; else empty. */
  unit: string;
  /** What stands behind a value in a sentence, with the blank before it: ` 个工作日`; else empty. */
  ofValue: string;
  /** The row of a definition that says how a value comes about. */
  numerator: string;
  /** The column that says how sure or how spread a value is. */
  interval: string;
  /** What `numerator/denominator`, or `n`, is. */
  counts: string;
  /** How the figures of several areas come together. @param none what stands for no case */
  together(none: string): string;
  /** What a comparison of areas asks, behind the indicator's name. */
  compared: string;
  /** How areas are drawn beside each other. */
  drawn: string;
}

/** How a value becomes points: see `ScoringRule`. */
export type RuleType = 'proportional' | 'linear' | 'steps' | 'perPoint' | 'perEvent' | 'passFail';

/** Which scoring rules fit a measure, and within which bounds. */
export interface Scored {
  fits: readonly RuleType[];
  /** Said of a rule that does not fit. */
  unfit: string;
  /** The most that a bound can be; the least is 0. */
  most: number;
  /** A bound with its unit, as short as it can be: 90%; 15个工作日. */
  bound(x: number): string;
  /** Said of a bound out of range. */
  range: string;
  /** 比率越高越好. */
  better: string;
  /** Order of bounds from the best: 由高到低. */
  order: string;
}

/**
 * What an indicator measures, and all that screens, charts, reports and scoring need to know of it: nothing else asks what
 * kind a figure is. Values are fractions 0…1 of a share, working days of a duration.
 */
export interface Measure {
  /** What cells hold of it, so that they add up exactly: two sums, or how many cases took how many days. */
  statistic: 'sums' | 'histogram';
  /** The figure of summed counts. */
  of(counts: Counts): Measured;
  better: 'higher' | 'lower';
  /** The most that a value can be, where there is such: 1 of a share. */
  whole: number | null;
  /** Whether the cases of the denominator fall into those of the numerator and those that it lacks. */
  parts: boolean;
  /** A value as its column prints it: 93.54%; 12.5. */
  text(value: number): string;
  /** A value with the shortest unit: 93.54%; 12.5日. */
  brief(value: number): string;
  /** A value as it is printed, as a number: what prints alike is alike. */
  printed(value: number): number;
  /** The size of a difference with its unit: 2.14 个百分点; null where it is none. */
  difference(size: number): string | null;
  /** How workbooks show it. */
  format: 'rate' | 'days';
  words: MeasureWords;
  scored: Scored;
}
