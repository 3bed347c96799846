import type { Measure } from '../domain/measures';
import type { ChartOption } from './echarts';
import type { LegendEntry } from './legend';
import { FONT, INK, INK_2, LINE } from './palette';

/** The numbers of a chart as a table: what a screen reader reads, and what 「数据表」 shows. */
export interface ChartTable {
  columns: string[];
  /** The first entry of a row is its head. */
  rows: (string | number)[][];
}

/** A chart as the builders make it: the option, and the same numbers as a table. */
export interface Chart {
  option: ChartOption;
  table: ChartTable;
  /** Height in px that the content needs. */
  height: number;
  /** What a click on the item at `dataIndex` opens; empty for charts without targets. */
  targets: string[];
  /** What its signs and colours mean; drawn below the chart, on the screen and in pictures. */
  legend: LegendEntry[];
  /** What its figures leave out, in words; empty where nothing is: see `leftOut`. */
  leftOut: string;
}

/** What all charts share. Tooltips are drawn as text: no value of a file is ever read as HTML. */
export const baseOption = (description: string): ChartOption => ({
  animation: false,
  textStyle: { fontFamily: FONT, fontSize: 12, color: INK },
  aria: { enabled: true, label: { description } },
  tooltip: {
    renderMode: 'richText',
    confine: true,
    backgroundColor: '#fff',
    borderColor: '#c3cad3',
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { fontFamily: FONT, fontSize: 12, color: INK },
  },
});

export const axisStyle = {
  axisLine: { lineStyle: { color: '#c3cad3' } },
  axisTick: { show: false },
  axisLabel: { color: INK_2, fontSize: 12 },
  splitLine: { lineStyle: { color: LINE } },
  nameTextStyle: { color: INK_2, fontSize: 12 },
} as const;

/**
 * Axis of a rate up to 100 %, on round steps.
 * @param from a fraction below every value and interval: the axis begins there or below, so that differences can be seen
 */
export function rateAxis(from: number) {
  const range = 1 - Math.max(0, Math.min(1, from));
  const interval = range <= 0.1 ? 0.02 : range <= 0.25 ? 0.05 : range <= 0.6 ? 0.1 : 0.2;
  // Counted down from 1 in whole steps, without the dust of binary fractions.
  const steps = Math.max(1, Math.ceil(range / interval - 1e-9));
  return {
    ...axisStyle,
    type: 'value' as const,
    min: Math.max(0, Number((1 - steps * interval).toFixed(2))),
    max: 1,
    interval,
    axisLabel: { ...axisStyle.axisLabel, hideOverlap: true, formatter: (v: number) => `${Math.round(v * 100)}%` },
  };
}

/**
 * Axis of a measure's values: of a whole up to it, else from 0.
 * @param drawn all values, intervals and reference lines: ECharts itself looks at the areas only, and cuts such a line off
 */
export const axisOf = ({ whole, brief }: Measure, drawn: readonly number[]) =>
  whole === null ? numberAxis(Math.max(0, ...drawn), brief) : rateAxis(Math.min(whole, ...drawn));

/** Axis from 0, on round steps. @param upTo the most that is drawn @param tick a value with its unit */
export function numberAxis(upTo: number, tick: (value: number) => string) {
  const longest = Math.max(upTo, 1);
  const wanted = longest / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const interval = power * ([1, 2, 5].find((step) => step * power >= wanted - 1e-9) ?? 10);
  return {
    ...axisStyle,
    type: 'value' as const,
    min: 0,
    max: Number((Math.ceil(longest / interval - 1e-9) * interval).toFixed(6)),
    interval,
    axisLabel: { ...axisStyle.axisLabel, hideOverlap: true, formatter: (v: number) => tick(Number(v.toFixed(6))) },
  };
}
