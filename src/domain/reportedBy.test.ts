import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { type AreaLevel, type Cell, Tabulation } from './cells';
import { type Quarter, quartersOf } from './period';
import { reportedBy } from './reportedBy';

const [q1, q2] = quartersOf('2017H1') as [Quarter, Quarter];
const XINING = '630100';
const HAINAN = '632500';
const GONGHE = '632521';
const OF = 'closure_on_time';

/** 西宁 has reported complaints of both quarters, 海南 of the second. */
const reported = reportedBy(qinghai, [
  submissionOf({ unit: XINING, period: '2017H1', ledger: 'complaints' }),
  submissionOf({ id: 2, unit: HAINAN, period: '2017Q2', ledger: 'complaints' }),
]);

describe('who has reported', () => {
  it.each<[string, AreaLevel | 'own', string, string, Quarter[] | null, boolean]>([
    ['a prefecture, of its own quarter', 'prefecture', HAINAN, OF, [q2], true],
    ['a prefecture, of another quarter', 'prefecture', HAINAN, OF, [q1], false],
    ['a prefecture, of any of several quarters', 'prefecture', HAINAN, OF, [q1, q2], true],
    ['a prefecture, ever', 'prefecture', HAINAN, OF, null, true],
    ['a prefecture that has not', 'prefecture', '632600', OF, [q1, q2], false],
    ['another ledger', 'prefecture', XINING, 'disclosure_rate', [q1], false],
    ['a county, by its prefecture', 'county', GONGHE, OF, [q2], true],
    ['a county, where its prefecture has not', 'county', GONGHE, OF, [q1], false],
    ['市州本级, by the prefecture', 'own', HAINAN, OF, [q2], true],
    ['省本级, which only departments report on', 'own', '630000', OF, [q1], false],
    ['the whole, by anybody', 'province', '630000', OF, [q1], true],
    ['a department, by anybody', 'department', 'aic', OF, [q1], true],
    ['a zone, by one of its members', 'zone', 'east', OF, [q1], true],
    ['a zone of which no member has', 'zone', 'qaidam', OF, [q1], false],
    ['submissions, which count what did not come', 'prefecture', '632600', 'submission_on_time', [q1], true],
  ])('%s', (_, level, id, indicator, quarters, expected) => {
    expect(reported(level, id, indicator, quarters)).toBe(expected);
  });

  it('a department reports on 省本级', () => {
    const byDepartment = reportedBy(qinghai, [submissionOf({ unit: 'aic', period: '2017Q1', ledger: 'complaints' })]);
    expect(byDepartment('own', '630000', OF, [q1])).toBe(true);
    expect(byDepartment('prefecture', XINING, OF, [q1])).toBe(false);
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
    expect(table.counts('prefecture', '632600', OF, [q1])).toEqual({ numerator: 1, denominator: 1, undated: 0 });
  });
});
