import { expect, it } from 'vitest';
import { duration, share } from '.';
import { NOTHING } from './measure';

it('a share has its pooled value and Wilson interval', () => {
  const { low, high, ...figure } = share.of({ numerator: 9, denominator: 12, undated: 0 });
  expect(figure).toEqual({ numerator: 9, value: 0.75, median: null, p90: null });
  expect([low, high].map((x) => x?.toFixed(4))).toEqual(['0.4677', '0.9111']);
});

it('a duration has the median of all its cases, and no interval', () => {
  const histogram = new Map([
    [3, 2],
    [10, 1],
    [40, 1],
  ]);
  const { p90, ...figure } = duration.of({ numerator: 0, denominator: 4, histogram, undated: 0 });
  expect(figure).toEqual({ numerator: null, value: 6.5, low: null, high: null, median: 6.5 });
  expect(p90).toBeCloseTo(31, 10);
});

it('no case has no value', () => {
  expect(share.of({ numerator: 0, denominator: 0, undated: 2 })).toEqual({ ...NOTHING, numerator: 0 });
  expect(duration.of({ numerator: 0, denominator: 0, undated: 0 })).toEqual(NOTHING);
});

it.each([
  [share, 0.99996, '99.99%', 0.9999],
  [share, 0.00001, '0.01%', 0.0001],
  [duration, 10 / 3, '3.33', 3.33],
])('prints %# and knows what it printed', (measure, value, text, printed) => {
  expect(measure.text(value)).toBe(text);
  expect(measure.printed(value)).toBeCloseTo(printed, 10);
});
