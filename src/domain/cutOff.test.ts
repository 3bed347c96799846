import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { cutOffDays, defaultCutOff } from './cutOff';

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

it('follows the rule in force at the end of the period, as the days that are said of it', () => {
  const cutOff = [
    { from: null, daysAfterEnd: 10, source: '甲' },
    { from: '2020-01-01', daysAfterEnd: 20, source: '乙' },
  ];
  expect(['2019Q4', '2020Q1'].map((period) => cutOffDays({ cutOff }, period))).toEqual([10, 20]);
  expect(defaultCutOff({ cutOff }, '2020Q1')).toBe('2020-04-20');
});
