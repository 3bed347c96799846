import type { Condition } from '../catalogue/condition';
import type { Amount } from '../catalogue/indicator';
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

/** What a measure asks of the counted cases, for the statistic that cells hold: all that SQL, columns and limits need to know. */
export interface Asked {
  /** What a case that is counted also meets, to be in the numerator. */
  met: readonly Condition[];
  /** Fields that it must say as well, to be in it: those of the numerator are added up. */
  amounts: readonly Amount[];
  /** The day from which a case's days run, to that of its period. */
  from?: string;
  /** The field that says what a case is of: distinct ones are counted, not cases. */
  subject?: string;
}

export const ASKS_NOTHING: Asked = { met: [], amounts: [] };

/**
 * What cells hold of a measure, so that figures of any area and time are exact:
 * - sums: how many cases are counted and how many of them meet it, and what these come to in whole smallest units; they add up;
 * - histogram: how many cases took how many days; bars add up, so that a median is that of all cases;
 * - subjects: which subjects are counted and which of them meet it, by number, for distinct counts do not add up: a subject may
 *   come again in another quarter, place or department. They are united.
 */
export type Statistic = 'sums' | 'histogram' | 'subjects';

/** How a measure is called where its figures stand. */
export interface MeasureWords {
  /** What a value is: 指标值, 中位数. */
  value: string;
  /** What a column of values is in, where that is not in each of them: 工作日; else empty. */
  unit: string;
  /** The row of a definition that says how a value comes about. */
  numerator: string;
  /** The column that says how sure or how spread a value is; empty where there is no such thing. */
  interval: string;
  /** What `numerator/denominator`, or `n`, is. */
  counts: string;
  /** The cases of the numerator, and those that it lacks: 达到, 未达到. */
  met: string;
  missing: string;
  /** Said where less is better: 短者为优. */
  lower: string;
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

/** Which way values are better; null: volume, which is neither good nor bad. */
export type Better = 'higher' | 'lower' | null;

/** How a workbook shows a number: a fraction as percent, working days, pieces, an amount with its decimals. */
export type ValueFormat = 'rate' | 'days' | 'count' | `amount${0 | 1 | 2 | 3}`;

/** How the cases of a figure are spread over their values, for a chart of its own. */
export interface Distribution {
  /** What is on its axis: 办理工作日. */
  name: string;
  /** What a bar's place is counted in: 工作日. */
  unit: string;
  /** What the chart answers. */
  asked: string;
  /** A bar's place in a sentence: 12 个工作日. */
  said(value: number): string;
  /** How values are counted. */
  note: string;
  /** The mark beside the median, in short, and what both marks are. */
  most: string;
  marks: string;
}

/**
 * What an indicator measures, and all that screens, charts, reports and scoring need to know of it: nothing else asks what
 * kind a figure is. Values are fractions 0…1 of a share, working days of a duration, else in the unit that its words say.
 */
export interface Measure {
  statistic: Statistic;
  /** The figure of summed counts. Whether no case is a zero or no figure is the measure's to say. */
  of(counts: Counts): Measured;
  better: Better;
  /** The most that a value can be, where there is such: 1 of a share. */
  whole: number | null;
  /** Whether the values of areas add up to that of the whole, which is then nothing that one of them is held against. */
  addsUp: boolean;
  /** Whether values have a 95 % interval (Wilson), so that a difference can be told from chance. */
  sure: boolean;
  /** Whether the cases of the denominator fall into those of the numerator and those that it lacks. */
  parts: boolean;
  /** Whether the value is the numerator's part of the denominator, so that one case more or less tells on it. */
  eachCase: boolean;
  /** How the histogram is drawn; null where there is none. */
  distribution: Distribution | null;
  /** A value as its column prints it: 93.54%; 12.5; 1,234,567.80. */
  text(value: number): string;
  /** A value with the shortest unit: 93.54%; 12.5日; 123.46万元. */
  brief(value: number): string;
  /** A value in a sentence: 93.54%; 12.5 个工作日; 123.46 万元. */
  said(value: number): string;
  /** A value as it is printed, as a number: what prints alike is alike. */
  printed(value: number): number;
  /** The size of a difference with its unit: 2.14 个百分点; null where it is none. */
  difference(size: number): string | null;
  /** How workbooks show it. */
  format: ValueFormat;
  words: MeasureWords;
  scored: Scored;
}

/** One measure: what it asks of cases, and how the figures of an indicator are. One file each. */
export interface Kind<I> {
  asks(indicator: I): Asked;
  /** @param better which way, where the indicator says so */
  measure(indicator: I, better: Better | undefined): Measure;
}
