import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { defaultCutOff } from './cutOff';

it.each([
  ['2017', '2018-01-10'],
  ['2017H1', '2017-07-10'],
  ['2017H2', '2018-01-10'],
  ['2017Q1', '2017-04-10'],
  ['2017Q3', '2017-10-10'],
  ['2017Q4', '2018-01-10'],
])('%s is cut off on %s', (period, day) => {
  expect(defaultCutOff(qinghai.profile, period)).toBe(day);
});
