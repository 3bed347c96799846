import { daysText, NO_CASE, rateText } from '../domain/display';
import { axisStyle, baseOption, type Chart, daysAxis, rateAxis } from './base';
import type { ChartOption } from './echarts';
import { SERIES } from './palette';

/** One point: the value of a quarter (fraction, or working days), null for no case, and its n. */
export interface TrendPoint {
  value: number | null;
  n: number;
}

export interface TrendInput {
  kind: 'rate' | 'duration';
  /** What stands for 0/0, where not 无案件: see `noneText`. */
  none?: string;
  /** 一季度, 二季度 … */
  periods: string[];
  /** The first is drawn heaviest: the province, or the unit looked at. */
  series: { name: string; points: TrendPoint[] }[];
  /** Read by screen readers. */
  description: string;
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const;
const LINES = ['solid', 'dashed', 'dotted'] as const;

/** An indicator by quarter, one line per series. A quarter without a case breaks the line. */
export function trendOption({ kind, none = NO_CASE, periods, series, description }: TrendInput): Chart {
  const text = (value: number | null) => (value === null ? none : kind === 'rate' ? rateText(value) : daysText(value));
  const values = series.flatMap((s) => s.points.flatMap((p) => (p.value === null ? [] : [p.value])));
  const option: ChartOption = {
    ...baseOption(description),
    grid: { left: 52, right: series.length > 1 ? 110 : 16, top: kind === 'rate' ? 20 : 32, bottom: 28 },
    xAxis: { ...axisStyle, type: 'category', data: periods, boundaryGap: true },
    yAxis: kind === 'rate' ? rateAxis(Math.min(1, ...values) - 0.05) : daysAxis(),
    tooltip: {
      ...baseOption(description).tooltip,
      trigger: 'axis',
      formatter: (params) => {
        const at = (Array.isArray(params) ? params : [params])[0]?.dataIndex ?? 0;
        return [
          periods[at] ?? '',
          ...series.map((s) => `${s.name}  ${text(s.points[at]?.value ?? null)}  n=${s.points[at]?.n ?? 0}`),
        ].join('\n');
      },
    },
    series: series.map((s, i) => ({
      type: 'line',
      name: s.name,
      data: s.points.map((p) => p.value),
      connectNulls: false,
      symbol: SYMBOLS[i % SYMBOLS.length] as string,
      symbolSize: i === 0 ? 7 : 6,
      lineStyle: { width: i === 0 ? 2.5 : 1.5, type: LINES[Math.floor(i / SYMBOLS.length) % LINES.length] as 'solid' },
      color: SERIES[i % SERIES.length] as string,
      endLabel: {
        show: series.length > 1,
        formatter: s.name,
        color: SERIES[i % SERIES.length] as string,
        fontSize: 12,
      },
      labelLayout: { moveOverlap: 'shiftY' },
      label: {
        show: series.length === 1,
        position: 'top',
        formatter: (p: { dataIndex: number }) => text(s.points[p.dataIndex]?.value ?? null),
      },
    })),
  };
  return {
    option,
    height: 260,
    targets: [],
    table: {
      columns: [kind === 'rate' ? '范围' : '范围（工作日）', ...periods],
      rows: series.map((s) => [
        s.name,
        ...s.points.map((p) => (p.value === null ? none : `${text(p.value)}（n=${p.n}）`)),
      ]),
    },
  };
}
