import { expect, test } from 'vitest';
import { xiamen } from '../../tests/support/profile';
import { duration, measureOf, share } from '../domain/measures';
import { type Chart, numberAxis, rateAxis } from './base';
import { compareOption } from './compare';
import { histogramOption } from './histogram';
import { stackedPointsOption } from './stackedPoints';
import { figure } from './testing/figure';
import { type Tile, tileBounds, tileMapOption, tileStep } from './tileMap';
import { trendOption } from './trend';
import type { Plotted } from './words';

const seriesOf = (chart: Chart) => chart.option.series as { data: unknown[] }[];
const hint = (chart: Chart, dataIndex: number): string =>
  (chart.option.tooltip as { formatter: (p: unknown) => string }).formatter({ dataIndex });

test('trend: a quarter without a case breaks the line and reads 无案件 in the table', () => {
  const chart = trendOption({
    measure: share,
    periods: ['一季度', '二季度'],
    series: [
      {
        name: '全省',
        points: [figure(9, 10), figure(0, 0)],
      },
    ],
    description: '',
  });
  expect(seriesOf(chart).at(-1)?.data).toEqual([
    [0, 0.9],
    [1, Number.NaN],
  ]);
  expect(chart.table.rows).toEqual([['全省', '90.00%（n=10，95% 区间 59.58%–98.21%）', '无案件']]);
});

test('trend: each point has its interval, in the chart, the tooltip and the table', () => {
  const undated = { ...figure(1, 3), undated: 2 };
  const series = [
    { name: '海南州', points: [figure(105, 112), undated] },
    { name: '全省', points: [figure(900, 1000), figure(0, 0)] },
  ];
  const chart = trendOption({ measure: share, periods: ['一季度', '二季度'], series, description: '' });
  const [own, province] = seriesOf(chart);
  expect(own?.data).toEqual([
    [-0.05, series[0]?.points[0]?.low, series[0]?.points[0]?.high],
    [0.95, undated.low, undated.high],
  ]);
  expect(province?.data).toHaveLength(1);
  expect(hint(chart, 0)).toBe(
    '一季度\n海南州\n  93.75%（105/112 件）\n  95% 区间 87.66%–96.94%，n=112\n全省\n  90.00%（900/1,000 件）\n  95% 区间 87.98%–91.71%，n=1,000',
  );
  expect(hint(chart, 1)).toContain('另有 2 件期限落在未公布节假日的年度，未计\n全省\n  无案件');
  expect(chart.leftOut).toBe('期限落在未公布节假日的年度，未计：海南州 2 件');
  expect(chart.legend.map((l) => l.words)).toEqual(['海南州', '全省', '竖线为 95% 区间（Wilson）']);
});

test('trend: submissions are counted by 份', () => {
  const series = [{ name: '全省', points: [{ ...figure(1, 2), undated: 1 }] }];
  const chart = trendOption({ measure: share, periods: ['一季度'], series, description: '', unit: '份' });
  expect(hint(chart, 0)).toContain('（1/2 份）');
  expect(chart.leftOut).toContain('全省 1 份');
});

const area = (target: string, value: number | null) => ({ ...figure(0, 0), target, name: target, value });

test('0/0 reads as the indicator has it', () => {
  const points = [figure(0, 0)];
  const input = { measure: share, none: '无应报', description: '' } as const;
  const trend = trendOption({ ...input, periods: ['一季度'], series: [{ name: '全省', points }] });
  expect(trend.table.rows).toEqual([['全省', '无应报']]);
  const areas = [{ ...figure(0, 0), target: 'a', name: '西宁市' }];
  const compared = compareOption({ ...input, areas, reference: { name: '全省', value: null } });
  expect(compared.table.rows[0]?.slice(0, 2)).toEqual(['西宁市', '无应报']);
});

test('compare: rates stand from high to low, areas without a case last', () => {
  const chart = compareOption({
    measure: share,
    areas: [area('a', 0.5), area('b', null), area('c', 0.9)],
    reference: { name: '全省', value: 0.7 },
    description: '',
  });
  expect(chart.targets).toEqual(['c', 'a', 'b']);
});

test('compare: durations stand from short to long', () => {
  const chart = compareOption({
    measure: duration,
    areas: [area('long', 30), area('short', 10)],
    reference: { name: '全省', value: 20 },
    description: '',
  });
  expect(chart.targets).toEqual(['short', 'long']);
});

test('a name that is markup stays text: tooltips are drawn, not parsed', () => {
  const chart = compareOption({
    measure: share,
    areas: [area('<img src=x onerror=alert(1)>', 0.5)],
    reference: { name: '全省', value: null },
    description: '',
  });
  expect(chart.option.tooltip).toMatchObject({ renderMode: 'richText' });
  expect(hint(chart, 0)).toContain('<img src=x');
});

test('histogram: days without a case keep their place, the total is the number of cases', () => {
  const chart = histogramOption({
    measure: duration,
    unit: '件',
    histogram: new Map([
      [2, 3],
      [0, 1],
    ]),
    median: 2,
    p90: 2,
    undated: 0,
    area: '全省',
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
  const chart = histogramOption({
    measure: duration,
    unit: '件',
    histogram: new Map(),
    median: null,
    p90: null,
    undated: 0,
    area: '全省',
    description: '',
  });
  expect(seriesOf(chart)[0]?.data).toEqual([]);
});

test('points: each bar is points got and points lost', () => {
  const chart = stackedPointsOption({
    items: [{ target: 'x', name: '按期办结率', points: 12.5, lost: 2.5, undated: 0, unit: '件' }],
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
  expect(tileBounds(share, values)).toEqual(bounds);
});

const tile = (code: string, value: number | null, column = 0): Tile => ({
  ...figure(0, 0),
  code,
  name: code,
  short: code,
  row: 0,
  column,
  outlined: false,
  value,
});
const map = (values: (number | null)[]) =>
  tileMapOption({
    measure: share,
    tiles: values.map((v, i) => tile(`${i}`, v, i)),
    outline: '东部地区',
    areas: '县区',
    description: '',
  });

test('tiles: a value on a bound takes the step above it, as the legend says', () => {
  expect([0.49, 0.5, 0.79, 0.8].map((v) => tileStep(share, v, [0.5, 0.8]))).toEqual([0, 1, 1, 2]);
  expect(map([0.4, 0.5, 0.8, null]).legend.map((l) => l.words)).toEqual([
    '低于 50.00%',
    '50.00% 至低于 80.00%',
    '80.00% 及以上',
    '无案件',
    '粗框：东部地区',
  ]);
});

test('tiles: values that print alike have one colour, and no step of the legend is empty', () => {
  const values = [0.93542, 0.93538, 0.2];
  const bounds = tileBounds(share, values);
  expect(bounds).toEqual([0.9354]);
  expect(values.map((v) => tileStep(share, v, bounds))).toEqual([1, 1, 0]);
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

test.each([
  [0, 1],
  [0.4, 1],
  [4, 4],
  [10, 10],
  [37.25, 40],
  [60, 60],
  [123, 150],
])('an axis of days for %s ends at %s', (upTo, max) => {
  expect(numberAxis(upTo, duration.brief)).toMatchObject({ min: 0, max });
});

const sum = measureOf(xiamen.catalogue.indicator('fine_total'));
const total = (target: string, value: number | null, more: Partial<Plotted> = {}) => ({
  ...figure(9, 9),
  low: null,
  high: null,
  target,
  name: target,
  value,
  ...more,
});

test('compare: the whole of a sum is no line, for every area is a part of it; what nobody reported has neither dot nor zero', () => {
  const chart = compareOption({
    measure: sum,
    areas: [total('a', 0), total('b', null, { unreported: true, denominator: 0 }), total('c', 2_500_000)],
    reference: { name: '全市', value: 2_500_000 },
    description: '',
  });
  expect(chart.targets).toEqual(['c', 'a', 'b']);
  expect(chart.legend.map((l) => l.words)).toEqual(['合计（元）']);
  expect(chart.option.xAxis).toMatchObject({ max: 2_500_000 });
  expect(chart.table.rows).toEqual([
    ['c', '2,500,000.00', 9],
    ['a', '0.00', 9],
    ['b', '未报送', '—'],
    ['全市', '2,500,000.00', '—'],
  ]);
  expect(hint(chart, 2)).toBe('b\n未报送\n没有收到这本台账，有没有案件不知道，不是 0（见报送登记）\n全市 2,500,000.00');
});

test('compare: the target is a line of its own, told from that of the whole by its dots, and within the axis', () => {
  const target = { at: 0.5, words: '目标 50.00%' };
  const reference = { name: '全省', value: 0.9 };
  const chart = compareOption({ measure: share, areas: [area('a', 0.95)], reference, target, description: '' });
  expect(chart.legend.map((l) => l.words)).toEqual(['指标值', '全省 90.00%', '目标 50.00%']);
  const marks = (chart.option.series as { markLine?: { data: { lineStyle: { type: string } }[] } }[])[1]?.markLine;
  expect(marks?.data.map((d) => d.lineStyle.type)).toEqual(['dashed', 'dotted']);
  expect((chart.option.xAxis as { min: number }).min).toBeLessThanOrEqual(0.5);
});

test('tile map: no case has the word of the indicator, and 未报送 a sign of its own', () => {
  const tile = (more: Partial<Plotted>): Tile => ({
    ...total('x', null, { denominator: 0, ...more }),
    code: 'x',
    short: 'x',
    row: 0,
    column: 0,
    outlined: false,
  });
  const words = (...tiles: Tile[]) =>
    tileMapOption({ measure: sum, none: '无销毁', tiles, outline: null, areas: '区', description: '' }).legend.map(
      (l) => l.words,
    );
  expect(words(tile({}), tile({ unreported: true }))).toEqual(['无销毁', '未报送']);
  expect(words(tile({ value: 0 }))).toEqual(['0元', '无销毁']);
});

test('trend: a quarter that nobody reported is no zero', () => {
  const points = [total('', 5), total('', null, { unreported: true, denominator: 0 })];
  const input = { measure: sum, periods: ['一季度', '二季度'], series: [{ name: '思明区', points }], description: '' };
  expect(trendOption(input).table.rows).toEqual([['思明区', '5.00（n=9）', '未报送']]);
});
