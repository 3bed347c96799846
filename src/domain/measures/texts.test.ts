import { expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { xiamen } from '../../../tests/support/profile';
import { NO_CASE } from '../display';
import { duration, measureOf, share } from '.';
import {
  countsText,
  differenceText,
  figureText,
  reachesTarget,
  sideColumn,
  targetText,
  unitNote,
  valueColumn,
  valueText,
} from './texts';

it.each([
  ['closure_on_time', 0.5, '50.00%'],
  ['handling_days', 12.5, '12.5 个工作日'],
  ['handling_days', null, NO_CASE],
] as const)('the value of %s, %d, prints %s', (id, value, text) => {
  expect(valueText(catalogue.indicator(id), { value })).toBe(text);
});

it('says in the head of a column what its bare values are', () => {
  expect([valueColumn(share), unitNote(share)]).toEqual(['指标值', '']);
  expect([valueColumn(duration), unitNote(duration)]).toEqual(['中位数（工作日）', '工作日，短者为优']);
});

it('has a word of its own for 0/0 of 报送及时率', () => {
  expect(figureText(catalogue.indicator('submission_on_time'), { value: null })).toBe('无应报');
  expect(figureText(catalogue.indicator('closure_on_time'), { value: null })).toBe(NO_CASE);
  expect(figureText(catalogue.indicator('handling_days'), { value: 12.5 })).toBe('12.5');
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

it('what nobody has reported is neither a value nor no case', () => {
  const of = xiamen.catalogue.indicator('destroyed_kg');
  expect(figureText(of, { value: null })).toBe('无销毁');
  expect(figureText(of, { value: null, unreported: true })).toBe('未报送');
  expect(valueText(of, { value: 0 })).toBe('0 千克');
});

it.each([
  [share, 8, 10, '8/10'],
  [duration, null, 10, 'n=10'],
  [measureOf(xiamen.catalogue.indicator('fine_total')), 10, 10, 'n=10'],
  [measureOf(xiamen.catalogue.indicator('fine_total')), 8, 10, 'n=10（未填数的 2）'],
] as const)('the counts of %# say what each case tells', (measure, numerator, denominator, text) => {
  expect(countsText(measure, { numerator, denominator })).toBe(text);
});

it.each([
  ['higher', 0.95, true],
  ['higher', 0.9499, false],
  ['lower', 0.95, true],
  ['lower', 0.9501, false],
  ['none', 0.99, null],
] as const)('where %s is better, %d reaches 95 %%: %s', (better, value, reaches) => {
  const of = { ...catalogue.indicator('closure_on_time'), better, target: { value: 0.95, source: '文件' } };
  expect(reachesTarget(of, { value })).toBe(reaches);
  expect(targetText(of)).toBe('目标 95.00%');
});

it('a head of counts says what its measures call them, each once', () => {
  const of = ['closure_on_time', 'feedback_rate', 'handling_days', 'fine_total'].map((id) =>
    xiamen.catalogue.indicator(id),
  );
  expect(sideColumn(of, 'missing')).toBe('未达到、未填数的');
});
