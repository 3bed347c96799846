import type { Measuring } from '../catalogue/indicator';
import { rateText } from '../display';
import { ASKS_NOTHING, type Kind, NOTHING } from './measure';
import { pointsText, scoredShare } from './share';

/**
 * 覆盖率: of the distinct subjects that cases are of, those that meet it. A subject counts once in whatever area and time is asked
 * for, and meets it where any of its cases there does. No interval: it is all of them, chosen by no chance.
 */
export const coverageKind: Kind<Measuring<'coverage'>> = {
  asks: ({ numerator, subject }) => ({ ...ASKS_NOTHING, met: numerator, subject }),
  measure: ({ unit }, better = 'higher') => {
    const scored = scoredShare(better);
    return {
      statistic: 'subjects',
      of: ({ numerator, denominator }) => ({
        ...NOTHING,
        numerator,
        value: denominator === 0 ? null : numerator / denominator,
      }),
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
        interval: '',
        counts: '分子/分母',
        met: '达到',
        missing: '未达到',
        lower: '低者为优',
        together: (none) =>
          `同一对象在所看的地区和时期内只计一${unit}：各地、各季的${unit}数不可相加；分母为零时为“${none}”，不计 0% 也不计 100%`,
        compared: '谁高谁低？',
        drawn: '点为指标值；是全部对象，不是抽样，没有区间',
      },
      scored,
    };
  },
};
