import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { dueInQuarter, dueQuarterWords } from './dueQuarter';

it('says when the last quarter of a year is due, and where it counts', () => {
  expect(dueQuarterWords(qinghai, 2017)).toBe(
    '按应报日所在季度：2017年第四季度台账应于 2018-01-10 前报送，计入2018年第一季度',
  );
  expect(dueQuarterWords(qinghai, 2026)).toMatch(/未定/);
});

it.each([
  ['before the office collected', 2017 * 4, ''],
  ['in the second quarter', 2017 * 4 + 1, '一季度台账'],
  ['in the first of the next year', 2018 * 4, '四季度台账'],
  ['beyond the published calendar', 2027 * 4, ''],
])('what is due %s', (_, quarter, words) => {
  expect(dueInQuarter(qinghai, quarter)).toBe(words);
});
