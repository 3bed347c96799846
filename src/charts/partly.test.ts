import { expect, test } from 'vitest';
import { share } from '../domain/measures';
import type { Chart } from './base';
import { compareOption } from './compare';
import { drawChart } from './drawChart';
import { figure } from './testing/figure';
import { type Tile, tileMapOption } from './tileMap';
import { trendOption } from './trend';
import type { Plotted } from './words';

const WIDTH = 618;
const HOLLOW = '空心：单位应报未报或没有报全，数字只含已收到的文件';
const partly = { sent: 1, due: 2 };
const whole = figure(9, 10);
const part: Plotted = { ...figure(4, 10), partly };
const none: Plotted = { ...figure(0, 0), partly };
const lost: Plotted = { ...figure(0, 0), unreadable: true };

const trend = (...points: Plotted[]) => {
  const periods = points.map((_, i) => `第${i + 1}季度`);
  return trendOption({ measure: share, periods, series: [{ name: '海南州', points }], description: '' });
};
const compare = (...figures: Plotted[]) => {
  const areas = figures.map((f, i) => ({ ...f, target: `${i}`, name: `${i}` }));
  return compareOption({ measure: share, areas, reference: { name: '全省', value: 0.7 }, description: '' });
};
const tiles = (...figures: Plotted[]) => {
  const held = figures.map((f, i): Tile => {
    return { ...f, code: `${i}`, name: `${i}`, short: `${i}`, row: 0, column: i, outlined: false };
  });
  return tileMapOption({ measure: share, tiles: held, outline: null, areas: '区', description: '' });
};

/** Points drawn white within their outline. */
const hollow = (chart: Chart): number =>
  drawChart(chart, WIDTH).match(/<path [^>]*fill="#fff"[^>]*stroke="#/g)?.length ?? 0;
const tip = (chart: Chart, dataIndex: number): string =>
  (chart.option.tooltip as { formatter: (p: unknown) => string }).formatter({ dataIndex });
const legend = (chart: Chart): string[] => chart.legend.map((l) => l.words);

test.each([
  ['trend', trend],
  ['compare', compare],
])('%s: a point of a unit that has not sent all is hollow, and the legend says so; others are not', (_, draw) => {
  expect(hollow(draw(whole, part, whole))).toBe(1);
  expect(legend(draw(whole, part, whole))).toContain(HOLLOW);
  expect(hollow(draw(whole, whole))).toBe(0);
  expect(legend(draw(whole, none, lost))).not.toContain(HOLLOW);
});

test.each([
  ['trend', trend],
  ['compare', compare],
  ['tiles', tiles],
])('%s: the tip says how much was sent, and of what cannot be read why there is no figure', (_, draw) => {
  expect(tip(draw(part), 0)).toMatch(/仅报送 1\/2 季度\n *其余已到期而没有收到，不在其内（见报送登记）/);
  expect(tip(draw(whole), 0)).not.toContain('季度\n *其余');
  expect(tip(draw(lost), 0)).toMatch(/不能读入\n *这本台账已报送.*\n *重新放入原文件即可/);
});

test('the tables say it in words, and have no column for it where everybody has sent all', () => {
  expect(trend(whole, part).table.rows[0]?.slice(1)).toEqual([
    '90.00%（n=10，95% 区间 59.58%–98.21%）',
    '40.00%（n=10，95% 区间 16.82%–68.73%，仅报送 1/2 季度）',
  ]);
  for (const chart of [compare(whole, part), tiles(whole, part)]) {
    expect(chart.table.columns.at(-1)).toBe('报送');
    expect(chart.table.rows.slice(0, 2).map((r) => r.at(-1))).toEqual(['', '仅报送 1/2 季度']);
    expect(new Set(chart.table.rows.map((r) => r.length))).toEqual(new Set([chart.table.columns.length]));
  }
  for (const chart of [compare(whole), tiles(whole)]) expect(chart.table.columns).not.toContain('报送');
});

test('where there is no point to be hollow, words or a sign stand', () => {
  expect(drawChart(compare(whole, none), WIDTH)).toContain('无案件，仅报送 1/2 季度');
  expect(drawChart(tiles(whole, part), WIDTH)).toContain('40.00%†');
  expect(legend(tiles(whole, part))).toContain('单位应报未报或没有报全，数字只含已收到的文件');
});
