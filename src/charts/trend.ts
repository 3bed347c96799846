import { countText, NO_CASE, partlyText } from '../domain/display';
import type { CountUnit } from '../domain/indicators';
import type { Measure } from '../domain/measures';
import { axisOf, axisStyle, baseOption, type Chart } from './base';
import type { ChartOption } from './echarts';
import { DASHES, hollowLegend, lineSwatch, SYMBOLS, whiskerSwatch } from './legend';
import { INK, INK_2, SERIES } from './palette';
import { blankOf, figureLines, INTERVAL_WORDS, leftOut, type Plotted, plainValue, sureText } from './words';

export interface TrendInput {
  measure: Measure;
  /** What stands for 0/0, where not 无案件: see `noneText`. */
  none?: string;
  /** 一季度, 二季度 … */
  periods: string[];
  /** The figures of each quarter. The first is drawn heaviest: the province, or the unit looked at. */
  series: { name: string; points: Plotted[] }[];
  /** Read by screen readers. */
  description: string;
  unit?: CountUnit;
}

/** Between the points of two series in one quarter, as a share of the quarter: their intervals stand side by side. */
const ASIDE = 0.1;
/** Half the width of a whisker's caps in px. */
const CAP = 5;
/** Height of one line of numbers below a quarter. */
const LEADING = 16;

/**
 * An indicator by quarter, one line per series, with the 95 % interval of each point. A quarter without a case breaks the
 * line, and a point of a unit that has not sent all is hollow. The numbers stand below their quarter, where no line crosses them.
 */
export function trendOption({ measure, none, periods, series, description, unit = '件' }: TrendInput): Chart {
  const styles = series.map((_, i) => ({
    color: SERIES[i % SERIES.length] as string,
    symbol: SYMBOLS[i % SYMBOLS.length] as (typeof SYMBOLS)[number],
    dash: DASHES[i % DASHES.length] as (typeof DASHES)[number],
    width: i === 0 ? 2.5 : 1.5,
  }));
  const several = series.length > 1;
  const points = series.flatMap((s) => s.points).filter((p) => p.value !== null);
  const place = (quarter: number, i: number) => quarter + (i - (series.length - 1) / 2) * ASIDE;
  const numbers = (quarter: number): string =>
    [
      `{quarter|${periods[quarter] ?? ''}}`,
      ...series.flatMap((s, i) => {
        const p = s.points[quarter];
        if (!p) return [];
        const letter = several ? `${styles[i]?.symbol.letter} ` : '';
        return [
          `{s${i}|${letter}${plainValue(measure, p, none)}}`,
          p.value === null ? '' : `{n|n=${countText(p.denominator)}}`,
        ];
      }),
    ].join('\n');
  const lines = 1 + series.length * 2;
  const option: ChartOption = {
    ...baseOption(description),
    grid: { left: 56, right: 16, top: 16, bottom: 12 + lines * LEADING },
    xAxis: {
      ...axisStyle,
      type: 'value',
      min: -0.5,
      max: periods.length - 0.5,
      // Not `interval`, which would count from −0.5.
      minInterval: 1,
      maxInterval: 1,
      axisLine: { ...axisStyle.axisLine, onZero: false },
      splitLine: { show: false },
      axisLabel: {
        ...axisStyle.axisLabel,
        margin: 10,
        hideOverlap: false,
        formatter: (v: number) => (Number.isInteger(v) ? numbers(v) : ''),
        rich: {
          quarter: { color: INK, fontSize: 12, lineHeight: LEADING },
          n: { color: INK_2, fontSize: 11, lineHeight: LEADING },
          ...Object.fromEntries(
            styles.map(({ color }, i) => [`s${i}`, { color, fontSize: 12, lineHeight: LEADING, fontWeight: 600 }]),
          ),
        },
      },
    },
    yAxis: {
      ...axisOf(
        measure,
        points.map((p) => p.low ?? p.value ?? 0),
      ),
      axisLine: { ...axisStyle.axisLine, onZero: false },
    },
    tooltip: {
      ...baseOption(description).tooltip,
      trigger: 'axis',
      axisPointer: { type: 'line', snap: true, label: { show: false } },
      formatter: (params) => {
        const at = (Array.isArray(params) ? params : [params])[0]?.dataIndex ?? 0;
        return [
          periods[at] ?? '',
          ...series.flatMap((s) => {
            const p = s.points[at];
            return p ? [s.name, ...figureLines(measure, p, unit, none).map((l) => `  ${l}`)] : [];
          }),
        ].join('\n');
      },
    },
    series: [
      ...series.map((s, i) => whiskers(s, (quarter) => place(quarter, i), styles[i]?.color ?? INK)),
      ...series.map((s, i) => ({
        type: 'line' as const,
        name: s.name,
        data: s.points.map((p, quarter) => {
          const at = [place(quarter, i), p.value ?? Number.NaN];
          return p.partly ? { value: at, symbol: styles[i]?.symbol.hollow } : at;
        }),
        connectNulls: false,
        symbol: styles[i]?.symbol.name ?? 'circle',
        symbolSize: i === 0 ? 8 : 7,
        lineStyle: { width: styles[i]?.width ?? 1.5, type: styles[i]?.dash ?? 'solid' },
        color: styles[i]?.color ?? INK,
        z: 3 + series.length - i,
      })),
    ],
  };
  return {
    option,
    height: 200 + lines * LEADING,
    targets: [],
    legend: [
      ...series.map((s, i) => {
        const { color = INK, dash = 'solid', width = 2, symbol } = styles[i] ?? {};
        return { swatch: lineSwatch(color, { dash, width, symbol: symbol?.name }), words: s.name };
      }),
      ...(points.some((p) => p.low !== null)
        ? [{ swatch: whiskerSwatch(INK_2), words: `竖线为 ${INTERVAL_WORDS}` }]
        : []),
      ...(points.some((p) => p.partly) ? [hollowLegend(styles[0]?.color ?? INK)] : []),
    ],
    leftOut: leftOut(
      series.map((s) => ({ name: s.name, undated: s.points.reduce((sum, p) => sum + p.undated, 0), unit })),
    ),
    table: {
      columns: [measure.words.unit ? `范围（${measure.words.value}，${measure.words.unit}）` : '范围', ...periods],
      rows: series.map((s) => [s.name, ...s.points.map((p) => cellText(measure, p, none))]),
    },
  };
}

/** 93.75%（n=112，95% 区间 87.68%–96.94%）. */
function cellText(measure: Measure, p: Plotted, none = NO_CASE): string {
  const partly = p.partly ? `，${partlyText(p.partly)}` : '';
  if (p.value === null) return `${blankOf(p, none)}${partly}`;
  const interval = sureText(measure, p);
  return `${plainValue(measure, p)}（n=${countText(p.denominator)}${interval && `，95% 区间 ${interval}`}${partly}）`;
}

/** The intervals of one series: an upright line with caps through each point. */
function whiskers({ name, points }: TrendInput['series'][number], place: (quarter: number) => number, stroke: string) {
  return {
    type: 'custom' as const,
    name: `${name} 95% 区间`,
    silent: true,
    // A custom series would otherwise take part in the tooltip's choice of the nearest point.
    tooltip: { show: false },
    encode: { x: 0, y: [1, 2] },
    data: points.flatMap((p, quarter) => (p.low === null || p.high === null ? [] : [[place(quarter), p.low, p.high]])),
    renderItem: (_: unknown, api: { value: (i: number) => number | string; coord: (at: number[]) => number[] }) => {
      const [x = 0, y1 = 0] = api.coord([Number(api.value(0)), Number(api.value(1))]);
      const [, y2 = 0] = api.coord([Number(api.value(0)), Number(api.value(2))]);
      const line = (shape: { x1: number; y1: number; x2: number; y2: number }) => ({
        type: 'line' as const,
        shape,
        style: { stroke, lineWidth: 1.5 },
      });
      return {
        type: 'group' as const,
        children: [
          line({ x1: x, y1, x2: x, y2 }),
          line({ x1: x - CAP, y1, x2: x + CAP, y2: y1 }),
          line({ x1: x - CAP, y1: y2, x2: x + CAP, y2 }),
        ],
      };
    },
    z: 2,
  };
}
