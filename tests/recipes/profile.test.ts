import { expect, it } from 'vitest';
import { figureOf, ToyFolder } from './toyProfile';

const folder = new ToyFolder();

const PLACES = [
  { code: '110101', name: '甲区', short: '甲', aliases: [], tile: { row: 0, column: 0 } },
  { code: '110102', name: '乙区', short: '乙', aliases: [], tile: { row: 0, column: 1 } },
];
const item = (weight: number, rule: object, indicator: string) => ({
  id: indicator,
  indicator,
  weight,
  rule,
  noCase: 'shareOut',
  basis: '试写',
});
const rule = (id: string, step: string, value: number, unit: string) => ({
  id,
  step,
  kind: null,
  department: null,
  channel: null,
  from: null,
  to: null,
  limit: { value, unit },
  source: '试写',
  note: '',
  confidence: '试写',
});

/** A city of two districts and one bureau that reports nothing: all that a profile must say, and no more. */
const PROFILE: Record<string, unknown> = {
  catalogue: { ledgers: ['penalties'], indicators: ['disclosure_rate', 'platform_entry', 'submission_on_time'] },
  profile: {
    id: 'toy-2017',
    name: '试点市',
    office: '试点市双打办',
    year: 2017,
    reporting: [{ ledger: 'penalties', every: 'quarter', from: '2017Q1', to: null, grace: 0, source: '试写' }],
    cutOff: [{ from: null, daysAfterEnd: 10, source: '试写' }],
    papers: { assessment: '考核', source: '测试' },
    localHolidays: [],
    note: '',
  },
  regions: {
    referenceMonth: '2017-09',
    source: '试写',
    note: '',
    province: { code: '110000', name: '试点市', short: '试点', aliases: [] },
    prefectures: PLACES,
    counties: [],
  },
  units: {
    levels: {
      province: { name: '市', whole: '全市', own: '市本级', departments: '市直部门' },
      prefecture: { name: '区', own: '区本级' },
      county: null,
    },
    groups: [{ id: 'districts', name: '区', one: '区', units: 'regions' }],
    affixes: { before: ['市'], behind: ['局'] },
  },
  zones: { version: '无', referenceMonth: '2017-09', basis: '试写', caution: '', zones: [] },
  departments: {
    note: '',
    referenceMonth: '2017-09',
    departments: [{ id: 'market', name: '工商', office: '市工商局', aliases: ['工商局'], reports: false }],
    channels: [],
    channelNote: '',
  },
  deadlines: {
    note: '',
    rules: [
      rule('disclosure', 'disclosure', 20, 'working_days'),
      rule('submission', 'submission', 10, 'calendar_days'),
    ],
  },
  taxonomies: {
    note: '',
    taxonomies: [
      { id: 'fields', name: '重点领域', lists: [] },
      { id: 'goods', name: '商品类别', lists: [] },
    ],
  },
  scheme: {
    id: 'toy',
    name: '试写方案',
    sample: true,
    caution: '试写',
    full: 100,
    decimals: 1,
    grades: [
      { name: '好', atLeast: 50 },
      { name: '差', atLeast: 0 },
    ],
    groups: {
      districts: [
        item(60, { type: 'proportional' }, 'disclosure_rate'),
        item(40, { type: 'linear', floor: 0, full: 1 }, 'platform_entry'),
      ],
    },
  },
};

const HEAD = '案号,办案部门,县区,处罚决定日期,公示日期';

it('a profile of its own is nine files in a folder', async () => {
  for (const [file, content] of Object.entries(PROFILE)) folder.write(`profile/${file}.json`, content);
  const rows = (place: string, ...disclosed: string[]) =>
    [HEAD, ...disclosed.map((day, i) => `P-${i},工商,${place},2017-01-0${i + 4},${day}`), ''].join('\n');
  folder.write('files/2017Q1_甲区_行政处罚.csv', rows('甲区', '2017-01-10', '2017-01-11', '2017-01-12', '2017-01-13'));
  folder.write('files/2017Q1_乙区_行政处罚.csv', rows('乙区', '2017-01-10', '', '', ''));
  const document = await folder.assessed('2017Q1');
  expect(document.profile).toBe('toy-2017');
  expect(document.problems).toEqual([]);
  expect(figureOf(document, '110101', 'disclosure_rate')).toEqual({ numerator: 4, denominator: 4, value: 1 });
  expect(figureOf(document, '110102', 'disclosure_rate')).toEqual({ numerator: 1, denominator: 4, value: 0.25 });
  // 60 × 1 and 60 × 0.25; nothing was entered into the platform.
  expect(document.ranking.map(({ rank, name, score, grade }) => [rank, name, score, grade])).toEqual([
    [1, '甲区', 60, '好'],
    [2, '乙区', 15, '差'],
  ]);
});

it.each(Object.keys(PROFILE))('without %s.json it is not read', async (file) => {
  folder.write(`profile/${file}.json`, '');
  await expect(folder.assessed('2017Q1')).rejects.toThrow(`${file}.json`);
  folder.write(`profile/${file}.json`, PROFILE[file]);
});
