import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, pointsOf, sumPoints } from './points';

const units = (points: number, decimals: number) => {
  const n = points * 10 ** decimals;
  expect(Math.abs(n - Math.round(n))).toBeLessThan(1e-6);
  return Math.round(n);
};

describe('apportion', () => {
  it.each<[string, number[], number, number, number[]]>([
    ['weights that fit', [60, 40], 100, 2, [60, 40]],
    // Each 16.666… would print 16.67, and the column 100.02.
    ['five of 15 and one of 13.5', [15, 15, 15, 15, 15, 13.5], 100, 2, [16.95, 16.95, 16.95, 16.95, 16.95, 15.25]],
    ['of equal fractions the first', [10, 10, 10], 100, 2, [33.34, 33.33, 33.33]],
    ['equal fractions of unequal weights', [5, 20, 5], 100, 2, [16.67, 66.67, 16.66]],
    ['whole points', [10.5, 89.5], 100, 0, [11, 89]],
    ['a full score that is not 100', [1, 1], 76.01, 2, [38.01, 38]],
    ['nothing to share', [], 100, 2, []],
  ])('%s', (_, weights, full, decimals, parts) => {
    expect(apportion(weights, full, decimals)).toEqual(parts);
  });

  it('adds up exactly, gives nobody nothing, and keeps within a unit of the exact part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 }),
        fc.nat(50_000),
        (decimals, weights, more) => {
          const unit = 10 ** -decimals;
          const scaled = weights.map((w) => w * unit);
          const whole = weights.reduce((sum, w) => sum + w, 0);
          const full = (whole + more) / 10 ** decimals;
          const parts = apportion(scaled, full, decimals);
          expect(parts.reduce((sum, p) => sum + units(p, decimals), 0)).toBe(whole + more);
          expect(sumPoints(parts, decimals)).toBe(full);
          parts.forEach((part, i) => {
            expect(part).toBeGreaterThan(0);
            const exact = ((weights[i] as number) * full) / whole;
            expect(Math.abs(part - exact)).toBeLessThan(unit + 1e-9);
          });
        },
      ),
    );
  });
});

describe('pointsOf', () => {
  it.each([
    [0.9994, 10, 2, 9.99],
    [0.9995, 10, 2, 9.99], // 9.995 would round up to the full marks
    [0.999_999_9, 10, 2, 9.99],
    [1, 10, 2, 10],
    [0.4445, 10, 2, 4.45],
    [0.1005, 10, 2, 1.01],
    [0.000_01, 10, 2, 0.01],
    [0, 10, 2, 0],
    [0.96, 10, 0, 9],
    [0.02, 10, 0, 1],
    [0.5, 1, 0, 0], // a single point is whole or none
    [1, 1, 0, 1],
  ])('%d of %d to %i decimals is %d', (share, full, decimals, expected) => {
    expect(pointsOf(share, full, decimals)).toBe(expected);
  });

  it('never rounds up to full nor down to nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 2, max: 10_000 }),
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        (decimals, n, share) => {
          const full = n / 10 ** decimals;
          const points = pointsOf(share, full, decimals);
          expect(units(points, decimals)).toBeGreaterThan(0);
          expect(points).toBeLessThan(full);
          expect(Math.abs(points - share * full)).toBeLessThan(10 ** -decimals);
        },
      ),
    );
  });
});

it('adds points without binary dust', () => {
  expect(sumPoints([0.1, 0.2, -0.05], 2)).toBe(0.25);
  expect(sumPoints([], 2)).toBe(0);
});
