import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { figure } from '../assessment/assess';
import { sideCount } from './sideCount';

const area = { level: 'county', id: '630102', name: '城东区' } as const;
const rate = figure(catalogue.indicator('closure_on_time'), area, '2017', { numerator: 7, denominator: 9, undated: 0 });
const days = figure(catalogue.indicator('handling_days'), area, '2017', {
  numerator: 0,
  denominator: 3,
  undated: 0,
  histogram: new Map([[4, 3]]),
});

test.each([
  ['numerator', 7, null],
  ['missing', 2, null],
  ['denominator', 9, 3],
] as const)('%s: %s of a rate, %s of a duration', (side, ofRate, ofDuration) => {
  expect(sideCount(rate, side)).toBe(ofRate);
  expect(sideCount(days, side)).toBe(ofDuration);
});
