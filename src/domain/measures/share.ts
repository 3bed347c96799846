import { rateText } from '../display';
import { wilson } from '../statistics';
import { type Measure, NOTHING } from './measure';

/** 比率: so many of the cases. Rates are pooled, with Wilson's 95 % interval. */
export const share: Measure = {
  statistic: 'sums',
  of: ({ numerator, denominator }) =>
    denominator === 0
      ? { ...NOTHING, numerator }
      : { ...NOTHING, numerator, value: numerator / denominator, ...wilson(numerator, denominator) },
  better: 'higher',
  whole: 1,
  parts: true,
  text: rateText,
  brief: rateText,
  printed: (value) => Number.parseFloat(rateText(value)) / 100,
  difference: (size) => {
    const points = size * 100;
    if (points < 1e-9) return null;
    const shown = Math.round(points * 100 + 1e-7) / 100;
    return `${shown === 0 ? '不到 0.01' : shown.toFixed(2)} 个百分点`;
  },
  format: 'rate',
  words: {
    value: '指标值',
    unit: '',
    ofValue: '',
    numerator: '分子',
    interval: '95% 区间',
    counts: '分子/分母',
    together: (none) => `率 = 合计分子 ÷ 合计分母，不是各地率的平均；分母为零时为“${none}”，不计 0% 也不计 100%`,
    compared: '谁高谁低，差别是不是偶然？',
    drawn: '点为指标值，横条为 95% 区间（Wilson）；区间含竖线的，差别可能出于偶然',
  },
  scored: {
    fits: ['proportional', 'linear', 'steps', 'perPoint', 'perEvent', 'passFail'],
    unfit: '',
    most: 1,
    bound: (x) => `${Number((x * 100).toFixed(2))}%`,
    range: '比率须写成 0 到 1 之间的小数（90% 写 0.9）',
    better: '比率越高越好',
    order: '由高到低',
  },
};
