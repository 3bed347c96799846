import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { Tabulation } from '../../domain/cells';
import { quartersOf } from '../../domain/period';
import { lastYearOfAll, register } from '../../domain/register';
import type { Submission } from '../../domain/submission';
import { type AttentionRow, attentionRows } from './attention';

const office = qinghai;
const [q1, q2] = quartersOf('2017H1') as [number, number];

const cell = (indicator: 'open_overdue' | 'disclosure_rate', quarter: number, place: string, numerator: number) => ({
  indicator,
  quarter,
  place,
  department: 'aic',
  numerator,
  denominator: 10,
});
const table = new Tabulation(
  {
    cells: [
      cell('open_overdue', q1, '630102', 3),
      cell('open_overdue', q2, '630102', 1),
      cell('open_overdue', q1, '630000', 2),
      cell('disclosure_rate', q1, '630202', 7),
    ],
    durations: [],
    undated: [],
  },
  office.regions,
  office.profile.zones,
);

const sent = (receivedOn: string): Submission => ({
  id: 1,
  unit: '630100',
  period: '2017Q1',
  ledger: 'complaints',
  file: 'a.csv',
  sha256: '',
  bytes: 1,
  encoding: 'utf-8',
  version: 1,
  receivedOn,
  takenInAt: '',
  rowsRead: 1,
  rowsAccepted: 1,
  rowsRejected: 0,
  withdrawnAt: null,
});
const rows = (quarters: number[], submissions: Submission[] = [], asOf = '2017-05-31') =>
  attentionRows(office, table, register(office, submissions, 2017, asOf), quarters);
const row = (name: string, of: ReturnType<typeof rows>) => of.find((r) => r.name === name);

test('the province counts 省本级 too, a prefecture only its own', () => {
  const q = rows([q1]);
  expect(row('全省', q)).toMatchObject({
    cases: { open_overdue: { now: 6, period: 5 }, disclosure_rate: { now: 3, period: 3 } },
  });
  expect(row('西宁市', q)).toMatchObject({
    cases: { open_overdue: { now: 4, period: 3 }, disclosure_rate: { now: 0, period: 0 } },
  });
  expect(row('省本级', q)).toMatchObject({
    cases: { open_overdue: { now: 2, period: 2 } },
    unreported: null,
  });
});

test('now is every period up to the cut-off, whatever period is looked at', () => {
  for (const quarters of [[q1], [q2], [q1, q2]]) expect(row('全省', rows(quarters))?.cases?.open_overdue?.now).toBe(6);
  expect(row('西宁市', rows([q1, q2]))?.cases?.open_overdue?.period).toBe(4);
});

test('a late submission is late, its missing sister is unreported, quarters not yet due are neither', () => {
  expect(row('西宁市', rows([q1, q2], [sent('2017-04-20')]))).toMatchObject({
    unreported: { now: 1, period: 1 },
    late: { now: 1, period: 1 },
  });
});

test('a submission by the due date needs no attention', () => {
  expect(row('西宁市', rows([q1], [sent('2017-04-05')]))).toMatchObject({
    unreported: { now: 1, period: 1 },
    late: { now: 0, period: 0 },
  });
});

test('an earlier period that is still missing is missing now, and no part of the period', () => {
  expect(row('西宁市', rows([q2], [], '2017-07-31'))?.unreported).toEqual({ now: 4, period: 2 });
});

test('now goes on to the cut-off, whatever year is looked at', () => {
  const asOf = '2018-05-31';
  const of = (year: number) =>
    attentionRows(office, table, register(office, [], lastYearOfAll(year, asOf), asOf), quartersOf(`${year}`));
  // 16 units × 2 ledgers × 2017Q1 to 2018Q1, which was due on 2018-04-10.
  expect(row('全省', of(2017))?.unreported).toEqual({ now: 160, period: 128 });
  expect(row('全省', of(2018))?.unreported).toEqual({ now: 160, period: 32 });
});

test('what is listed adds up to the province', () => {
  const [province, ...others] = rows([q1]);
  const shares = [
    (r?: AttentionRow) => r?.cases?.open_overdue,
    (r?: AttentionRow) => r?.cases?.disclosure_rate,
    (r?: AttentionRow) => r?.unreported,
    (r?: AttentionRow) => r?.late,
  ];
  for (const share of shares)
    for (const of of ['now', 'period'] as const)
      expect(others.reduce((n, r) => n + (share(r)?.[of] ?? 0), 0)).toBe(share(province)?.[of]);
});
