import type { ChartOption } from './echarts';
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

/** Axis of a rate. `from`: a fraction below every value and interval, so that differences can be seen. */
export const rateAxis = (from: number) => ({
  ...axisStyle,
  type: 'value' as const,
  min: Math.max(0, Math.floor(from * 10) / 10),
  max: 1,
  axisLabel: { ...axisStyle.axisLabel, formatter: (v: number) => `${Math.round(v * 100)}%` },
});

export const daysAxis = (name = '工作日') => ({ ...axisStyle, type: 'value' as const, min: 0, name });
