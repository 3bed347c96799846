import type { MarkLineComponentOption } from 'echarts/components';
import { FONT, REFERENCE } from './palette';

/** A value that others are held against, and its words. */
export interface Reference {
  at: number;
  words: string;
  /** Dotted: a value to be reached, beside the dashed one of the whole. */
  dash?: 'dashed' | 'dotted';
}

/** Height of one row of words. */
const ROW = 16;

/** Room between the grid and the words: the highest number of the y axis reaches into it. */
const LIFT = 9;

/** Room that the words of so many lines need above the grid. */
export const referenceRoom = (count: number): number => LIFT + 4 + count * ROW;

/**
 * Dashed lines across the chart at values of its x axis, exactly there: ECharts rounds the value of a line to two decimals
 * unless told not to, and would draw 93.54 % at 94 %. Their words stand above the grid, each on a row of its own, so that
 * lines close to each other do not print over each other's words.
 * @param downwards whether the y axis of the chart counts from the top, as that of a list does
 */
export const referenceLines = (references: readonly Reference[], downwards = false): MarkLineComponentOption => ({
  silent: true,
  symbol: 'none',
  precision: -1,
  lineStyle: { color: REFERENCE, width: 1.5, type: 'dashed' },
  data: references.map(({ at, words, dash = 'dashed' }, row) => ({
    xAxis: at,
    lineStyle: { type: dash },
    label: {
      formatter: words,
      color: REFERENCE,
      fontFamily: FONT,
      fontSize: 12,
      position: downwards ? 'start' : 'end',
      distance: LIFT + (references.length - 1 - row) * ROW,
    },
  })),
});
