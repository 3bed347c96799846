import type { Measuring } from '../catalogue/indicator';
import { daysText } from '../display';
import { histogramQuantile } from '../statistics';
import { ASKS_NOTHING, type Distribution, type Kind, type Measure, NOTHING } from './measure';

/** @param name how a case's days are called */
const distributionOf = (name: string): Distribution => ({
  name,
  unit: '工作日',
  asked: '案件各用了多少个工作日？',
  said: (value) => `${value} 个工作日`,
  note: '首日不计',
  most: '九成',
  marks: '中位数、九成（90% 的案件不超过的工作日数）',
});

/** 时长: working days between two events of a case. The median of all cases, with the 90th percentile; no interval. */
export const duration: Measure & { distribution: Distribution } = {
  statistic: 'histogram',
  of: ({ histogram = new Map<number, number>() }) => {
    const median = histogramQuantile(histogram, 0.5) ?? null;
    return { ...NOTHING, value: median, median, p90: histogramQuantile(histogram, 0.9) ?? null };
  },
  better: 'lower',
  whole: null,
  addsUp: false,
  sure: false,
  parts: false,
  eachCase: false,
  distribution: distributionOf('工作日'),
  text: daysText,
  brief: (value) => `${daysText(value)}日`,
  said: (value) => `${daysText(value)} 个工作日`,
  printed: (value) => Number(daysText(value)),
  difference: (size) => {
    if (size < 1e-9) return null;
    const shown = Math.round(size * 100 + 1e-7) / 100;
    return `${shown === 0 ? '不到 0.01' : shown} 个工作日`;
  },
  format: 'days',
  words: {
    value: '中位数',
    unit: '工作日',
    numerator: '取值',
    interval: '九成案件',
    counts: '件数',
    met: '',
    missing: '',
    lower: '短者为优',
    together: () => '按合计的全部案件取中位数，不是各地中位数的平均；短者为优',
    compared: '谁短谁长？',
    drawn: '点为中位数（工作日），没有区间',
  },
  scored: {
    fits: ['linear', 'steps', 'passFail'],
    unfit: '办理时长以工作日计，只能用 linear、steps 或 passFail',
    most: Number.POSITIVE_INFINITY,
    bound: (x) => `${x}个工作日`,
    range: '办理时长以工作日计，不能为负',
    better: '办理时长越短越好',
    order: '由短到长',
  },
};

/** A longer time is never the better one, whatever a file says: only that it is neither. */
export const durationKind: Kind<Measuring<'duration'>> = {
  asks: ({ from }) => ({ ...ASKS_NOTHING, from }),
  measure: ({ daysName }, better) => {
    const named: Measure = { ...duration, distribution: distributionOf(daysName) };
    return better === null
      ? { ...named, better, scored: { ...duration.scored, fits: [], unfit: '这项时长不分优劣，不能计分' } }
      : named;
  },
};
