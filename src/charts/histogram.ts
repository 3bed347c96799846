import type { CountUnit } from '../domain/indicators';
import type { Measure } from '../domain/measures';
import type { Distribution } from '../domain/measures/measure';
import { type Histogram, histogramTotal } from '../domain/statistics';
import { axisStyle, baseOption, type Chart } from './base';
import { boxSwatch, lineSwatch } from './legend';
import { REFERENCE } from './palette';
import { referenceLines, referenceRoom } from './reference';
import { leftOut } from './words';

export interface HistogramInput {
  measure: Measure & { distribution: Distribution };
  /** How the cases are counted. */
  unit: CountUnit;
  /** Whole values → cases. */
  histogram: Histogram;
  median: number | null;
  p90: number | null;
  /** Cases that could not be dated. */
  undated: number;
  /** Whose cases: 全省. */
  area: string;
  description: string;
}

const BAR = '#4585b9';

/** How many cases have which value, with the median and the 90th percentile marked. */
export function histogramOption(input: HistogramInput): Chart {
  const { histogram, median, p90, undated, area, description, unit, measure } = input;
  const { distribution, words, brief } = measure;
  const number = `${unit}数`;
  const longest = Math.max(0, ...histogram.keys());
  const days = Array.from({ length: histogram.size ? longest + 1 : 0 }, (_, day) => day);
  const counts = days.map((day) => histogram.get(day) ?? 0);
  const marks = [
    { name: words.value, at: median },
    { name: distribution.most, at: p90 },
  ].flatMap(({ name, at }) => (at === null ? [] : [{ at, words: `${name} ${brief(at)}` }]));
  return {
    height: 250,
    targets: [],
    legend: [
      { swatch: boxSwatch(BAR), words: number },
      ...(marks.length
        ? [
            {
              swatch: lineSwatch(REFERENCE, { dash: 'dashed', width: 1.5 }),
              words: distribution.marks,
            },
          ]
        : []),
    ],
    leftOut: leftOut([{ name: area, undated, unit }]),
    option: {
      ...baseOption(description),
      grid: { left: 64, right: 48, top: referenceRoom(2), bottom: 44 },
      xAxis: {
        ...axisStyle,
        type: 'value',
        min: -0.5,
        max: longest + 0.5,
        minInterval: 1,
        name: distribution.name,
        nameLocation: 'middle',
        nameGap: 26,
        splitLine: { show: false },
        axisLabel: { ...axisStyle.axisLabel, formatter: (v: number) => (Number.isInteger(v) ? `${v}` : '') },
      },
      // Its name stands beside it: above it is the room of the lines' words.
      yAxis: {
        ...axisStyle,
        type: 'value',
        min: 0,
        minInterval: 1,
        name: number,
        nameLocation: 'middle',
        nameGap: 44,
        nameRotate: 90,
      },
      tooltip: {
        ...baseOption(description).tooltip,
        trigger: 'item',
        formatter: (p) => {
          const day = (Array.isArray(p) ? p[0] : p)?.dataIndex ?? 0;
          return `${distribution.said(day)}：${counts[day] ?? 0} ${unit}`;
        },
      },
      series: [
        {
          type: 'bar',
          name: number,
          data: days.map((day) => [day, counts[day] ?? 0]),
          color: BAR,
          barWidth: '90%',
          barMaxWidth: 22,
          markLine: referenceLines(marks),
        },
      ],
    },
    table: {
      columns: [distribution.name, number],
      rows: [
        ...days.filter((d) => histogram.has(d)).map((d) => [d, counts[d] ?? 0]),
        ['合计', histogramTotal(histogram)],
      ],
    },
  };
}
