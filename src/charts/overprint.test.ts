import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duration, share } from '../domain/measures';
import type { Chart } from './base';
import { compareOption } from './compare';
import { drawChart } from './drawChart';
import { histogramOption } from './histogram';
import { stackedPointsOption } from './stackedPoints';
import { drawn, overprinted } from './testing/drawn';
import { days, figure } from './testing/figure';
import { tileMapOption } from './tileMap';
import { trendOption } from './trend';

/** From half a panel of a window at 150 % to a whole one on a wide screen; a picture's chart is 618 px wide. */
const widths = fc.integer({ min: 420, max: 1400 });
/** 0…1, evenly: `fc.double` would be next to nothing nearly always. */
const fraction = fc.integer({ min: 0, max: 1_000_000 }).map((x) => x / 1_000_000);
const rates = fc.tuple(fc.integer({ min: 0, max: 40_000 }), fraction).map(([n, x]) => figure(Math.round(n * x), n));
const durations = fc.option(fraction.map((x) => x * 400)).map((v) => days(v, 12_345));
const measures = fc.constantFrom(share, duration);

const never = (chart: Chart, width: number) =>
  expect(overprinted(drawn(drawChart(chart, width)).texts, width, chart.height)).toEqual([]);

test('what prints over something is found', () => {
  const text = { text: 'a', size: 12, font: '', left: 0, right: 30, top: 0, bottom: 12 };
  expect(overprinted([text, { ...text, text: 'b', left: 29, right: 60 }], 50, 20)).toEqual(['a × b', 'b × edge']);
});

test('trend: no text prints over another', () => {
  const four = { minLength: 4, maxLength: 4 };
  fc.assert(
    fc.property(
      measures,
      fc.integer({ min: 1, max: 2 }),
      widths,
      fc.infiniteStream(rates),
      fc.infiniteStream(durations),
      (measure, count, width, r, d) => {
        const names = ['海西蒙古族藏族自治州', '全省'].slice(0, count);
        const points = () => [...(measure === share ? r : d).take(four.minLength)];
        const series = names.map((name) => ({ name, points: points() }));
        never(
          trendOption({ measure, periods: ['一季度', '二季度', '三季度', '四季度'], series, description: '' }),
          width,
        );
      },
    ),
    { numRuns: 80 },
  );
});

test('compare: no text prints over another, wherever the reference line stands', () => {
  const one = fc.tuple(rates, durations);
  fc.assert(
    fc.property(
      measures,
      fc.array(one, { minLength: 1, maxLength: 46 }),
      one,
      widths,
      (measure, pairs, province, width) => {
        const pick = ([r, d]: [(typeof province)[0], (typeof province)[1]]) => (measure === share ? r : d);
        const areas = pairs.map((p, i) => ({ ...pick(p), target: `${i}`, name: '海西蒙古族藏族自治州' }));
        const reference = { name: '全省', value: pick(province).value };
        never(compareOption({ measure, areas, reference, description: '' }), width);
      },
    ),
    { numRuns: 80 },
  );
});

test('histogram: the words of two lines at the same day stand one above the other', () => {
  const day = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: 1, max: 99_999 }), widths, (longest, a, b, count, width) => {
      const [median = 0, p90 = 0] = [a, b].map((d) => Math.min(d, longest)).sort((x, y) => x - y);
      const histogram = new Map([
        [0, 1],
        [longest, count],
      ]);
      never(
        histogramOption({
          measure: duration,
          unit: '件',
          histogram,
          median,
          p90,
          undated: 0,
          area: '全省',
          description: '',
        }),
        width,
      );
    }),
    { numRuns: 80 },
  );
});

test('points: no text prints over another', () => {
  const points = fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(fc.array(fc.tuple(points, points), { minLength: 1, maxLength: 12 }), widths, (pairs, width) => {
      const items = pairs.map(([got, lost], i) => ({
        target: `${i}`,
        name: '办理时长（中位数）',
        points: got,
        lost,
        undated: 0,
        unit: '件' as const,
      }));
      never(stackedPointsOption({ items, decimals: 2, description: '' }), width);
    }),
    { numRuns: 60 },
  );
});

test('map: names and numbers stay within their tiles', () => {
  fc.assert(
    fc.property(
      measures,
      fc.integer({ min: 540, max: 1400 }),
      fc.infiniteStream(rates),
      fc.infiniteStream(durations),
      (measure, width, r, d) => {
        const tiles = Array.from({ length: 100 }, (_, i) => ({
          ...((measure === share ? r : d).next().value as ReturnType<typeof figure>),
          code: `${i}`,
          name: '大柴旦行政委员会',
          short: '大柴旦',
          row: Math.floor(i / 10),
          column: i % 10,
          outlined: i % 3 === 0,
        }));
        never(tileMapOption({ measure, tiles, outline: '东部地区', areas: '县区', description: '' }), width);
      },
    ),
    { numRuns: 20 },
  );
});
