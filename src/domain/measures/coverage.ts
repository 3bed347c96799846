import type { Measuring } from '../catalogue/indicator';
import { asPercent, noneWords, partWords, scoredFraction } from './fraction';
import { ASKS_NOTHING, type Kind, NOTHING } from './measure';

/**
 * 覆盖率: of the distinct subjects that cases are of, those that meet it. A subject counts once in whatever area and time is asked
 * for, and meets it where any of its cases there does. No interval: it is all of them, chosen by no chance.
 */
export const coverageKind: Kind<Measuring<'coverage'>> = {
  asks: ({ numerator, subject }) => ({ ...ASKS_NOTHING, met: numerator, subject }),
  measure: ({ unit }, better = 'higher') => ({
    ...asPercent,
    statistic: 'subjects',
    of: ({ numerator, denominator }) => ({
      ...NOTHING,
      numerator,
      value: denominator === 0 ? null : numerator / denominator,
    }),
    better,
    whole: 1,
    addsUp: false,
    sure: false,
    parts: true,
    eachCase: true,
    distribution: null,
    words: {
      ...partWords,
      interval: '',
      together: (none) =>
        `同一对象在所看的地区和时期内只计一${unit}：各地、各季的${unit}数不可相加；${noneWords(none)}`,
      compared: '谁高谁低？',
      drawn: '点为指标值；是全部对象，不是抽样，没有区间',
    },
    scored: scoredFraction(better),
  }),
};
