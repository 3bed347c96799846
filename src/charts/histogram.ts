import { daysText } from '../domain/display';
import { type Histogram, histogramTotal } from '../domain/statistics';
import { axisStyle, baseOption, type Chart } from './base';
import { REFERENCE } from './palette';

export interface HistogramInput {
  /** Whole working days → cases. */
  histogram: Histogram;
  median: number | null;
  p90: number | null;
  description: string;
}

/** How many cases took how many working days, with the median and the 90th percentile marked. */
export function histogramOption({ histogram, median, p90, description }: HistogramInput): Chart {
  const longest = Math.max(0, ...histogram.keys());
  const days = Array.from({ length: histogram.size ? longest + 1 : 0 }, (_, day) => day);
  const counts = days.map((day) => histogram.get(day) ?? 0);
  const marks = [
    { name: '中位数', at: median },
    { name: '九成', at: p90 },
  ].flatMap(({ name, at }) => (at === null ? [] : [{ xAxis: at, label: { formatter: `${name} ${daysText(at)}` } }]));
  return {
    height: 240,
    targets: [],
    option: {
      ...baseOption(description),
      grid: { left: 48, right: 24, top: 32, bottom: 44 },
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
      yAxis: { ...axisStyle, type: 'value', name: '件', minInterval: 1 },
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
          color: '#4585b9',
          barWidth: '90%',
          barMaxWidth: 22,
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: REFERENCE, width: 1.5, type: 'dashed' },
            label: { color: REFERENCE, fontSize: 12 },
            data: marks,
          },
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
