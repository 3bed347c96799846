import { daysText } from '../domain/display';
import { type Histogram, histogramTotal } from '../domain/statistics';
import { axisStyle, baseOption, type Chart } from './base';
import { boxSwatch, lineSwatch } from './legend';
import { REFERENCE } from './palette';
import { referenceLines, referenceRoom } from './reference';
import { leftOut } from './words';

export interface HistogramInput {
  /** Whole working days → cases. */
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

/** How many cases took how many working days, with the median and the 90th percentile marked. */
export function histogramOption({ histogram, median, p90, undated, area, description }: HistogramInput): Chart {
  const longest = Math.max(0, ...histogram.keys());
  const days = Array.from({ length: histogram.size ? longest + 1 : 0 }, (_, day) => day);
  const counts = days.map((day) => histogram.get(day) ?? 0);
  const marks = [
    { name: '中位数', at: median },
    { name: '九成', at: p90 },
  ].flatMap(({ name, at }) => (at === null ? [] : [{ at, words: `${name} ${daysText(at)} 日` }]));
  return {
    height: 250,
    targets: [],
    legend: [
      { swatch: boxSwatch(BAR), words: '件数' },
      ...(marks.length
        ? [
            {
              swatch: lineSwatch(REFERENCE, { dash: 'dashed', width: 1.5 }),
              words: '中位数、九成（90% 的案件不超过的工作日数）',
            },
          ]
        : []),
    ],
    leftOut: leftOut([{ name: area, undated }]),
    option: {
      ...baseOption(description),
      grid: { left: 64, right: 48, top: referenceRoom(2), bottom: 44 },
      xAxis: {
        ...axisStyle,
        type: 'value',
        min: -0.5,
        max: longest + 0.5,
        minInterval: 1,
        name: '办理工作日',
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
        name: '件数',
        nameLocation: 'middle',
        nameGap: 44,
        nameRotate: 90,
      },
      tooltip: {
        ...baseOption(description).tooltip,
        trigger: 'item',
        formatter: (p) => {
          const day = (Array.isArray(p) ? p[0] : p)?.dataIndex ?? 0;
          return `${day} 个工作日：${counts[day] ?? 0} 件`;
        },
      },
      series: [
        {
          type: 'bar',
          name: '件数',
          data: days.map((day) => [day, counts[day] ?? 0]),
          color: BAR,
          barWidth: '90%',
          barMaxWidth: 22,
          markLine: referenceLines(marks),
        },
      ],
    },
    table: {
      columns: ['办理工作日', '件数'],
      rows: [
        ...days.filter((d) => histogram.has(d)).map((d) => [d, counts[d] ?? 0]),
        ['合计', histogramTotal(histogram)],
      ],
    },
  };
}
