import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { Tabulation } from '../../domain/cells';
import { indicator } from '../../domain/indicators';
import { quarterFigures } from './quarters';

const cell = { indicator: 'satisfaction', place: '630102', department: 'aic' } as const;
const table = new Tabulation(
  {
    cells: [
      { ...cell, quarter: 2017 * 4, numerator: 1, denominator: 2 },
      { ...cell, quarter: 2017 * 4 + 2, numerator: 3, denominator: 3 },
      { ...cell, quarter: 2018 * 4, numerator: 0, denominator: 5 },
    ],
    durations: [],
    undated: [],
  },
  qinghai.regions,
  qinghai.profile.zones,
);

test('four quarters of the year, one without a case stays open', () => {
  const area = { level: 'province', id: '630000', name: '青海省' } as const;
  const quarters = quarterFigures(table, area, indicator('satisfaction'), 2017);
  expect(quarters.map((q) => [q.period, q.value, q.denominator])).toEqual([
    ['2017Q1', 0.5, 2],
    ['2017Q2', null, 0],
    ['2017Q3', 1, 3],
    ['2017Q4', null, 0],
  ]);
});
