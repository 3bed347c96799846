import type { Measuring } from '../catalogue/indicator';
import { wilson } from '../statistics';
import { asPercent, noneWords, partWords, scoredFraction } from './fraction';
import { ASKS_NOTHING, type Better, type Kind, type Measure, NOTHING } from './measure';

const shareOf = (better: Better): Measure => ({
  ...asPercent,
  statistic: 'sums',
  // No case is no share: neither 0 % nor 100 %.
  of: ({ numerator, denominator }) =>
    denominator === 0
      ? { ...NOTHING, numerator }
      : { ...NOTHING, numerator, value: numerator / denominator, ...wilson(numerator, denominator) },
  better,
  whole: 1,
  addsUp: false,
  sure: true,
  parts: true,
  eachCase: true,
  distribution: null,
  words: {
    ...partWords,
    interval: '95% 区间',
    together: (none) => `率 = 合计分子 ÷ 合计分母，不是各地率的平均；${noneWords(none)}`,
    compared: '谁高谁低，差别是不是偶然？',
    drawn: '点为指标值，横条为 95% 区间（Wilson）；区间含竖线的，差别可能出于偶然',
  },
  scored: scoredFraction(better),
});

/** 比率: so many of the cases. Rates are pooled, with Wilson's 95 % interval. */
export const share: Measure = shareOf('higher');

export const shareKind: Kind<Measuring<'share'>> = {
  asks: ({ numerator }) => ({ ...ASKS_NOTHING, met: numerator }),
  measure: (_, better) => (better === undefined ? share : shareOf(better)),
};
