import type { Measuring } from '../catalogue/indicator';
import { asPercent, scoredFraction } from './fraction';
import { ASKS_NOTHING, type Kind, NOTHING } from './measure';
import { inUnit, scoredVolume } from './volume';

/**
 * 比值: the sum of one amount over that of another, or over the cases that say it. Only cases that say both are in either sum.
 * Sums are pooled, never ratios. Nothing to divide by is no figure, not zero.
 */
export const ratioKind: Kind<Measuring<'ratio'>> = {
  asks: ({ amount, per }) => ({ ...ASKS_NOTHING, amounts: 'cases' in per ? [amount] : [amount, per] }),
  measure: ({ amount, per }, better = null) => {
    const over = 'cases' in per ? { unit: per.cases, decimals: 0 } : per;
    const part = over.unit === amount.unit;
    const unit = part ? '' : `${amount.unit}/${over.unit}`;
    return {
      // Of one unit both: a part of it, which can be more than the whole.
      ...(part ? asPercent : inUnit(unit, 2)),
      statistic: 'sums',
      of: ({ numerator, amounts = [] }) => {
        const [sum = 0, by = 'cases' in per ? numerator : 0] = amounts;
        const value = by === 0 ? null : sum / 10 ** amount.decimals / (by / 10 ** over.decimals);
        return { ...NOTHING, numerator, value };
      },
      better,
      whole: null,
      addsUp: false,
      sure: false,
      parts: true,
      eachCase: false,
      distribution: null,
      words: {
        value: '比值',
        unit,
        numerator: '取值',
        interval: '',
        counts: '有数的/全部',
        met: '有数的',
        missing: '未填数的',
        lower: '低者为优',
        together: (none) => `合计 ÷ 合计，不是各地比值的平均；未填数的案件两边都不计；除数为零时为“${none}”，不计 0`,
        compared: '谁高谁低？',
        drawn: '点为比值，没有区间',
      },
      scored:
        part && better !== null
          ? { ...scoredVolume(better, ''), bound: scoredFraction(better).bound }
          : scoredVolume(better, unit),
    };
  },
};
