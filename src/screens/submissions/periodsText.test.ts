import { expect, it } from 'vitest';
import { periodsText } from './periodsText';

it.each<[string[], string]>([
  [[], '各期'],
  [['2017Q3', '2017Q3'], '2017年第三季度'],
  [['2017Q4', '2017Q1', '2017Q2'], '2017年第一季度至第四季度'],
  [['2017Q4', '2016Q1'], '2016年第一季度至2017年第四季度'],
  [['2017H1', '2017Q1'], '2017年第一季度至第二季度'],
  [['2017'], '2017年'],
])('%j is %s', (periods, text) => {
  expect(periodsText(periods)).toBe(text);
});
