import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramQuantile, histogramTotal, wilson } from './statistics';

describe('wilson', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: %d to %d', (numerator, denominator, low, high) => {
    const interval = wilson(numerator, denominator);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('mirrors, holds the rate and narrows with n', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (met, missed) => {
        fc.pre(met + missed > 0);
        const n = met + missed;
        const { low, high } = wilson(met, n);
        const mirrored = wilson(missed, n);
        expect(low).toBeCloseTo(1 - mirrored.high, 12);
        expect(low).toBeLessThanOrEqual(met / n);
        expect(high).toBeGreaterThanOrEqual(met / n);
        const wider = wilson(met * 4, n * 4);
        expect(wider.high - wider.low).toBeLessThan(high - low);
      }),
    );
  });

  it('ends exactly at none and all', () => {
    expect(wilson(0, 7).low).toBe(0);
    expect(wilson(7, 7).high).toBe(1);
  });
});

/** Quantile of a sorted list as SQL's `quantile_cont`. */
function naiveQuantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const i = Math.floor(position);
  const a = sorted[i] as number;
  const b = sorted[Math.min(i + 1, sorted.length - 1)] as number;
  return a + (b - a) * (position - i);
}

const histogramOf = (values: number[]): Map<number, number> => {
  const histogram = new Map<number, number>();
  for (const v of values) histogram.set(v, (histogram.get(v) ?? 0) + 1);
  return histogram;
};

describe('histogramQuantile', () => {
  it.each([
    [[7], 0.5, 7],
    [[1, 2], 0.5, 1.5],
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9.1],
    [[0, 0, 0, 50], 0.9, 35],
    [[5, 5, 5], 0.9, 5],
    [[-2, 4], 0.5, 1],
  ])('of %j at %d is %d', (values, q, expected) => {
    expect(histogramQuantile(histogramOf(values), q)).toBeCloseTo(expected, 12);
  });

  it('is undefined for nothing', () => {
    expect(histogramQuantile(new Map(), 0.5)).toBeUndefined();
    expect(histogramQuantile(new Map([[3, 0]]), 0.5)).toBeUndefined();
  });

  it('equals the quantile of the values themselves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1),
        (values, q) => {
          const histogram = histogramOf(values);
          expect(histogramTotal(histogram)).toBe(values.length);
          expect(histogramQuantile(histogram, q)).toBeCloseTo(naiveQuantile(values, q), 9);
        },
      ),
    );
  });
});
