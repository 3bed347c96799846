import { expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { isMoney, MONEY_FACTORS } from './money';

it('amounts of money can be asked about, and nothing else', () => {
  const money = catalogue.ledgers.flatMap((l) => l.fields.filter(isMoney).map((f) => f.name));
  expect(money).toEqual(['fine_yuan', 'goods_value_yuan', 'value_yuan']);
  expect(isMoney({ name: 'weight', type: 'amount', headers: ['重量'], unit: '千克', decimals: 3 })).toBe(false);
});

it('every unit is a power of ten of 元', () => {
  for (const factor of Object.values(MONEY_FACTORS)) expect(Number.isInteger(Math.log10(factor))).toBe(true);
});
