import { expect, it } from 'vitest';
import { toyFiles } from '../../../tests/oracle/toyCatalogue';
import { measureOf } from '../measures';
import { readCatalogue } from './readCatalogue';

/** The toy's indicators with one changed. */
// biome-ignore lint/suspicious/noExplicitAny: a test breaks what has no type
const changed = (id: string, change: (indicator: any) => void) => {
  const files = structuredClone(toyFiles());
  change((files.indicators.toy as { id: string }[]).find((i) => i.id === id));
  return () => readCatalogue(files);
};

// biome-ignore lint/suspicious/noExplicitAny: as above
it.each<[string, string, (i: any) => void, RegExp]>([
  [
    'an amount of another unit',
    'fines',
    (i) => {
      i.amount.unit = '万元';
    },
    /amount：fine 以元计、保留 2 位小数/,
  ],
  [
    'an amount of other decimals',
    'weights',
    (i) => {
      i.amount.decimals = 2;
    },
    /amount：weight 以千克计、保留 3 位小数/,
  ],
  [
    'decimals of a whole number',
    'stalls',
    (i) => {
      i.amount.decimals = 2;
    },
    /amount.decimals：stalls 是整数/,
  ],
  [
    'a sum of texts',
    'fines',
    (i) => {
      i.amount.field = 'shop';
    },
    /amount.field：没有可相加的字段 shop/,
  ],
  [
    'an unknown subject',
    'found',
    (i) => {
      i.subject = 'fine';
    },
    /subject：没有编号或文字字段 fine/,
  ],
  [
    'a link to no ledger',
    'to_case',
    (i) => {
      i.numerator[0].linked = 'gone';
    },
    /numerator.0.linked：没有台账 gone/,
  ],
  [
    'a link by no field',
    'to_case',
    (i) => {
      i.numerator[0].by = 'fine';
    },
    /numerator.0.by/,
  ],
  [
    'a condition that the other ledger does not hold',
    'to_case',
    (i) => {
      i.numerator[0].where = [{ flag: 'bad' }];
    },
    /numerator.0.where.0.flag：没有标记 bad/,
  ],
  [
    'a subject of no field',
    'again',
    (i) => {
      i.numerator[0].per = 'gone';
    },
    /numerator.0.per/,
  ],
  [
    'a year of no event',
    'again',
    (i) => {
      i.numerator[0].inYear = 'shop';
    },
    /numerator.0.inYear/,
  ],
  [
    'once or more',
    'again',
    (i) => {
      i.numerator[0].atLeast = 1;
    },
    /numerator.0/,
  ],
  [
    'a share above the whole as a target',
    'to_case',
    (i) => {
      i.target = { value: 95, source: '文件' };
    },
    /target.value：比率须写成/,
  ],
  [
    'a target of volume',
    'fines',
    (i) => {
      i.target = { value: 95, source: '文件' };
    },
    /target：不分优劣/,
  ],
])('refuses %s', (_, id, change, said) => {
  expect(changed(id, change)).toThrow(said);
});

it('takes the direction that an indicator says over that of its measure', () => {
  const catalogue = changed('fines', (i) => {
    i.better = 'lower';
  })();
  const of = (id: string) => measureOf(catalogue.indicator(id));
  expect([of('fines').better, of('weights').better, of('again').better, of('to_case').better]).toEqual([
    'lower',
    null,
    'lower',
    'higher',
  ]);
  expect([of('fines').scored.fits, of('weights').scored.fits]).toEqual([['linear', 'steps', 'passFail'], []]);
});

it.each([
  ['fines', 1_234_567.8, '1,234,567.80', '123.46 万元', 1_234_567.8],
  ['fines', 0.05, '0.05', '0.05 元', 0.05],
  ['weights', 123_456_789.5, '123,456,789.500', '1.23 亿千克', 123_456_789.5],
  ['checked', 12, '12', '12 户次', 12],
  ['found', 0.99999, '99.99%', '99.99%', 0.9999],
])('%s: %d is exact in tables and said by its size', (id, value, text, said, printed) => {
  const measure = measureOf(readCatalogue(toyFiles()).indicator(id));
  expect([measure.text(value), measure.said(value)]).toEqual([text, said]);
  expect(measure.printed(value)).toBeCloseTo(printed, 10);
});

it('no case is a zero of a count and a total, and no figure of a ratio or a coverage', () => {
  const catalogue = readCatalogue(toyFiles());
  const none = { numerator: 0, denominator: 0, undated: 0 };
  const of = (id: string) => measureOf(catalogue.indicator(id)).of(none).value;
  expect(['checked', 'fines', 'fine_by_weight', 'items_each', 'found'].map(of)).toEqual([0, 0, null, null, null]);
});
