import { expect, test } from 'vitest';
import { type Chart, rateAxis } from './base';
import { compareOption } from './compare';
import { histogramOption } from './histogram';
import { stackedPointsOption } from './stackedPoints';
import { tileBounds, tileLegend, tileStep } from './tileMap';
import { trendOption } from './trend';

const seriesOf = (chart: Chart) => chart.option.series as { data: unknown[] }[];
const hint = (chart: Chart, dataIndex: number): string =>
  (chart.option.tooltip as { formatter: (p: unknown) => string }).formatter({ dataIndex });

test('trend: a quarter without a case breaks the line and reads 无案件 in the table', () => {
  const chart = trendOption({
    kind: 'rate',
    periods: ['一季度', '二季度'],
    series: [
      {
        name: '全省',
        points: [
          { value: 0.9, n: 10 },
          { value: null, n: 0 },
        ],
      },
    ],
    description: '',
  });
  expect(seriesOf(chart)[0]?.data).toEqual([0.9, null]);
  expect(chart.table.rows).toEqual([['全省', '90.00%（n=10）', '无案件']]);
});

const area = (target: string, value: number | null) => ({ target, name: target, value, low: value, high: value, n: 5 });

test('0/0 reads as the indicator has it', () => {
  const points = [{ value: null, n: 0 }];
  const input = { kind: 'rate', none: '无应报', description: '' } as const;
  const trend = trendOption({ ...input, periods: ['一季度'], series: [{ name: '全省', points }] });
  expect(trend.table.rows).toEqual([['全省', '无应报']]);
  const area = { target: 'a', name: '西宁市', value: null, low: null, high: null, n: 0 };
  const compared = compareOption({ ...input, areas: [area], reference: { name: '全省', value: null } });
  expect(compared.table.rows[0]).toEqual(['西宁市', '无应报', '—', 0]);
});

test('compare: rates stand from high to low, areas without a case last', () => {
  const chart = compareOption({
    kind: 'rate',
    areas: [area('a', 0.5), area('b', null), area('c', 0.9)],
    reference: { name: '全省', value: 0.7 },
    description: '',
  });
  expect(chart.targets).toEqual(['c', 'a', 'b']);
});

test('compare: durations stand from short to long', () => {
  const chart = compareOption({
    kind: 'duration',
    areas: [area('long', 30), area('short', 10)],
    reference: { name: '全省', value: 20 },
    description: '',
  });
  expect(chart.targets).toEqual(['short', 'long']);
});

test('a name that is markup stays text: tooltips are drawn, not parsed', () => {
  const chart = compareOption({
    kind: 'rate',
    areas: [area('<img src=x onerror=alert(1)>', 0.5)],
    reference: { name: '全省', value: null },
    description: '',
  });
  expect(chart.option.tooltip).toMatchObject({ renderMode: 'richText' });
  expect(hint(chart, 0)).toContain('<img src=x');
});

test('histogram: days without a case keep their place, the total is the number of cases', () => {
  const chart = histogramOption({
    histogram: new Map([
      [2, 3],
      [0, 1],
    ]),
    median: 2,
    p90: 2,
    description: '',
  });
  expect(seriesOf(chart)[0]?.data).toEqual([
    [0, 1],
    [1, 0],
    [2, 3],
  ]);
  expect(chart.table.rows.at(-1)).toEqual(['合计', 4]);
});

test('histogram: no case draws nothing', () => {
  const chart = histogramOption({ histogram: new Map(), median: null, p90: null, description: '' });
  expect(seriesOf(chart)[0]?.data).toEqual([]);
});

test('points: each bar is points got and points lost', () => {
  const chart = stackedPointsOption({
    items: [{ target: 'x', name: '按期办结率', points: 12.5, lost: 2.5 }],
    decimals: 2,
    description: '',
  });
  expect(seriesOf(chart).map((s) => s.data)).toEqual([[12.5], [2.5]]);
  expect(chart.table.rows).toEqual([['按期办结率', '12.50', '2.50']]);
});

test.each([
  ['no value', [null], []],
  ['one value needs no bounds', [0.5, 0.5, null], []],
  ['bounds rise and lie above the lowest', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0.2, 0.3, 0.4, 0.5, 0.6]],
])('tiles: %s', (_, values, bounds) => {
  expect(tileBounds(values)).toEqual(bounds);
});

test('tiles: a value on a bound takes the step above it, as the legend says', () => {
  const bounds = [0.5, 0.8];
  expect([0.49, 0.5, 0.79, 0.8].map((v) => tileStep(v, bounds))).toEqual([0, 1, 1, 2]);
  expect(tileLegend('rate', bounds).map((l) => l.words)).toEqual([
    '低于 50.00%',
    '50.00% 至 80.00%',
    '80.00% 及以上',
    '无案件',
  ]);
});

test.each([
  [0.97, 0.96, 0.02],
  [0.9, 0.9, 0.02],
  [0.876, 0.85, 0.05],
  [0.61, 0.6, 0.1],
  [0.1, 0, 0.2],
  [-0.05, 0, 0.2],
  [1, 0.98, 0.02],
])('a rate axis from %s begins at %s in steps of %s', (from, min, interval) => {
  expect(rateAxis(from)).toMatchObject({ min, interval, max: 1 });
});
