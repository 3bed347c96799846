import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { type Cell, type DurationCell, Tabulation, type UndatedCell } from '../domain/cells';
import { officeIn } from '../domain/officeIn';
import { reportedBy } from '../domain/reportedBy';
import type { Scheme, SchemeItem } from '../domain/scheme';
import { effectiveSubmissions } from '../domain/submission';
import { areasOf, assess, figure, scoreSheet } from './assess';

const Q1 = 2017 * 4;
const cell = (place: string, numerator: number, denominator: number, more: Partial<Cell> = {}): Cell => ({
  indicator: 'closure_on_time',
  quarter: Q1,
  place,
  department: 'aic',
  numerator,
  denominator,
  ...more,
});
const item = (id: SchemeItem['indicator'], weight: number, more: Partial<SchemeItem> = {}): SchemeItem => ({
  id,
  indicator: id,
  weight,
  rule: { type: 'proportional' },
  noCase: 'shareOut',
  basis: '',
  ...more,
});
const schemeOf = (items: SchemeItem[], full = 100): Scheme => ({
  id: 'test',
  name: 'test',
  sample: true,
  caution: '',
  full,
  decimals: 2,
  smallN: { below: 5, basis: 'test' },
  grades: [
    { name: '优秀', atLeast: full * 0.9 },
    { name: '合格', atLeast: 0 },
  ],
  groups: { prefectures: items, departments: items },
});
const everyPrefecture = qinghai.regions.prefectures.map((p, i) => submissionOf({ id: i + 1, unit: p.code }));

const run = (
  cells: Cell[],
  scheme: Scheme,
  more: {
    period?: string;
    submissions?: ReturnType<typeof submissionOf>[];
    durations?: DurationCell[];
    undated?: UndatedCell[];
  } = {},
) =>
  assess({
    office: qinghai,
    scheme,
    period: more.period ?? '2017Q1',
    asOf: '2018-01-10',
    table: new Tabulation(
      { cells, durations: more.durations ?? [], undated: more.undated ?? [] },
      qinghai.regions,
      qinghai.profile.zones,
    ),
    submissions: more.submissions ?? everyPrefecture,
  });

const ranked = (a: ReturnType<typeof run>, group = 'prefectures') =>
  a.ranking.filter((r) => r.group === group).map((r) => [r.id, r.score, r.rank, r.grade, r.note]);

describe('areasOf', () => {
  it('lists the province, 8 prefectures, 46 counties, 16 departments and 7 zones', () => {
    const levels = areasOf(qinghai).map((a) => a.level);
    const n = (level: string) => levels.filter((l) => l === level).length;
    expect(['province', 'prefecture', 'county', 'department', 'zone'].map(n)).toEqual([1, 8, 46, 16, 7]);
  });
});

describe('figure', () => {
  const area = { level: 'prefecture', id: '630100', name: '西宁市' } as const;

  it('gives a rate its interval', () => {
    expect(
      figure(catalogue.indicator('closure_on_time'), area, '2017', { numerator: 81, denominator: 263, undated: 0 }),
    ).toMatchObject({
      numerator: 81,
      denominator: 263,
      value: 81 / 263,
      low: expect.closeTo(0.2553, 4),
      high: expect.closeTo(0.3662, 4),
      median: null,
      p90: null,
    });
  });

  it('is 无案件 for 0/0, neither 0 % nor 100 %', () => {
    for (const id of ['closure_on_time', 'handling_days'] as const)
      expect(figure(catalogue.indicator(id), area, '2017', { numerator: 0, denominator: 0, undated: 0 })).toMatchObject(
        {
          value: null,
          low: null,
          high: null,
          median: null,
          p90: null,
          denominator: 0,
        },
      );
  });

  it('gives a duration median and 90th percentile, and no numerator', () => {
    const histogram = new Map([
      [1, 1],
      [2, 2],
      [10, 1],
    ]);
    expect(
      figure(catalogue.indicator('handling_days'), area, '2017', {
        numerator: 0,
        denominator: 4,
        undated: 0,
        histogram,
      }),
    ).toMatchObject({
      numerator: null,
      denominator: 4,
      value: 2,
      median: 2,
      p90: expect.closeTo(7.6, 9),
      low: null,
    });
  });
});

describe('assess', () => {
  it('has every area, indicator and quarter of the period, and the period itself', () => {
    const { indicators } = run([], schemeOf([item('closure_on_time', 100)]), { period: '2017H1' });
    expect(indicators).toHaveLength(
      (1 + 8 + 46 + 16 + 7) * 3 * officeIn(qinghai, '2017H1').catalogue.indicators.length,
    );
    expect([...new Set(indicators.map((i) => i.period))]).toEqual(['2017Q1', '2017Q2', '2017H1']);
    const quarter = run([], schemeOf([item('closure_on_time', 100)]), { period: '2017Q2' });
    expect([...new Set(quarter.indicators.map((i) => i.period))]).toEqual(['2017Q2']);
  });

  it('pools counts over counties and quarters: no mean of rates', () => {
    const cells = [cell('630102', 1, 1), cell('630103', 0, 9), cell('630102', 5, 10, { quarter: Q1 + 3 })];
    const year = run(cells, schemeOf([item('closure_on_time', 100)]), { period: '2017' });
    const of = (period: string) =>
      year.indicators.find((i) => i.id === '630100' && i.indicator === 'closure_on_time' && i.period === period);
    expect(of('2017')).toMatchObject({ numerator: 6, denominator: 20, value: 0.3 });
    expect(of('2017Q1')).toMatchObject({ numerator: 1, denominator: 10, value: 0.1 });
    expect(of('2017Q2')).toMatchObject({ denominator: 0, value: null });
    const [line] = scoreSheet(year, 'prefectures', '630100');
    expect(line).toMatchObject({ figure: of('2017'), score: { points: 30, full: 100 }, lost: 70 });
  });

  it('says of every item what it cost, to the decimals of the scheme, in its order', () => {
    const items = [item('closure_on_time', 33.4), item('acceptance_on_time', 33.3), item('satisfaction', 33.3)];
    const cells = [cell('630102', 2, 3), cell('630102', 1, 3, { indicator: 'acceptance_on_time' })];
    const sheet = scoreSheet(run(cells, schemeOf(items)), 'prefectures', '630100');
    expect(sheet.map((l) => [l.item.id, l.figure.denominator, l.score.full, l.score.points, l.lost])).toEqual([
      ['closure_on_time', 3, 50.07, 33.38, 16.69],
      ['acceptance_on_time', 3, 49.93, 16.64, 33.29],
      ['satisfaction', 0, 0, null, 0],
    ]);
  });

  it('ranks prefectures and departments apart, ties together, the unassessed last', () => {
    const cells = [
      cell('630102', 9, 10),
      cell('630202', 19, 20, { department: 'fda' }),
      cell('632221', 9, 10, { department: 'fda' }),
      cell('632321', 5, 10),
    ];
    const result = run(cells, schemeOf([item('closure_on_time', 100)]));
    const none = (id: string) => [id, null, null, null, '无案件，不参评'];
    expect(ranked(result)).toEqual([
      ['630200', 95, 1, '优秀', ''],
      ['630100', 90, 2, '优秀', ''],
      ['632200', 90, 2, '优秀', ''],
      ['632300', 50, 4, '合格', ''],
      none('632500'),
      none('632600'),
      none('632700'),
      none('632800'),
    ]);
    expect(ranked(result, 'departments').slice(0, 3)).toEqual([
      ['fda', 93.33, 1, '优秀', ''],
      ['aic', 70, 2, '合格', ''],
      none('market'),
    ]);
    expect(scoreSheet(result, 'prefectures', '632500')).toEqual([]);
  });

  it('does not take an unreported prefecture for a bad one, whatever others report of it', () => {
    const scheme = schemeOf([item('closure_on_time', 100)]);
    const result = run([cell('630102', 0, 10), cell('630202', 1, 10)], scheme, {
      submissions: [
        submissionOf({ unit: '630200', period: '2017H1' }),
        submissionOf({ unit: '630100', period: '2017Q2' }),
      ],
    });
    expect(ranked(result)[0]).toEqual(['630200', 10, 1, '合格', '']);
    expect(ranked(result)).toContainEqual(['630100', null, null, null, '未报送，不参评']);
  });

  it('does not assess on punctuality alone', () => {
    const scheme = schemeOf([item('closure_on_time', 50), item('submission_on_time', 50)]);
    const result = run([cell('630100', 2, 2, { indicator: 'submission_on_time', department: '' })], scheme);
    expect(ranked(result)).toContainEqual(['630100', null, null, null, '无案件，不参评']);
  });

  it('scores working days by their median', () => {
    const scheme = schemeOf([item('handling_days', 100, { rule: { type: 'linear', floor: 40, full: 10 } })]);
    const durations = [5, 25, 25, 30].map((days) => ({
      indicator: 'handling_days' as const,
      quarter: Q1,
      place: '630102',
      department: 'aic',
      days: [days],
      counts: [1],
    }));
    expect(ranked(run([], scheme, { durations }))[0]).toEqual(['630100', 50, 1, '合格', '']);
  });

  it('keeps to a full score other than 100', () => {
    const scheme = schemeOf([item('closure_on_time', 76)], 76);
    expect(ranked(run([cell('630102', 1, 2)], scheme))[0]).toEqual(['630100', 38, 1, '合格', '']);
  });

  it('never rounds a score up to full: a missed case shows beside a perfect unit', () => {
    // 10 points shared out over 90: full marks of 11.12 and 11.11, of which 1 in 2000 is less than a rounding step.
    const ids = catalogue.indicators
      .map((i) => i.id)
      .filter((id) => id !== 'handling_days')
      .slice(0, 10);
    const scheme = schemeOf(ids.map((id) => item(id, 10)));
    const perfect = ids.slice(1).map((id) => cell('630102', 2000, 2000, { indicator: id }));
    const missed = ids.slice(1).map((id, i) => cell('630202', i === 0 ? 1999 : 2000, 2000, { indicator: id }));
    const [first, second] = ranked(run([...perfect, ...missed], scheme));
    expect(first).toEqual(['630100', 100, 1, '优秀', '']);
    expect(second).toEqual(['630200', 99.99, 2, '优秀', '']);
  });

  it('adds item points without binary dust', () => {
    const scheme = schemeOf([item('closure_on_time', 10), item('feedback_rate', 20), item('satisfaction', 70)]);
    const cells = (['closure_on_time', 'feedback_rate', 'satisfaction'] as const).map((indicator) =>
      cell('630102', 1, 3, { indicator }),
    );
    expect(ranked(run(cells, scheme))[0]?.[1]).toBe(33.33);
  });

  it('changes nothing that it was given, and answers the same twice', () => {
    const cells = [cell('630102', 9, 10)];
    const scheme = schemeOf([item('closure_on_time', 100)]);
    const before = JSON.stringify([cells, scheme]);
    expect(run(cells, scheme)).toEqual(run(cells, scheme));
    expect(JSON.stringify([cells, scheme])).toBe(before);
  });
});

it('a unit whose files are damaged on this computer is not told as one that has sent nothing', () => {
  const [first, ...others] = everyPrefecture;
  const submissions = [{ ...(first as (typeof everyPrefecture)[number]), unreadable: true as const }, ...others];
  const damaged = submissions.map((s) => ({ ...s, ledger: 'complaints', period: '2017Q1' }));
  const reported = reportedBy(qinghai, damaged.slice(0, 2), '2018-01-10');
  const table = new Tabulation(
    { cells: [cell('630121', 0, 0)], durations: [], undated: [] },
    qinghai.regions,
    qinghai.profile.zones,
    undefined,
    reported,
  );
  const { ranking } = assess({
    ...{ office: qinghai, scheme: schemeOf([item('closure_on_time', 100)]), period: '2017Q1', asOf: '2018-01-10' },
    ...{ table, submissions: effectiveSubmissions(damaged.slice(0, 2)) },
  });
  const notes = new Map(ranking.map((r) => [r.id, r.note]));
  const [lost, sent, silent] = qinghai.regions.prefectures.map((p) => notes.get(p.code));
  expect([lost, sent, silent]).toEqual(['报送的文件不能读入，不参评', '无案件，不参评', '未报送，不参评']);
});

it('a year before anything was collected is assessed of nobody', () => {
  const { ranking, sheets } = run([], officeIn(qinghai, '2016').scheme, { period: '2016' });
  expect(new Set(ranking.map((r) => r.note))).toEqual(new Set(['未报送，不参评', '无案件，不参评']));
  expect(sheets).toEqual([]);
});
