import { expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { NO_CASE } from '../display';
import { duration, share } from '.';
import { differenceText, figureText, unitNote, valueColumn, valueText } from './texts';

it.each([
  ['closure_on_time', 0.5, '50.00%'],
  ['handling_days', 12.5, '12.5 个工作日'],
  ['handling_days', null, NO_CASE],
] as const)('the value of %s, %d, prints %s', (id, value, text) => {
  expect(valueText(catalogue.indicator(id), value)).toBe(text);
});

it('says in the head of a column what its bare values are', () => {
  expect([valueColumn(share), unitNote(share)]).toEqual(['指标值', '']);
  expect([valueColumn(duration), unitNote(duration)]).toEqual(['中位数（工作日）', '工作日，短者为优']);
});

it('has a word of its own for 0/0 of 报送及时率', () => {
  expect(figureText(catalogue.indicator('submission_on_time'), null)).toBe('无应报');
  expect(figureText(catalogue.indicator('closure_on_time'), null)).toBe(NO_CASE);
  expect(figureText(catalogue.indicator('handling_days'), 12.5)).toBe('12.5');
});

it.each([
  ['closure_on_time', -0.0214, '−2.14 个百分点'],
  ['closure_on_time', 0.05, '+5.00 个百分点'],
  ['closure_on_time', 0.00001, '+不到 0.01 个百分点'],
  ['closure_on_time', 0, '相同'],
  ['handling_days', -1.5, '−1.5 个工作日'],
] as const)('the difference of %s by %d prints %s', (id, difference, text) => {
  expect(differenceText(catalogue.indicator(id), difference)).toBe(text);
});
