import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { figure, type IndicatorValue } from '../assessment/assess';
import { compare } from './comparison';

const area = { level: 'prefecture', id: '630100', name: '西宁市' } as const;
const rate = (numerator: number, denominator: number): IndicatorValue =>
  figure(catalogue.indicator('closure_on_time'), area, '2017', { numerator, denominator, undated: 0 });
const median = (days: number): IndicatorValue =>
  figure(catalogue.indicator('handling_days'), area, '2017', {
    numerator: 0,
    denominator: 1,
    undated: 0,
    histogram: new Map([[days, 1]]),
  });

test.each([
  ['far above on many cases', rate(950, 1000), rate(800, 1000), 'clearlyBetter'],
  ['the same rates on few cases may be chance', rate(19, 20), rate(16, 20), 'better'],
  ['far below on many cases', rate(600, 1000), rate(800, 1000), 'clearlyWorse'],
  ['below on few cases', rate(3, 5), rate(800, 1000), 'worse'],
  ['equal', rate(4, 5), rate(800, 1000), 'same'],
  ['no case is not compared', rate(0, 0), rate(800, 1000), 'none'],
  ['no benchmark', rate(4, 5), rate(0, 0), 'none'],
  ['shorter is better', median(10), median(20), 'better'],
  ['longer is worse', median(30), median(20), 'worse'],
])('%s', (_, figure, benchmark, expected) => {
  expect(compare(catalogue, figure, benchmark, { below: 0 })).toBe(expected);
});

test.each([
  ['nothing of one', rate(0, 1), 'few'],
  ['one of three', rate(1, 3), 'few'],
  ['a median of one', median(99), 'few'],
  ['cases enough', rate(1, 5), 'clearlyWorse'],
  ['no case', rate(0, 0), 'none'],
])('below the number of the scheme nothing is better or worse: %s', (_, figure, expected) => {
  expect(compare(catalogue, figure, figure.low === null ? median(10) : rate(930, 1000), { below: 5 })).toBe(
    figure.value === null ? 'none' : expected,
  );
});
