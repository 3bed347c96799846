import type { Field } from '../ledgers';

/** Amounts of money are kept in 元: their unit is asked where a file contradicts itself. */
export const isMoney = (field: Field): boolean => field.type === 'amount' && field.unit === '元';

/** Units that offices write above or in a header. */
export const MONEY_UNITS = ['元', '百元', '千元', '万元', '十万元', '百万元', '千万元', '亿元'] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];

/** Factors from amounts to 元. */
export const MONEY_FACTORS: Readonly<Record<MoneyUnit, number>> = {
  元: 1,
  百元: 100,
  千元: 1000,
  万元: 10_000,
  十万元: 100_000,
  百万元: 1_000_000,
  千万元: 10_000_000,
  亿元: 100_000_000,
};
