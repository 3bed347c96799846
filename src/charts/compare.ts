import { daysText, NO_CASE, rateText } from '../domain/display';
import { axisStyle, baseOption, type Chart, daysAxis, rateAxis } from './base';
import type { ChartOption } from './echarts';
import { ACCENT, INK_2, REFERENCE } from './palette';

/** One area: value with its interval (fractions, or working days without interval), and what a click opens. */
export interface CompareArea {
  target: string;
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

export interface CompareInput {
  kind: 'rate' | 'duration';
  /** What stands for 0/0, where not 无案件: see `noneText`. */
  none?: string;
  areas: readonly CompareArea[];
  /** The benchmark line: the province's value. */
  reference: { name: string; value: number | null };
  description: string;
}

const ROW = 26;

/** Areas from best to worst, a dot with its Wilson interval each, and the benchmark as a line; no-case areas come last. */
export function compareOption({ kind, none = NO_CASE, areas, reference, description }: CompareInput): Chart {
  const text = (value: number | null) => (value === null ? none : kind === 'rate' ? rateText(value) : daysText(value));
  const sign = kind === 'rate' ? -1 : 1;
  const sorted = [...areas].sort((a, b) =>
    a.value === null ? (b.value === null ? 0 : 1) : b.value === null ? -1 : sign * (a.value - b.value),
  );
  const lows = sorted.flatMap((a) => (a.value === null ? [] : [a.low ?? a.value]));
  const interval = (a: CompareArea) => (a.low === null || a.high === null ? '' : `${text(a.low)}–${text(a.high)}`);
  const option: ChartOption = {
    ...baseOption(description),
    grid: { left: 8, right: 150, top: 26, bottom: 4, containLabel: true },
    xAxis: kind === 'rate' ? rateAxis(Math.min(1, reference.value ?? 1, ...lows)) : { ...daysAxis(''), name: '' },
    yAxis: {
      ...axisStyle,
      type: 'category',
      inverse: true,
      data: sorted.map((a) => a.name),
      axisLabel: { ...axisStyle.axisLabel, interval: 0 },
    },
    tooltip: {
      ...baseOption(description).tooltip,
      trigger: 'item',
      formatter: (p) => {
        const a = sorted[(Array.isArray(p) ? p[0] : p)?.dataIndex ?? 0];
        if (!a) return '';
        if (a.value === null) return `${a.name}\n${none}`;
        const unit = kind === 'rate' ? '' : ' 个工作日';
        return `${a.name}\n${text(a.value)}${unit}${interval(a) && `\n95% 区间 ${interval(a)}`}\nn=${a.n}`;
      },
    },
    series: [
      {
        type: 'custom',
        name: '95% 区间',
        silent: true,
        encode: { x: [0, 1], y: 2 },
        data: sorted.flatMap((a, i) => (a.low === null || a.high === null ? [] : [[a.low, a.high, i]])),
        renderItem: (_, api) => {
          const [x1, y] = api.coord([api.value(0), api.value(2)]) as [number, number];
          const [x2] = api.coord([api.value(1), api.value(2)]) as [number];
          return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: '#8fb5d6', lineWidth: 4 } };
        },
        z: 1,
      },
      {
        type: 'scatter',
        name: '指标值',
        data: sorted.map((a, i) => [a.value ?? Number.NaN, i]),
        symbolSize: 9,
        color: ACCENT,
        z: 3,
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: REFERENCE, width: 1.5, type: 'dashed' },
          label: {
            formatter: `${reference.name} ${text(reference.value)}`,
            color: REFERENCE,
            position: 'start',
            distance: 4,
          },
          data: reference.value === null ? [] : [{ xAxis: reference.value }],
        },
      },
      {
        // Numbers stand in a column of their own at the right, where no dot hides them.
        type: 'custom',
        name: '数值',
        silent: true,
        data: sorted.map((_, i) => [i]),
        encode: { y: 0 },
        renderItem: (params, api) => {
          const a = sorted[params.dataIndex] as CompareArea;
          const grid = params.coordSys as unknown as { x: number; width: number };
          const y = (api.coord([0, params.dataIndex]) as [number, number])[1];
          return {
            type: 'text',
            x: grid.x + grid.width + 142,
            y,
            style: {
              text: a.value === null ? none : `${text(a.value)}  n=${a.n}`,
              align: 'right',
              verticalAlign: 'middle',
              fill: INK_2,
              fontSize: 12,
            },
          };
        },
      },
    ],
  };
  return {
    option,
    height: 54 + sorted.length * ROW,
    targets: sorted.map((a) => a.target),
    table: {
      columns: ['地区', kind === 'rate' ? '指标值' : '中位数（工作日）', '95% 区间', 'n'],
      rows: [
        ...sorted.map((a) => [a.name, text(a.value), interval(a) || '—', a.n]),
        [reference.name, text(reference.value), '—', '—'],
      ],
    },
  };
}
