import { expect, it } from 'vitest';
import { LEDGERS } from '../ledgers';
import { MONEY_FACTORS, MONEY_FIELDS } from './money';

it('every field of amounts can be asked about', () => {
  const amounts = Object.values(LEDGERS).flatMap((l) => l.fields.filter((f) => f.type === 'amount').map((f) => f.name));
  expect(amounts.sort()).toEqual([...MONEY_FIELDS].sort());
});

it('every unit is a power of ten of 元', () => {
  for (const factor of Object.values(MONEY_FACTORS)) expect(Number.isInteger(Math.log10(factor))).toBe(true);
});
