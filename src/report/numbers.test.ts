import { describe, expect, it } from 'vitest';
import { rateText } from '../domain/display';
import { printedFraction } from './numbers';

describe('printedFraction', () => {
  it.each([
    [1, 1],
    [0, 0],
    [0.5, 0.5],
    [0.98765432, 0.98765432],
    [0.99994, 0.99994],
    [0.99995, 0.9999],
    [0.9999999, 0.9999],
    [0.00004, 0.0001],
    [0.00006, 0.00006],
  ])('%s → %s', (value, printed) => {
    expect(printedFraction(value)).toBe(printed);
  });

  it('prints as the screens do', () => {
    for (let n = 1; n <= 3000; n += 7)
      for (const value of [(n - 1) / n, 1 / n, 1 - 1 / n ** 2])
        expect(`${(Math.round(printedFraction(value) * 10_000 + 1e-7) / 100).toFixed(2)}%`).toBe(rateText(value));
  });
});
