import { describe, expect, it } from 'vitest';
import { toyFiles } from '../../tests/oracle/toyCatalogue';
import { qinghai, xiamen } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { readCatalogue } from './catalogue/readCatalogue';
import { type AreaLevel, type Cell, type Reported, Tabulation, type Told } from './cells';
import { partlyText } from './display';
import { officeOf } from './office';
import { type Quarter, quartersOf } from './period';
import { reportedBy } from './reportedBy';

const [q1, q2] = quartersOf('2017H1') as [Quarter, Quarter];
const XINING = '630100';
const HAINAN = '632500';
const GONGHE = '632521';
const OF = 'closure_on_time';

/** 西宁 has reported complaints of both quarters, 海南 of the second. */
const reported = reportedBy(
  qinghai,
  [
    submissionOf({ unit: XINING, period: '2017H1', ledger: 'complaints' }),
    submissionOf({ id: 2, unit: HAINAN, period: '2017Q2', ledger: 'complaints' }),
  ],
  '2018-01-10',
);

describe('who has reported', () => {
  it.each<[string, AreaLevel | 'own', string, string, Quarter[] | null, Told['untold']]>([
    ['a prefecture, of its own quarter', 'prefecture', HAINAN, OF, [q2], undefined],
    ['a prefecture, of another quarter', 'prefecture', HAINAN, OF, [q1], 'unreported'],
    ['a prefecture, of any of several quarters', 'prefecture', HAINAN, OF, [q1, q2], undefined],
    ['a prefecture, ever', 'prefecture', HAINAN, OF, null, undefined],
    ['a prefecture that has not', 'prefecture', '632600', OF, [q1, q2], 'unreported'],
    ['another ledger', 'prefecture', XINING, 'disclosure_rate', [q1], 'unreported'],
    ['a county, by its prefecture', 'county', GONGHE, OF, [q2], undefined],
    ['a county, where its prefecture has not', 'county', GONGHE, OF, [q1], 'unreported'],
    ['市州本级, by the prefecture', 'own', HAINAN, OF, [q2], undefined],
    ['省本级, which only departments report on', 'own', '630000', OF, [q1], 'unreported'],
    ['the whole, by anybody', 'province', '630000', OF, [q1], undefined],
    ['a department, by anybody', 'department', 'aic', OF, [q1], undefined],
    ['a zone, by one of its members', 'zone', 'east', OF, [q1], undefined],
    ['a zone of which no member has', 'zone', 'qaidam', OF, [q1], 'unreported'],
    ['submissions, which count what did not come', 'prefecture', '632600', 'submission_on_time', [q1], undefined],
  ])('%s', (_, level, id, indicator, quarters, expected) => {
    expect(reported(level, id, indicator, quarters).untold).toBe(expected);
  });

  it('a department reports on 省本级', () => {
    const byDepartment = reportedBy(
      qinghai,
      [submissionOf({ unit: 'aic', period: '2017Q1', ledger: 'complaints' })],
      '2018-01-10',
    );
    expect(byDepartment('own', '630000', OF, [q1]).untold).toBeUndefined();
    expect(byDepartment('prefecture', XINING, OF, [q1]).untold).toBe('unreported');
  });
});

describe('a ledger whose rows do not say where they stand', () => {
  const office = officeOf(qinghai.profile, readCatalogue(toyFiles()));
  const of = (unit: string, ledger: string) =>
    reportedBy(office, [submissionOf({ unit, period: '2017Q1', ledger })], '2017-04-30');
  const [whole, line, county] = ['wholes', 'by_line', 'by_county'];

  it.each<[string, string, string, Parameters<Reported>, Told['untold']]>([
    ['tells no county', XINING, whole, ['county', '630102', 'wholes_sum', [q1]], 'undivided'],
    ['tells no county, with departments', XINING, line, ['county', '630102', 'by_line_sum', [q1]], 'undivided'],
    ['tells counties, without departments', XINING, county, ['county', '630102', 'by_county_sum', [q1]], undefined],
    ['tells no zone of counties', XINING, whole, ['zone', 'east', 'wholes_sum', [q1]], 'undivided'],
    ['is of the place that sent it', XINING, whole, ['prefecture', XINING, 'wholes_sum', [q1]], undefined],
    ['is of no other', XINING, whole, ['prefecture', HAINAN, 'wholes_sum', [q1]], 'unreported'],
    ['is of the department that sent it', 'aic', whole, ['department', 'aic', 'wholes_sum', [q1]], undefined],
    ['is of no other department', 'aic', whole, ['department', 'fda', 'wholes_sum', [q1]], 'unreported'],
    ['is of any department that it names', XINING, line, ['department', 'fda', 'by_line_sum', [q1]], undefined],
    ['tells no part of a place', XINING, county, ['prefecture', XINING, 'by_county_sum', [q1], 'aic'], 'undivided'],
    ['tells parts by its column', XINING, line, ['prefecture', XINING, 'by_line_sum', [q1], 'aic'], undefined],
    ['is of a department in the whole', 'aic', whole, ['own', '630000', 'wholes_sum', [q1], 'aic'], undefined],
  ])('%s', (_, unit, ledger, asked, expected) => {
    expect(of(unit, ledger)(...asked).untold).toBe(expected);
  });
});

describe('a ledger that some groups of units owe', () => {
  const owedBy = (groups: string[]) =>
    officeOf(
      { ...qinghai.profile, reporting: qinghai.profile.reporting.map((r) => ({ ...r, groups })) },
      qinghai.catalogue,
    );
  const told = (groups: string[], ...units: string[]) =>
    reportedBy(
      owedBy(groups),
      units.map((unit, i) => submissionOf({ id: i + 1, unit, period: '2017Q1', ledger: 'complaints' })),
      '2018-01-10',
    );
  const [departments, prefectures] = [['departments'], ['prefectures']];

  it.each<[string, Reported, Parameters<Reported>, Told['untold']]>([
    ['a place that does not, by those that do', told(departments, 'aic'), ['prefecture', XINING, OF, [q1]], undefined],
    ['and where none has', told(departments), ['prefecture', XINING, OF, [q1]], 'unreported'],
    ['its county', told(departments, 'aic'), ['county', GONGHE, OF, [q1]], undefined],
    ['its 本级', told(departments, 'aic'), ['own', HAINAN, OF, [q1]], undefined],
    ['a zone', told(departments, 'aic'), ['zone', 'qaidam', OF, [q1]], undefined],
    ['省本级, which only departments report on', told(prefectures, XINING), ['own', '630000', OF, [q1]], 'undivided'],
    ['a place that does, by itself', told(prefectures, XINING), ['prefecture', HAINAN, OF, [q1]], 'unreported'],
    ['one that sent it without owing', told(departments, XINING), ['prefecture', XINING, OF, [q1]], undefined],
  ])('%s', (_, of, asked, expected) => {
    expect(of(...asked).untold).toBe(expected);
  });

  it('lacks nothing of a unit that does not', () => {
    expect(told(departments, 'aic')('prefecture', XINING, OF, [q1]).partly).toBeUndefined();
    expect(told(prefectures, 'aic')('prefecture', XINING, OF, [q1]).partly).toEqual({ sent: 0, due: 1 });
  });
});

describe('a department that others went on with', () => {
  // 工商 was there until the autumn of 2018, 市场监管 from then on.
  const { departments } = qinghai.profile.departments;
  const since = (id: string, from: string | null, to: string | null) =>
    departments.filter((d) => d.id === id).map((d) => ({ ...d, history: [{ ...d, reports: true, from, to }] }));
  const profile = {
    ...qinghai.profile,
    departments: {
      ...qinghai.profile.departments,
      departments: [...since('aic', null, '2018-11'), ...since('market', '2018-11', null)],
    },
  };
  const office = officeOf(profile, readCatalogue(toyFiles()));
  const sent = (...by: [unit: string, period: string][]) =>
    reportedBy(
      office,
      by.map(([unit, period], i) => submissionOf({ id: i + 1, unit, period, ledger: 'wholes' })),
      '2019-12-31',
    );

  it.each<[string, Reported, string, string, Told['untold']]>([
    ['has nothing to report once it has gone', sent(), 'aic', '2018Q4', undefined],
    ['owes what it was there for', sent(), 'aic', '2018Q3', 'unreported'],
    ['owes that whoever reported later', sent(['market', '2018Q4']), 'aic', '2018H2', 'unreported'],
    [
      'is not told apart from its heir, which has sent the half-year in which it went',
      sent(['market', '2018H2']),
      'aic',
      '2018H2',
      'undivided',
    ],
    ['owes the half-year before all the same', sent(['market', '2018H2']), 'aic', '2018', 'unreported'],
    ['has reported, where it has of a part', sent(['aic', '2018H1']), 'aic', '2018', undefined],
    ['has nothing to report before it comes', sent(['aic', '2018Q3']), 'market', '2018Q3', undefined],
    ['owes what it came for', sent(['aic', '2018Q3']), 'market', '2018', 'unreported'],
  ])('%s', (_, told, unit, period, expected) => {
    const quarters = quartersOf(period);
    expect(told('department', unit, 'wholes_sum', quarters).untold).toBe(expected);
    expect(told('own', '630000', 'wholes_sum', quarters, unit).untold).toBe(expected);
  });

  it('does not report for the whole by having gone', () => {
    const told = sent(['aic', '2018Q3']);
    expect(told('province', '630000', 'wholes_sum', quartersOf('2018Q4')).untold).toBe('unreported');
  });
});

describe('a unit that has sent part of what was due', () => {
  const SIMING = '350203';
  const [h1, h2] = [quartersOf('2016H1'), quartersOf('2016H2')];
  const year = [...h1, ...h2];
  const of = (asOf: string, ...periods: string[]) =>
    reportedBy(
      xiamen,
      periods.map((period, i) => submissionOf({ id: i + 1, unit: SIMING, period, ledger: 'penalties' })),
      asOf,
    );
  const LATER = '2017-03-01';

  it.each<[string, ReturnType<typeof reportedBy>, Parameters<Reported>, Told['partly']]>([
    ['half a year of two', of(LATER, '2016H1'), ['prefecture', SIMING, 'fine_total', year], { sent: 2, due: 4 }],
    ['both', of(LATER, '2016H1', '2016H2'), ['prefecture', SIMING, 'fine_total', year], undefined],
    ['the half that is asked for', of(LATER, '2016H1'), ['prefecture', SIMING, 'fine_total', h1], undefined],
    ['what was due so far', of('2016-08-31', '2016H1'), ['prefecture', SIMING, 'fine_total', year], undefined],
    ['what was not due yet', of('2016-12-31', '2016H1', '2016Q3'), ['prefecture', SIMING, 'fine_total', h2], undefined],
    ['a quarter of a half-year', of(LATER, '2016Q3'), ['prefecture', SIMING, 'fine_total', h2], { sent: 1, due: 2 }],
    ['nothing, of which others hold cases', of(LATER), ['prefecture', SIMING, 'fine_total', h1], { sent: 0, due: 2 }],
    ['as a part of the whole', of(LATER, '2016H1'), ['province', '350200', 'fine_total', year], undefined],
    ['of whatever period', of(LATER, '2016H1'), ['prefecture', SIMING, 'fine_total', null], undefined],
  ])('%s', (_, told, asked, expected) => {
    expect(told(...asked).partly).toEqual(expected);
  });

  it.each<[string, object, Told['partly'], Told['untold']]>([
    ['lacks nothing of what was lost here', { unreadable: true }, undefined, 'unreadable'],
    ['lacks what was withdrawn', { unreadable: true, withdrawnAt: '2017-02-01' }, { sent: 2, due: 4 }, 'unreported'],
  ])('%s', (_, state, expected, untold) => {
    const sent = { unit: SIMING, ledger: 'penalties' };
    const told = reportedBy(
      xiamen,
      [submissionOf({ ...sent, period: '2016H1' }), submissionOf({ ...sent, id: 2, period: '2016H2', ...state })],
      LATER,
    );
    expect(told('prefecture', SIMING, 'fine_total', year).partly).toEqual(expected);
    expect(told('prefecture', SIMING, 'fine_total', h2).untold).toBe(untold);
    expect(told('province', '350200', 'fine_total', h2).untold).toBe(untold);
    expect(told('prefecture', '350205', 'fine_total', h2).untold).toBe('unreported');
    // What else came is counted.
    expect(told('prefecture', SIMING, 'fine_total', year).untold).toBeUndefined();
  });

  it('has counts that say so, without another number', () => {
    const quarter = h1[0] as Quarter;
    const fines = (amount: number): Cell => ({
      ...{ indicator: 'fine_total', quarter, place: SIMING, department: 'aic' },
      ...{ numerator: 1, denominator: 1, amounts: [amount] },
    });
    const { regions, profile } = xiamen;
    const told = new Tabulation(
      { cells: [fines(500)], durations: [], undated: [] },
      regions,
      profile.zones,
      undefined,
      of(LATER, '2016H1'),
    );
    const whole = { numerator: 1, denominator: 1, undated: 0, amounts: [500] };
    expect(told.counts('prefecture', SIMING, 'fine_total', year)).toEqual({ ...whole, partly: { sent: 2, due: 4 } });
    expect(told.counts('prefecture', SIMING, 'fine_total', h1)).toEqual(whole);
    expect(partlyText({ sent: 2, due: 4 })).toBe('仅报送 2/4 季度');
  });
});

describe('the counts of an area', () => {
  const cell = (place: string): Cell => ({
    indicator: OF,
    quarter: q1,
    place,
    department: 'aic',
    numerator: 1,
    denominator: 1,
  });
  const table = new Tabulation(
    { cells: [cell('632621')], durations: [], undated: [] },
    qinghai.regions,
    qinghai.profile.zones,
    undefined,
    reported,
  );

  it('say that nobody has reported, where there is no case either', () => {
    expect(table.counts('prefecture', HAINAN, OF, [q1]).unreported).toBe(true);
    expect(table.own(HAINAN, OF, [q1]).unreported).toBe(true);
  });

  it('are a zero of those who have', () => {
    expect(table.counts('prefecture', HAINAN, OF, [q2])).toEqual({ numerator: 0, denominator: 0, undated: 0 });
  });

  it('are those of another unit’s file, where that holds a case', () => {
    expect(table.counts('prefecture', '632600', OF, [q1])).toEqual({
      ...{ numerator: 1, denominator: 1, undated: 0 },
      partly: { sent: 0, due: 1 },
    });
  });
});
