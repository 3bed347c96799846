import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { defaultCutOff, defaultInWords } from './defaultCutOff';
import type { Submission } from './submission';

const LATER = '2026-11-23';
const { profile, catalogue } = qinghai;
const sent = (period: string, more: Partial<Submission> = {}) =>
  ({ unit: '632200', ledger: 'complaints', period, withdrawnAt: null, ...more }) as Submission;

it.each([
  ['2017', '2018-01-10'],
  ['2017H1', '2017-07-10'],
  ['2017H2', '2018-01-10'],
  ['2017Q1', '2017-04-10'],
  ['2017Q3', '2017-10-10'],
  ['2017Q4', '2018-01-10'],
])('%s is cut off on %s, whatever was submitted', (period, day) => {
  for (const submissions of [[], [sent('2017Q1')], [sent('2017Q4'), sent('2026Q1')]]) {
    const found = defaultCutOff(qinghai, period, submissions, LATER);
    expect(found.day).toBe(day);
    expect(defaultInWords(found, period)).toBe('期末后第 10 日');
  }
});

it('follows the rule in force at the end of the period, as the days that are said of it', () => {
  const cutOff = [
    { from: null, daysAfterEnd: 10, source: '甲' },
    { from: '2020-01-01', daysAfterEnd: 20, source: '乙' },
  ];
  const of = (period: string) => defaultCutOff({ profile: { ...profile, cutOff }, catalogue }, period, [], LATER);
  expect(['2019Q4', '2020Q1'].map((period) => of(period).days)).toEqual([10, 20]);
  expect(of('2020Q1').day).toBe('2020-04-20');
});

it.each<[string, string, Submission[], string, string]>([
  [
    'the last quarter that was sent',
    '2026',
    [sent('2026Q1'), sent('2026Q3'), sent('2026Q2')],
    '2026-10-10',
    '已报送至 2026-09-30，其后第 10 日',
  ],
  [
    'a withdrawn one tells nothing',
    '2026',
    [sent('2026Q1'), sent('2026Q3', { withdrawnAt: '2026-10-02' })],
    '2026-04-10',
    '已报送至 2026-03-31，其后第 10 日',
  ],
  ['one of the year before', '2026', [sent('2025Q4')], '2026-01-10', '已报送至 2025-12-31，其后第 10 日'],
  ['its own where all was sent', '2026', [sent('2026Q4')], '2027-01-10', '期末后第 10 日'],
  ['its own where nothing was sent', '2026', [], '2027-01-10', '期末后第 10 日'],
  ['a half-year that is over', '2026H1', [sent('2026Q1')], '2026-07-10', '期末后第 10 日'],
])('a period that is not over is cut off by %s', (_, period, submissions, day, words) => {
  const found = defaultCutOff(qinghai, period, submissions, LATER);
  expect(found.day).toBe(day);
  expect(defaultInWords(found, period)).toBe(words);
});

it('a register of the whole year does not say that its cases are known', () => {
  const register = { ...catalogue.ledger('complaints'), id: 'shops', firstDate: [] };
  const ledger = (id: string) => (id === 'shops' ? register : catalogue.ledger(id));
  const office = { profile, catalogue: Object.assign(Object.create(catalogue), { ledger }) };
  const submissions = [sent('2026Q1'), sent('2026', { ledger: 'shops' })];
  expect(defaultCutOff(office, '2026', submissions, LATER).day).toBe('2026-04-10');
});
