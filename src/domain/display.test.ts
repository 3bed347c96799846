import { describe, expect, it } from 'vitest';
import {
  countText,
  daysText,
  differenceText,
  figureText,
  NO_CASE,
  NO_SLOT,
  rateText,
  scoreText,
  valueText,
} from './display';
import { indicator } from './indicators';

describe('rateText', () => {
  it.each([
    [0.99996, '99.99%'],
    [78_530 / 78_531, '99.99%'],
    [1 - Number.EPSILON, '99.99%'],
    [1, '100.00%'],
    [0.00001, '0.01%'],
    [1e-12, '0.01%'],
    [0, '0.00%'],
    [0.5, '50.00%'],
    [2 / 3, '66.67%'],
    [0.12345, '12.35%'],
    [0.9995, '99.95%'],
    [null, '无案件'],
  ])('%d prints %s', (value, text) => {
    expect(rateText(value)).toBe(text);
  });
});

it('prints days, scores and counts', () => {
  expect(daysText(12)).toBe('12');
  expect(daysText(12.5)).toBe('12.5');
  expect(daysText(10 / 3)).toBe('3.33');
  expect(daysText(null)).toBe(NO_CASE);
  expect(valueText(indicator('closure_on_time'), 0.5)).toBe('50.00%');
  expect(valueText(indicator('handling_days'), 12.5)).toBe('12.5 个工作日');
  expect(valueText(indicator('handling_days'), null)).toBe(NO_CASE);
  expect(scoreText(9.5)).toBe('9.50');
  expect(scoreText(72.5, 1)).toBe('72.5');
  expect(scoreText(null)).toBe('—');
  expect(countText(1_234_567)).toBe('1,234,567');
});

it('has a word of its own for 0/0 of 报送及时率', () => {
  expect(figureText(indicator('submission_on_time'), null)).toBe(NO_SLOT);
  expect(figureText(indicator('closure_on_time'), null)).toBe(NO_CASE);
  expect(figureText(indicator('handling_days'), 12.5)).toBe('12.5');
});

it.each([
  ['closure_on_time', -0.0214, '−2.14 个百分点'],
  ['closure_on_time', 0.05, '+5.00 个百分点'],
  ['closure_on_time', 0.00001, '+不到 0.01 个百分点'],
  ['closure_on_time', 0, '相同'],
  ['handling_days', -1.5, '−1.5 个工作日'],
] as const)('the difference of %s by %d prints %s', (id, difference, text) => {
  expect(differenceText(indicator(id), difference)).toBe(text);
});
