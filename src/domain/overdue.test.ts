import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { lateText, overdueBy, overdueText } from './overdue';

it.each([
  // The National Day week holds no working day but its days.
  ['feedback-general', '2017-09-30', '2017-10-10', '已超期 2 个工作日'],
  ['closure-general', '2017-09-30', '2017-10-10', '已超期 10 天'],
  ['closure-general', '2017-10-10', '2017-10-10', '截止日当日到期'],
  ['disclosure-general', '2017-12-29', '2017-12-29', '截止日当日到期'],
  // Only days off have gone by: it is past, by no working day yet.
  ['feedback-general', '2017-12-29', '2017-12-31', '已超期，不足 1 个工作日'],
  ['feedback-general', '2017-09-30', '2017-10-08', '已超期，不足 1 个工作日'],
  // An unknown rule: working days, as the office counts its own.
  ['', '2017-09-30', '2017-10-10', '已超期 2 个工作日'],
  // Beyond the published calendar only days can be counted.
  ['feedback-general', '2026-12-30', '2027-01-10', '已超期，工作日数未知（该年度节假日安排未公布）'],
  ['closure-general', '2026-12-30', '2027-01-10', '已超期 11 天'],
])('%s, due %s, at %s: %s', (rule, due, asOf, words) => {
  expect(overdueText(overdueBy(qinghai, due, rule, asOf))).toBe(words);
});

it.each([
  ['feedback-general', '2017-05-02', '2017-05-09', '超期 5 个工作日'],
  ['closure-general', '2017-05-02', '2017-05-09', '超期 7 天'],
  // On a Saturday: of working days late until the Monday after it.
  ['feedback-general', '2017-05-02', '2017-05-06', '超期 4 个工作日'],
  ['closure-general', '2017-05-02', '2017-05-06', '超期 4 天'],
  ['', '2017-05-02', '2017-05-09', '超期 5 个工作日'],
  ['feedback-general', '2026-12-30', '2027-01-08', '超期，天数未知（该年度节假日安排未公布）'],
  ['closure-general', '2026-12-30', '2027-01-08', '超期 9 天'],
])('%s, due %s, done %s: %s', (rule, due, done, words) => {
  expect(lateText(qinghai, due, rule, done)).toBe(words);
});
