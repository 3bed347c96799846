import { countText } from '../domain/display';
import type { CountUnit } from '../domain/indicators';
import type { Measure } from '../domain/measures';
import { valueColumn } from '../domain/measures/texts';
import { axisOf, axisStyle, baseOption, type Chart } from './base';
import type { ChartOption } from './echarts';
import { dotSwatch, lineSwatch } from './legend';
import { ACCENT, FONT, INK_2, INTERVAL, REFERENCE } from './palette';
import { referenceLines, referenceRoom } from './reference';
import { figureLines, intervalText, leftOut, type Plotted, plainValue } from './words';

/** One area: its figure (fractions, or working days without interval), and what a click opens. */
export interface CompareArea extends Plotted {
  target: string;
  name: string;
}

export interface CompareInput {
  measure: Measure;
  /** What stands for 0/0, where not 无案件: see `noneText`. */
  none?: string;
  areas: readonly CompareArea[];
  /** The benchmark line: the province's value. */
  reference: { name: string; value: number | null };
  description: string;
  unit?: CountUnit;
}

const ROW = 26;
/** Room at the right for the numbers. */
const NUMBERS = 150;

/** Areas from best to worst, a dot with its Wilson interval each, and the benchmark as a line; no-case areas come last. */
export function compareOption({ measure, none, areas, reference, description, unit = '件' }: CompareInput): Chart {
  const text = (v: number | null) => plainValue(measure, v, none);
  const sign = measure.better === 'lower' ? 1 : -1;
  const sorted = [...areas].sort((a, b) =>
    a.value === null ? (b.value === null ? 0 : 1) : b.value === null ? -1 : sign * (a.value - b.value),
  );
  const drawn = [
    ...sorted.flatMap((a) => (a.value === null ? [] : [a.low ?? a.value])),
    ...(reference.value === null ? [] : [reference.value]),
  ];
  const benchmark = `${reference.name} ${text(reference.value)}`;
  const option: ChartOption = {
    ...baseOption(description),
    grid: { left: 8, right: NUMBERS, top: referenceRoom(1), bottom: 4, containLabel: true },
    xAxis: axisOf(measure, drawn),
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
        return a ? [a.name, ...figureLines(measure, a, unit, none), benchmark].join('\n') : '';
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
          return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: INTERVAL, lineWidth: 4 } };
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
        markLine: referenceLines(reference.value === null ? [] : [{ at: reference.value, words: benchmark }], true),
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
            x: grid.x + grid.width + NUMBERS - 8,
            y,
            style: {
              text: a.value === null ? text(null) : `${text(a.value)}  n=${countText(a.denominator)}`,
              align: 'right',
              verticalAlign: 'middle',
              fill: INK_2,
              fontFamily: FONT,
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
    legend: [
      { swatch: dotSwatch(ACCENT), words: valueColumn(measure) },
      ...(sorted.some((a) => a.low !== null)
        ? [{ swatch: lineSwatch(INTERVAL, { width: 4 }), words: '95% 区间（Wilson）' }]
        : []),
      ...(reference.value === null
        ? []
        : [{ swatch: lineSwatch(REFERENCE, { dash: 'dashed', width: 1.5 }), words: benchmark }]),
    ],
    leftOut: leftOut(sorted.map((a) => ({ ...a, unit }))),
    table: {
      columns: ['地区', valueColumn(measure), '95% 区间', 'n'],
      rows: [
        ...sorted.map((a) => [a.name, text(a.value), intervalText(a) || '—', a.denominator]),
        [reference.name, text(reference.value), '—', '—'],
      ],
    },
  };
}
