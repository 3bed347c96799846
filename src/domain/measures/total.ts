import type { Measuring } from '../catalogue/indicator';
import { ASKS_NOTHING, type Kind, NOTHING } from './measure';
import { inUnit, scoredVolume, ZERO_WORDS } from './volume';

/**
 * 合计: what the cases come to, of one amount. Cells hold whole smallest units (fen, gram), so that sums are exact. No case is
 * zero; the cases that do not say the amount are counted and can be looked at, for without them the total is short.
 */
export const totalKind: Kind<Measuring<'total'>> = {
  asks: ({ amount }) => ({ ...ASKS_NOTHING, amounts: [amount] }),
  measure: ({ amount: { unit, decimals } }, better = null) => ({
    ...inUnit(unit, decimals as 0 | 1 | 2 | 3),
    statistic: 'sums',
    of: ({ numerator, amounts }) => ({ ...NOTHING, numerator, value: (amounts?.[0] ?? 0) / 10 ** decimals }),
    better,
    whole: null,
    addsUp: true,
    sure: false,
    parts: true,
    eachCase: false,
    distribution: null,
    words: {
      value: '合计',
      unit,
      numerator: '取值',
      interval: '',
      counts: '有数的/全部',
      met: '有数的',
      missing: '未填数的',
      lower: '少者为优',
      together: () => `各地、各季相加，按最小单位精确计；未填的不计入合计，另列件数；${ZERO_WORDS}`,
      compared: '谁多谁少？',
      drawn: `点为合计（${unit}），没有区间`,
    },
    scored: scoredVolume(better, unit),
  }),
};
