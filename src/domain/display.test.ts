import { describe, expect, it } from 'vitest';
import { countText, daysText, NO_CASE, rateText, scoreText } from './display';

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
  expect(scoreText(9.5)).toBe('9.50');
  expect(scoreText(72.5, 1)).toBe('72.5');
  expect(scoreText(null)).toBe('—');
  expect(countText(1_234_567)).toBe('1,234,567');
});
