import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { submissionOf } from '../../../tests/support/submission';
import { quartersOf } from '../../domain/period';
import { lastYearOfAll, register } from '../../domain/register';
import { allQuarters, entryKey, rateEntries, registerGrid, stateCounts, unexpected } from './grid';

const sent = [
  submissionOf({ id: 1, unit: '632500', period: '2017Q1', ledger: 'complaints', receivedOn: '2017-04-20' }),
  submissionOf({ id: 2, unit: '632500', period: '2017Q2', ledger: 'complaints', receivedOn: '2017-07-20' }),
  submissionOf({ id: 3, unit: '632500', period: '2017H1', ledger: 'complaints', receivedOn: '2017-07-20' }),
  submissionOf({ id: 4, unit: 'customs', period: '2017Q1', ledger: 'complaints', receivedOn: '2017-04-05' }),
];
const entries = register(qinghai, sent, 2017, '2018-01-10');

test('a row for each unit of the group, a column for each quarter and ledger', () => {
  const grid = registerGrid(entries, 'prefectures', {}, quartersOf('2017'));
  expect(grid.rows).toHaveLength(8);
  expect(grid.columns.map((c) => [c.period, c.ledgers.length])).toEqual(
    ['2017Q1', '2017Q2', '2017Q3', '2017Q4'].map((p) => [p, 2]),
  );
  expect(grid.rows.every((row) => row.cells.length === 8)).toBe(true);
});

test('a state is looked for in the assessed quarters only, so that the cells found are those counted', () => {
  const q1 = quartersOf('2017Q1');
  const grid = registerGrid(entries, 'prefectures', { state: 'late' }, q1);
  expect(grid.rows.map((r) => r.unit.id)).toEqual(['632500']);
  expect(grid.rows[0]?.cells.filter((c) => c?.wanted).map((c) => c?.entry.period)).toEqual(['2017Q1']);
  expect(stateCounts(entries, q1).late).toBe(1);
});

test('what no entry expects is told apart; a half-year stands for its quarters', () => {
  expect(unexpected(entries, sent).map((s) => s.id)).toEqual([4]);
});

test('报送及时率 counts by the due day: the fourth quarter counts in the next year', () => {
  const year = rateEntries(entries, 'denominator', quartersOf('2017'), '2018-01-10').filter(
    (e) => e.unit.id === '632500',
  );
  expect(year.map((e) => [e.period, e.ledger])).toEqual([
    ['2017Q1', 'complaints'],
    ['2017Q1', 'penalties'],
    ['2017Q2', 'complaints'],
    ['2017Q2', 'penalties'],
    ['2017Q3', 'complaints'],
    ['2017Q3', 'penalties'],
  ]);
  expect(rateEntries(entries, 'numerator', quartersOf('2017'), '2018-01-10')).toEqual([]);
  const next = rateEntries(entries, 'missing', quartersOf('2018Q1'), '2018-01-10');
  expect([...new Set(next.map((e) => e.period))]).toEqual(['2017Q4']);
});

test('the entries of a figure stand out, whatever quarter they tell of', () => {
  const q2 = quartersOf('2017Q2');
  const among = new Set(rateEntries(entries, 'denominator', q2, '2018-01-10').map(entryKey));
  const grid = registerGrid(entries, 'prefectures', { unit: '632500', among }, q2);
  expect(grid.rows[0]?.cells.filter((c) => c?.wanted).map((c) => c?.entry.period)).toEqual(['2017Q1', '2017Q1']);
});

test('every quarter of the register', () => {
  expect(allQuarters(entries)).toEqual(quartersOf('2017'));
});

test('the list of every period goes on to the cut-off, past the year looked at; that of the period stays in it', () => {
  const asOf = '2018-05-31';
  const all = register(qinghai, [], lastYearOfAll(2017, asOf), asOf);
  const wanted = (quarters: number[]) =>
    (['prefectures', 'departments'] as const)
      .flatMap((group) => registerGrid(all, group, { state: 'unreported' }, quarters).rows)
      .flatMap((r) => r.cells)
      .filter((c) => c?.wanted).length;
  expect([wanted(allQuarters(all)), stateCounts(all, allQuarters(all)).unreported]).toEqual([160, 160]);
  expect([wanted(quartersOf('2017')), stateCounts(all, quartersOf('2017')).unreported]).toEqual([128, 128]);
});
