import { scoreText } from '../domain/display';
import type { CountUnit } from '../domain/indicators';
import { axisStyle, baseOption, type Chart } from './base';
import { boxSwatch } from './legend';
import { ACCENT, INK_2 } from './palette';
import { leftOut } from './words';

/** One item of a score sheet: points got and lost, in points. */
export interface PointsItem {
  target: string;
  name: string;
  points: number;
  lost: number;
  /** Cases that its figure leaves out. */
  undated: number;
  unit: CountUnit;
}

const LOST = '#f8cf9f';
const LOST_HATCH = '#b35806';

export interface StackedPointsInput {
  items: readonly PointsItem[];
  decimals: number;
  description: string;
}

/** Points got and lost per item, as one bar each of the length of its full marks. */
export function stackedPointsOption({ items, decimals, description }: StackedPointsInput): Chart {
  const text = (n: number) => scoreText(n, decimals);
  return {
    height: 40 + items.length * 26,
    targets: items.map((i) => i.target),
    legend: [
      { swatch: boxSwatch(ACCENT), words: '得分' },
      { swatch: boxSwatch(LOST, { hatch: LOST_HATCH }), words: '失分' },
    ],
    leftOut: leftOut(items),
    option: {
      ...baseOption(description),
      aria: {
        enabled: true,
        label: { description },
        decal: {
          show: true,
          decals: [
            { symbol: 'none' },
            { dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: LOST_HATCH },
          ],
        },
      },
      grid: { left: 8, right: 70, top: 8, bottom: 4, containLabel: true },
      xAxis: {
        ...axisStyle,
        type: 'value',
        min: 0,
        axisLabel: { ...axisStyle.axisLabel, hideOverlap: true, formatter: '{value} 分' },
      },
      yAxis: {
        ...axisStyle,
        type: 'category',
        inverse: true,
        data: items.map((i) => i.name),
        axisLabel: { ...axisStyle.axisLabel, interval: 0 },
      },
      tooltip: {
        ...baseOption(description).tooltip,
        trigger: 'axis',
        axisPointer: { type: 'none' },
        formatter: (p) => {
          const item = items[(Array.isArray(p) ? p[0] : p)?.dataIndex ?? 0];
          return item ? `${item.name}\n得分 ${text(item.points)}\n失分 ${text(item.lost)}` : '';
        },
      },
      series: [
        { type: 'bar', name: '得分', stack: 'points', data: items.map((i) => i.points), color: ACCENT, barWidth: 14 },
        {
          type: 'bar',
          name: '失分',
          stack: 'points',
          data: items.map((i) => i.lost),
          color: LOST,
          label: {
            show: true,
            position: 'right',
            color: INK_2,
            formatter: (p: { dataIndex: number }) => {
              const lost = items[p.dataIndex]?.lost ?? 0;
              return lost > 0 ? `−${text(lost)}` : '';
            },
          },
        },
      ],
    },
    table: { columns: ['考核项', '得分', '失分'], rows: items.map((i) => [i.name, text(i.points), text(i.lost)]) },
  };
}
