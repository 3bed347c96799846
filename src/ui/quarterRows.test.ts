import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { quarterPeriods, quarterRows, quartersTotal, trendOf } from './quarterRows';
import { HAINAN, table } from './testing/assessedUnits';

const hainan = { level: 'prefecture', id: HAINAN, name: '海南州' } as const;
const closure = catalogue.indicator('closure_on_time');

test('every quarter of the year has its own figure, those without a case too', () => {
  const row = quarterRows(catalogue, table, hainan, 2017).find((r) => r.indicator.id === 'closure_on_time');
  expect(row?.quarters.map((v) => [v.period, v.numerator, v.denominator, v.value])).toEqual([
    ['2017Q1', 12, 16, 0.75],
    ['2017Q2', 0, 1, 0],
    ['2017Q3', 0, 0, null],
    ['2017Q4', 0, 0, null],
  ]);
});

test('another year borrows nothing', () => {
  expect(quarterPeriods(2018)).toEqual(['2018Q1', '2018Q2', '2018Q3', '2018Q4']);
  expect(
    quarterRows(catalogue, table, hainan, 2018).flatMap((r) => r.quarters.filter((v) => v.denominator > 0)),
  ).toEqual([]);
});

test('the total is that of the quarters', () => {
  expect(quartersTotal(table, hainan, closure, 2017)).toBe(17);
});

test('the trend draws the unit first, a quarter without a case as a gap', () => {
  const province = { level: 'province', id: '630000', name: '全省' } as const;
  const trend = trendOf(catalogue, table, [hainan, province], closure, 2017);
  expect(trend.series.map((s) => s.name)).toEqual(['海南州', '全省']);
  expect(trend.series[0]?.points).toMatchObject([
    { value: 0.75, numerator: 12, denominator: 16, low: expect.closeTo(0.505, 4), high: expect.closeTo(0.8982, 4) },
    { value: 0, denominator: 1, low: 0 },
    { value: null, denominator: 0, low: null },
    { value: null, denominator: 0 },
  ]);
  expect(trend.periods[0]).toBe('一季度');
});
