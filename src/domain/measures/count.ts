import type { Measuring } from '../catalogue/indicator';
import { ASKS_NOTHING, type Kind, NOTHING } from './measure';
import { inUnit, scoredVolume, ZERO_WORDS } from './volume';

/** 件数: how many cases there are. No case is zero. Volume is neither good nor bad unless the indicator says so. */
export const countKind: Kind<Measuring<'count'>> = {
  asks: () => ASKS_NOTHING,
  measure: ({ unit }, better = null) => ({
    ...inUnit(unit, 0),
    statistic: 'sums',
    of: ({ denominator }) => ({ ...NOTHING, value: denominator }),
    better,
    whole: null,
    addsUp: true,
    sure: false,
    parts: false,
    eachCase: false,
    distribution: null,
    words: {
      value: '数量',
      unit,
      numerator: '取值',
      interval: '',
      counts: '件数',
      met: '',
      missing: '',
      lower: '少者为优',
      together: () => `各地、各季相加；${ZERO_WORDS}`,
      compared: '谁多谁少？',
      drawn: `点为数量（${unit}），没有区间`,
    },
    scored: scoredVolume(better, unit),
  }),
};
