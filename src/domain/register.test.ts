import { describe, expect, it } from 'vitest';
import { qinghai, xiamen } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { officeOf, reportingUnits } from './office';
import { officeIn } from './officeIn';
import { quarterPeriod } from './period';
import { lastYearOfAll, register, submissionCells, submissionDue, undatedSubmissions } from './register';
import type { Submission } from './submission';

const UNITS = reportingUnits(qinghai).length;
const UNITS_2026 = reportingUnits(officeIn(qinghai, '2026Q4')).length;

/** The entry of 西宁's complaints of the first quarter, due on 2017-04-10. */
const entry = (submissions: Partial<Submission>[], asOf = '2018-01-10') =>
  register(
    qinghai,
    submissions.map((s, i) => submissionOf({ id: i + 1, ...s })),
    2017,
    asOf,
  ).find((e) => e.unit.id === '630100' && e.period === '2017Q1' && e.ledger === 'complaints');

describe('register', () => {
  it.each([
    ['2017Q1', '2017-04-10'],
    ['2017Q2', '2017-07-10'],
    ['2017Q3', '2017-10-10'],
    ['2017Q4', '2018-01-10'],
    ['2016Q4', '2017-01-10'],
    ['2018Q2', '2018-07-10'],
    ['2016Q3', '2016-10-10'],
    ['2018Q3', '2018-10-10'],
    ['2015Q3', '2015-10-10'], // a worked Saturday
    ['2020Q2', '2020-07-10'],
    ['2021Q2', '2021-07-12'], // the 10th is a Saturday
  ])('%s is due on %s', (period, due) => {
    expect(submissionDue(qinghai, { period, ledger: 'complaints' })).toBe(due);
  });

  it('expects every unit, quarter and ledger of the year', () => {
    const entries = register(qinghai, [], 2017, '2018-01-10');
    expect(entries).toHaveLength(UNITS * 4 * 2);
    expect(new Set(entries.map((e) => e.state))).toEqual(new Set(['unreported']));
    expect(register(qinghai, [], 2018, '2018-01-10')).toHaveLength(UNITS * 8 * 2);
  });

  it.each<[string, Partial<Submission>[], string, string, number | null]>([
    ['in time', [{ receivedOn: '2017-04-05' }], '2018-01-10', 'on_time', null],
    ['on the last day', [{ receivedOn: '2017-04-10' }], '2018-01-10', 'on_time', null],
    ['a working day late', [{ receivedOn: '2017-04-11' }], '2018-01-10', 'late', 1],
    ['late on a Saturday: counted to the Monday', [{ receivedOn: '2017-04-15' }], '2018-01-10', 'late', 5],
    ['not received, not due', [], '2017-04-09', 'not_due', null],
    ['not received on the last day', [], '2017-04-10', 'unreported', null],
    ['received only after the cut-off', [{ receivedOn: '2017-04-20' }], '2017-04-15', 'unreported', null],
    ['received after the cut-off, not due', [{ receivedOn: '2017-04-09' }], '2017-04-05', 'not_due', null],
    ['day unknown', [{ receivedOn: null }], '2018-01-10', 'unknown', null],
    [
      'a later correction does not make it late',
      [{ receivedOn: '2017-04-05' }, { receivedOn: '2017-06-01', version: 2 }],
      '2018-01-10',
      'on_time',
      null,
    ],
    [
      'the first may have come in time where its day is unknown',
      [{ receivedOn: null }, { receivedOn: '2017-06-01', version: 2 }],
      '2018-01-10',
      'unknown',
      null,
    ],
    [
      'in time is in time, whatever else is unknown',
      [{ receivedOn: null }, { receivedOn: '2017-04-07', version: 2 }],
      '2018-01-10',
      'on_time',
      null,
    ],
    [
      'a withdrawn one does not count',
      [{ receivedOn: '2017-04-05', withdrawnAt: '2017-04-06T00:00:00Z' }],
      '2018-01-10',
      'unreported',
      null,
    ],
  ])('%s', (_, submissions, asOf, state, daysLate) => {
    expect(entry(submissions, asOf)).toMatchObject({ state, daysLate, due: '2017-04-10' });
  });

  it('knows the version that counts, all versions, and a zero return', () => {
    const found = entry([{}, { version: 2, rowsRead: 0, rowsAccepted: 0, rowsRejected: 0 }]);
    expect(found?.versions.map((v) => v.id)).toEqual([1, 2]);
    expect(found).toMatchObject({ current: { id: 2 }, zero: true });
    expect(entry([])).toMatchObject({ current: null, zero: false, versions: [] });
  });
});

describe('deadlines beyond the published calendar', () => {
  const of = (asOf: string, ...submissions: Partial<Submission>[]) =>
    register(
      qinghai,
      submissions.map((s, i) => submissionOf({ id: i + 1, period: '2026Q4', ...s })),
      2026,
      asOf,
    );
  const entryAt = (asOf: string, ...submissions: Partial<Submission>[]) =>
    of(asOf, ...submissions).find((e) => e.unit.id === '630100' && e.period === '2026Q4' && e.ledger === 'complaints');

  it.each<[string, Partial<Submission>[], string, string]>([
    ['not sent, the cut-off in the calendar', [], '2026-12-31', 'not_due'],
    ['sent before the year was over', [{ receivedOn: '2026-12-30' }], '2026-12-31', 'on_time'],
    ['not sent, the cut-off beyond', [], '2027-01-10', 'undated'],
    ['sent, the cut-off beyond', [{ receivedOn: '2027-01-08' }], '2027-01-10', 'undated'],
  ])('%s', (_, submissions, asOf, state) => {
    expect(entryAt(asOf, ...submissions)).toMatchObject({ state, due: null, daysLate: null });
  });

  it('leave the period that is not over yet not due', () => {
    const states = register(qinghai, [], 2027, '2027-01-10')
      .filter((e) => e.period === '2027Q1')
      .map((e) => e.state);
    expect(new Set(states)).toEqual(new Set(['not_due']));
  });

  it('are counted apart from 报送及时率, in their own quarter', () => {
    const entries = of('2027-01-10', { receivedOn: '2027-01-08' });
    const apart = undatedSubmissions(qinghai, entries);
    expect(apart).toHaveLength(UNITS_2026 * qinghai.catalogue.ledgerIds.length);
    expect(new Set(apart.map((u) => quarterPeriod(u.quarter)))).toEqual(new Set(['2026Q4']));
    expect(apart).toContainEqual({
      indicator: 'submission_on_time',
      quarter: 2026 * 4 + 3,
      place: '630100',
      department: '',
      count: 1,
    });
    expect(submissionCells(qinghai, entries, '2027-01-10').some((c) => c.quarter >= 2027 * 4)).toBe(false);
    expect(undatedSubmissions(qinghai, of('2026-12-31', { receivedOn: '2026-12-30' }))).toEqual([]);
    expect(undatedSubmissions(qinghai, of('2027-01-10'))).toEqual([]);
  });

  it('say late where the number of working days is not known', () => {
    expect(
      register(qinghai, [submissionOf({ period: '2026Q3', receivedOn: '2027-01-05' })], 2026, '2027-01-10').find(
        (e) => e.period === '2026Q3' && e.unit.id === '630100' && e.ledger === 'complaints',
      ),
    ).toMatchObject({ state: 'late', daysLate: null });
  });
});

describe('submissionCells', () => {
  const cells = (submissions: Submission[], asOf: string) =>
    submissionCells(qinghai, register(qinghai, submissions, 2017, asOf), asOf);
  const sum = (of: ReturnType<typeof cells>) => [
    of.reduce((n, c) => n + c.numerator, 0),
    of.reduce((n, c) => n + c.denominator, 0),
  ];

  it('has nothing to count where no day of receipt is known', () => {
    expect(cells([], '2018-01-10')).toEqual([]);
    expect(cells([submissionOf({ receivedOn: null })], '2018-01-10')).toEqual([]);
  });

  it('counts what is due by the cut-off in the quarter of the due date', () => {
    const first = cells([submissionOf()], '2017-04-10');
    expect(sum(first)).toEqual([1, UNITS * 2]);
    expect(new Set(first.map((c) => quarterPeriod(c.quarter)))).toEqual(new Set(['2017Q2']));
    expect(sum(cells([submissionOf()], '2017-04-09'))).toEqual([0, 0]);
    expect(sum(cells([submissionOf()], '2018-01-10'))).toEqual([1, UNITS * 2 * 4]);
  });

  it('leaves out a file whose day is unknown, and counts a late one as missed', () => {
    const known = submissionOf({ unit: '632500', receivedOn: '2017-05-01' });
    const unknown = submissionOf({ id: 2, receivedOn: null });
    expect(sum(cells([known, unknown], '2017-04-30'))).toEqual([0, UNITS * 2 - 1]);
  });

  it('puts a prefecture at its own 本级, a department into the province', () => {
    const found = cells([submissionOf(), submissionOf({ id: 2, unit: 'aic' })], '2017-04-10').filter(
      (c) => c.numerator,
    );
    expect(found.map((c) => [c.place, c.department])).toEqual([
      ['630100', ''],
      ['630000', 'aic'],
    ]);
  });
});

it('lists units without a code in the place of their group, one after the other', () => {
  const office = officeOf(
    {
      ...xiamen.profile,
      units: {
        ...xiamen.profile.units,
        groups: xiamen.profile.units.groups.map((group) =>
          group.id === 'committees'
            ? { ...group, units: ['ftz', 'port'].map((id) => ({ id, name: id, short: id, aliases: [] })) }
            : group,
        ),
      },
    },
    xiamen.catalogue,
  );
  const listed = register(office, [], 2016, '2017-01-10').map((e) => e.unit.id);
  const runs = listed.filter((id, i) => id !== listed[i - 1]);
  expect(runs).toEqual(reportingUnits(office).map((unit) => unit.id));
});

it.each([
  [2017, '2018-01-10', 2017],
  [2017, '2018-04-01', 2018],
  [2017, '2018-05-31', 2018],
  [2018, '2017-05-31', 2018],
])('the register of all, seen from %i at %s, ends with %i', (year, asOf, last) => {
  expect(lastYearOfAll(year, asOf)).toBe(last);
});
