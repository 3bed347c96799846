import { expect, test } from 'vitest';
import type { Chart } from '../charts/base';
import { compareOption } from '../charts/compare';
import { drawingOf } from '../charts/drawChart';
import { histogramOption } from '../charts/histogram';
import { stackedPointsOption } from '../charts/stackedPoints';
import { figure } from '../charts/testing/figure';
import { tileMapOption } from '../charts/tileMap';
import { trendOption } from '../charts/trend';
import { duration, share } from '../domain/measures';
import { chartPicture } from '../report/picture';

const description = '';
const partly = { sent: 1, due: 2 };
const reference = { name: '全省', value: 0.9354 };
const CHARTS: Record<string, Chart> = {
  trend: trendOption({
    measure: share,
    periods: ['一季度', '二季度'],
    series: [
      { name: '海南州', points: [{ ...figure(9, 10), partly }, figure(0, 0)] },
      { name: '全省', points: [figure(90, 100), figure(95, 100)] },
    ],
    description,
  }),
  compare: compareOption({
    measure: share,
    areas: [{ ...figure(45, 48), partly, target: 'a', name: '果洛州' }],
    reference,
    description,
  }),
  histogram: histogramOption({
    measure: duration,
    unit: '件',
    histogram: new Map([[3, 5]]),
    median: 3,
    p90: 3,
    undated: 2,
    area: '全省',
    description,
  }),
  points: stackedPointsOption({
    items: [{ target: 'a', name: '按期办结率', points: 9, lost: 1, undated: 0, unit: '件' }],
    decimals: 2,
    description,
  }),
  map: tileMapOption({
    measure: share,
    tiles: [{ ...figure(9, 10), partly, code: 'a', name: '共和县', short: '共和', row: 0, column: 0, outlined: true }],
    outline: '环青海湖地区',
    areas: '县区',
    description,
  }),
};

test.each(Object.entries(CHARTS))(
  'picture of %s: no text below 8 pt at 17 cm, all in the named font, signs explained',
  (_, chart) => {
    const { svg } = chartPicture({
      ...drawingOf(chart),
      title: '按期办结率各季度怎样变化？',
      subject: '海南州，2017年，数据截止日 2018-01-10',
      note: 'n=10',
      mark: '示例数据（非真实）',
      measure: (text) => text.length * 12,
    });
    const [, wide = Number.NaN] = /viewBox="0 0 ([\d.]+) /.exec(svg)?.map(Number) ?? [];
    const points = (17 / 2.54) * 72;
    const texts = [...svg.matchAll(/<text [^>]*>/g)].map(([tag]) => tag);
    expect(texts.length).toBeGreaterThan(5);
    for (const tag of texts) {
      const size = Number(/font-size[:=]"?([\d.]+)px/.exec(tag)?.[1]);
      expect((size * points) / wide, tag).toBeGreaterThanOrEqual(8);
      if (tag.includes('font-family')) expect(tag).toContain("font-family:'Microsoft YaHei'");
    }
    expect(svg).toContain(`font-family="'Microsoft YaHei', `);
    expect(chart.legend.length).toBeGreaterThan(0);
    for (const { words } of chart.legend) expect(svg).toContain(`>${words}</text>`);
    for (const said of ['示例数据（非真实）', '海南州', '2017年', '数据截止日 2018-01-10', 'n=10'])
      expect(svg).toContain(said);
    // A picture has no pointer: no styles of hovering, and nothing from elsewhere.
    expect(svg).not.toMatch(/<style|ecmeta|https?:(?!\/\/www\.w3\.org\/)/);
  },
);
