import type { Measuring } from '../catalogue/indicator';
import { rateText } from '../display';
import { wilson } from '../statistics';
import { ASKS_NOTHING, type Better, type Kind, type Measure, NOTHING, type Scored } from './measure';

/** The size of a difference of fractions. */
export function pointsText(size: number): string | null {
  const points = size * 100;
  if (points < 1e-9) return null;
  const shown = Math.round(points * 100 + 1e-7) / 100;
  return `${shown === 0 ? '不到 0.01' : shown.toFixed(2)} 个百分点`;
}

const bounds = {
  most: 1,
  bound: (x: number) => `${Number((x * 100).toFixed(2))}%`,
  range: '比率须写成 0 到 1 之间的小数（90% 写 0.9）',
};

/** Rules for fractions. Where less is better a part of the full marks, or points off below a target, would say the reverse. */
export const scoredShare = (better: Better): Scored =>
  better === 'higher'
    ? {
        ...bounds,
        fits: ['proportional', 'linear', 'steps', 'perPoint', 'perEvent', 'passFail'],
        unfit: '',
        better: '比率越高越好',
        order: '由高到低',
      }
    : {
        ...bounds,
        fits: better === null ? [] : ['linear', 'steps', 'passFail'],
        unfit: better === null ? '这项比率不分优劣，不能计分' : '这项比率越低越好，只能用 linear、steps 或 passFail',
        better: '比率越低越好',
        order: '由低到高',
      };

const shareOf = (better: Better): Measure => ({
  statistic: 'sums',
  // No case is no share: neither 0 % nor 100 %.
  of: ({ numerator, denominator }) =>
    denominator === 0
      ? { ...NOTHING, numerator }
      : { ...NOTHING, numerator, value: numerator / denominator, ...wilson(numerator, denominator) },
  better,
  whole: 1,
  parts: true,
  eachCase: true,
  text: rateText,
  brief: rateText,
  said: rateText,
  printed: (value) => Number.parseFloat(rateText(value)) / 100,
  difference: pointsText,
  format: 'rate',
  words: {
    value: '指标值',
    unit: '',
    numerator: '分子',
    interval: '95% 区间',
    counts: '分子/分母',
    met: '达到',
    missing: '未达到',
    lower: '低者为优',
    together: (none) => `率 = 合计分子 ÷ 合计分母，不是各地率的平均；分母为零时为“${none}”，不计 0% 也不计 100%`,
    compared: '谁高谁低，差别是不是偶然？',
    drawn: '点为指标值，横条为 95% 区间（Wilson）；区间含竖线的，差别可能出于偶然',
  },
  scored: scoredShare(better),
});

/** 比率: so many of the cases. Rates are pooled, with Wilson's 95 % interval. */
export const share: Measure = shareOf('higher');

export const shareKind: Kind<Measuring<'share'>> = {
  asks: ({ numerator }) => ({ ...ASKS_NOTHING, met: numerator }),
  measure: (_, better) => (better === undefined ? share : shareOf(better)),
};
