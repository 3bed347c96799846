import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duration, share } from '../domain/measures';
import type { Chart } from './base';
import { compareOption } from './compare';
import { histogramOption } from './histogram';
import { INTERVAL, REFERENCE, SERIES } from './palette';
import { stackedPointsOption } from './stackedPoints';
import { type DrawnLine, measured } from './testing/drawn';
import { days, figure } from './testing/figure';
import { trendOption } from './trend';

/** ECharts moves a line to the middle of a pixel, so that it is sharp. */
const SHARP = 0.76;

/** 0…1, evenly: `fc.double` would be next to nothing nearly always. */
const fraction = fc.integer({ min: 0, max: 1_000_000 }).map((x) => x / 1_000_000);
const counts = fc.tuple(fc.integer({ min: 1, max: 5000 }), fraction).map(([n, x]) => figure(Math.round(n * x), n));
const working = fraction.map((x) => x * 300);
const widths = fc.integer({ min: 360, max: 1400 });

const upright = (lines: DrawnLine[], stroke: string) =>
  lines.filter((l) => l.stroke === stroke && Math.abs(l.x1 - l.x2) < 0.01);

/** Where the reference lines of a chart were really drawn, and where its axis has their values. */
function references(chart: Chart, width: number, values: number[]) {
  const { lines, pixel, done } = measured(chart, width);
  const found = upright(lines, REFERENCE).map((l) => l.x1);
  const wanted = values.map((v) => pixel([v, 0])[0]);
  done();
  expect(found).toHaveLength(values.length);
  found.forEach((x, i) => void expect(Math.abs(x - (wanted[i] as number))).toBeLessThan(SHARP));
}

test('the line of 93.54 % stands left of a dot of 93.60 %', () => {
  const reference = { name: '全省', value: 0.9354 };
  const area = { ...figure(936, 1000), target: 'a', name: '果洛州' };
  const chart = compareOption({ measure: share, areas: [area], reference, description: '' });
  const { lines, pixel, done } = measured(chart, 1200);
  const [line] = upright(lines, REFERENCE);
  expect(line?.x1).toBeLessThan(pixel([0.936, 0])[0]);
  done();
});

test('compare: the reference line of a rate stands at its value, dots and intervals at theirs', () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), counts, widths, (figures, province, width) => {
      const areas = figures.map((f, i) => ({ ...f, target: `${i}`, name: `某州${i}` }));
      const reference = { name: '全省', value: province.value };
      const chart = compareOption({ measure: share, areas, reference, description: '' });
      references(chart, width, [province.value as number]);
      const { lines, pixel, svg, done } = measured(chart, width);
      const bars = lines.filter((l) => l.stroke === INTERVAL);
      const dots = [...svg.matchAll(/transform="matrix\(4\.5,0,0,4\.5,([-\d.]+),([-\d.]+)\)"/g)];
      expect([bars.length, dots.length]).toEqual([areas.length, areas.length]);
      chart.targets.forEach((target, row) => {
        const { low, high, value } = areas[Number(target)] as (typeof areas)[number];
        const [x1, y] = pixel([low as number, row]);
        expect(bars[row]?.x1).toBeCloseTo(x1, 0);
        expect(bars[row]?.x2).toBeCloseTo(pixel([high as number, row])[0], 0);
        expect(bars[row]?.y1).toBeCloseTo(y, 0);
        expect(Number(dots[row]?.[1])).toBeCloseTo(pixel([value as number, row])[0], 2);
      });
      done();
    }),
    { numRuns: 60 },
  );
});

test('compare: the reference line of days stands at its value, though it lies beyond every area', () => {
  fc.assert(
    fc.property(fc.array(working, { minLength: 1, maxLength: 8 }), working, widths, (values, province, width) => {
      const areas = values.map((v, i) => ({ ...days(v), target: `${i}`, name: `某州${i}` }));
      const reference = { name: '全省', value: province };
      references(compareOption({ measure: duration, areas, reference, description: '' }), width, [province]);
    }),
    { numRuns: 60 },
  );
});

test('histogram: median and nine tenths stand at their days', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 900 })), { minLength: 1 }),
      fraction,
      fraction,
      widths,
      (entries, a, b, width) => {
        const histogram = new Map(entries);
        const longest = Math.max(...histogram.keys());
        const [median = 0, p90 = 0] = [a * longest, b * longest].sort((x, y) => x - y);
        const chart = histogramOption({
          measure: duration,
          unit: '件',
          histogram,
          median,
          p90,
          undated: 0,
          area: '全省',
          description: '',
        });
        references(chart, width, [median, p90]);
      },
    ),
    { numRuns: 60 },
  );
});

test('trend: every whisker reaches from low to high at its quarter, within the axis', () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 4, maxLength: 4 }), widths, (points, width) => {
      const periods = ['一季度', '二季度', '三季度', '四季度'];
      const chart = trendOption({ measure: share, periods, series: [{ name: '全省', points }], description: '' });
      const { lines, pixel, done } = measured(chart, width);
      const found = upright(lines, SERIES[0] as string);
      expect(found).toHaveLength(4);
      points.forEach(({ low, high }, i) => {
        const [x, y1] = pixel([i, low as number]);
        const [, y2] = pixel([i, high as number]);
        expect(found[i]?.x1).toBeCloseTo(x, 0);
        expect(found[i]?.y1).toBeCloseTo(y1, 0);
        expect(found[i]?.y2).toBeCloseTo(y2, 0);
        expect(Math.min(y1, y2)).toBeGreaterThanOrEqual(pixel([i, 1])[1] - 1e-6);
      });
      done();
    }),
    { numRuns: 60 },
  );
});

test('points: bars begin at zero and are as long as their points', () => {
  const points = fc.integer({ min: 1, max: 3000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(fc.array(fc.tuple(points, points), { minLength: 1, maxLength: 9 }), widths, (pairs, width) => {
      const items = pairs.map(([got, lost], i) => ({
        target: `${i}`,
        name: `考核项${i}`,
        points: got,
        lost,
        undated: 0,
        unit: '件' as const,
      }));
      const { svg, pixel, done } = measured(stackedPointsOption({ items, decimals: 2, description: '' }), width);
      const bars = [...svg.matchAll(/d="M([-\d.]+) [-\d.]+l([-\d.]+) 0l0 14l-?[\d.]+ 0Z" fill="#14558f"/g)];
      expect(bars).toHaveLength(items.length);
      items.forEach((item, i) => {
        expect(Number(bars[i]?.[1])).toBeCloseTo(pixel([0, i])[0], 0);
        expect(Number(bars[i]?.[1]) + Number(bars[i]?.[2])).toBeCloseTo(pixel([item.points, i])[0], 0);
      });
      done();
    }),
    { numRuns: 40 },
  );
});
