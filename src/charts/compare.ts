import { countText, partlyText, type Untelling } from '../domain/display';
import type { CountUnit } from '../domain/indicators';
import type { Measure } from '../domain/measures';
import { valueColumn } from '../domain/measures/texts';
import { axisOf, axisStyle, baseOption, type Chart } from './base';
import type { ChartOption } from './echarts';
import { dotSwatch, hollowLegend, lineSwatch } from './legend';
import { ACCENT, FONT, INK_2, INTERVAL, REFERENCE } from './palette';
import { type Reference, referenceLines, referenceRoom } from './reference';
import {
  blankOf,
  countCell,
  figureLines,
  INTERVAL_WORDS,
  leftOut,
  type Plotted,
  plainValue,
  reportedColumn,
  sureText,
} from './words';

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
  /** The whole: a line, unless its value is the sum of theirs. */
  reference: Pick<Plotted, 'value'> & Untelling & { name: string };
  /** A value to be reached, with its words: 目标 95.00%. */
  target?: Reference | undefined;
  description: string;
  unit?: CountUnit;
}

const ROW = 26;
/** Room at the right for the numbers. */
const NUMBERS = 150;

/**
 * Areas from best to worst, a dot with its interval each, hollow where not all was sent; the whole and the target as lines. Areas
 * without a figure come last.
 */
export function compareOption(input: CompareInput): Chart {
  const { measure, none, areas, reference, target, description, unit = '件' } = input;
  const sign = measure.better === 'lower' ? 1 : -1;
  const sorted = [...areas].sort((a, b) =>
    a.value === null ? (b.value === null ? 0 : 1) : b.value === null ? -1 : sign * (a.value - b.value),
  );
  const benchmark = `${reference.name} ${plainValue(measure, reference, none)}`;
  const lines: Reference[] = [
    ...(reference.value === null || measure.addsUp ? [] : [{ at: reference.value, words: benchmark }]),
    ...(target ? [{ ...target, dash: 'dotted' as const }] : []),
  ];
  const drawn = [...sorted.flatMap((a) => (a.value === null ? [] : [a.low ?? a.value])), ...lines.map((l) => l.at)];
  const reported = reportedColumn(areas);
  const sure = (text: string) => (measure.sure ? [text] : []);
  const option: ChartOption = {
    ...baseOption(description),
    grid: { left: 8, right: NUMBERS, top: referenceRoom(Math.max(1, lines.length)), bottom: 4, containLabel: true },
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
        return a
          ? [a.name, ...figureLines(measure, a, unit, none), benchmark, ...(target ? [target.words] : [])].join('\n')
          : '';
      },
    },
    series: [
      {
        type: 'custom',
        name: INTERVAL_WORDS,
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
        name: valueColumn(measure),
        data: sorted.map((a, i) => {
          const at = [a.value ?? Number.NaN, i];
          return a.partly ? { value: at, symbol: 'emptyCircle' } : at;
        }),
        symbolSize: 9,
        color: ACCENT,
        z: 3,
        markLine: referenceLines(lines, true),
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
              text: besideText(measure, a, none),
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
        ? [{ swatch: lineSwatch(INTERVAL, { width: 4 }), words: INTERVAL_WORDS }]
        : []),
      ...(sorted.some((a) => a.partly && a.value !== null) ? [hollowLegend(ACCENT)] : []),
      ...lines.map(({ words, dash = 'dashed' }) => ({ swatch: lineSwatch(REFERENCE, { dash, width: 1.5 }), words })),
    ],
    leftOut: leftOut(sorted.map((a) => ({ ...a, unit }))),
    table: {
      columns: ['地区', valueColumn(measure), ...(measure.sure ? [INTERVAL_WORDS] : []), 'n', ...reported.head],
      rows: [
        ...sorted.map((a) => [
          a.name,
          plainValue(measure, a, none),
          ...sure(sureText(measure, a) || '—'),
          countCell(a),
          ...reported.cell(a),
        ]),
        [reference.name, plainValue(measure, reference, none), ...sure('—'), '—', ...reported.cell({})],
        ...(target ? [[target.words, measure.text(target.at), ...sure('—'), '—', ...reported.cell({})]] : []),
      ],
    },
  };
}

/** What stands at the right of an area; where there is no dot to be hollow, in words that not all was sent. */
function besideText(measure: Measure, { value, ...a }: CompareArea, none: string | undefined): string {
  if (value === null) return [blankOf(a, none), ...(a.partly ? [partlyText(a.partly)] : [])].join('，');
  return `${numberText(measure, value)}  n=${countText(a.denominator)}`;
}

/** A value beside its dot: a sum by its size, for to the last decimal it is wider than its column. */
const numberText = ({ addsUp, brief, text }: Measure, value: number): string => (addsUp ? brief(value) : text(value));
