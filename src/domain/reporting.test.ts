import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { profileFiles, qinghai } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { officeOf } from './office';
import { readProfile } from './readProfile';
import { register } from './register';
import { type Reporting, reportingFaults, reportingPeriods, reportingSchema, slotsUntil } from './reporting';

const LEDGERS = ['complaints', 'penalties'];
const GROUPS = ['prefectures', 'departments'];
const of = (
  ledger: string,
  every: Reporting['every'],
  from: string,
  to: string | null = null,
  grace = 0,
): Reporting => ({
  ledger: ledger as Reporting['ledger'],
  every,
  from,
  to,
  grace,
  source: 'test',
});
const slots = (list: readonly Reporting[], year: number) =>
  slotsUntil(list, year).map((s) => `${s.period} ${s.ledger}`);

describe('what is collected', () => {
  it.each<[string, Reporting[], number, string[]]>([
    ['quarters', [of('complaints', 'quarter', '2017Q3')], 2017, ['2017Q3 complaints', '2017Q4 complaints']],
    [
      'halves',
      [of('complaints', 'half_year', '2016H2')],
      2017,
      ['2016H2 complaints', '2017H1 complaints', '2017H2 complaints'],
    ],
    ['years', [of('complaints', 'year', '2016')], 2017, ['2016 complaints', '2017 complaints']],
    ['once', [of('complaints', 'once', '2016H1')], 2018, ['2016H1 complaints']],
    [
      'to a period',
      [of('complaints', 'quarter', '2016Q3', '2016Q4')],
      2018,
      ['2016Q3 complaints', '2016Q4 complaints'],
    ],
    ['not yet', [of('complaints', 'quarter', '2018Q1')], 2017, []],
    [
      'side by side, by the end of the period, the shorter last',
      [of('penalties', 'half_year', '2017H1'), of('complaints', 'quarter', '2017Q1')],
      2017,
      [
        '2017Q1 complaints',
        '2017H1 penalties',
        '2017Q2 complaints',
        '2017Q3 complaints',
        '2017H2 penalties',
        '2017Q4 complaints',
      ],
    ],
    [
      'one after the other',
      [of('complaints', 'quarter', '2017Q1', '2017Q2'), of('complaints', 'half_year', '2017H2')],
      2017,
      ['2017Q1 complaints', '2017Q2 complaints', '2017H2 complaints'],
    ],
  ])('%s', (_, list, year, expected) => {
    expect(reportingFaults(LEDGERS, GROUPS, list)).toEqual([]);
    expect(slots(list, year)).toEqual(expected);
  });

  it.each<[Reporting, string]>([
    [of('complaints', 'quarter', '2017H1'), '2017H1 不是季度，如 2017Q1'],
    [of('complaints', 'half_year', '2017H1', '2017Q4'), '2017Q4 不是半年，如 2017H1'],
    [of('complaints', 'year', '2017Q1'), '2017Q1 不是年，如 2017'],
    [of('complaints', 'quarter', '2018Q1', '2017Q1'), '2017Q1 早于起始的 2018Q1'],
  ])('%j is refused', (entry, message) => {
    expect(reportingSchema.safeParse([entry]).error?.issues.map((i) => i.message)).toEqual([message]);
  });

  it('is refused where two entries expect one quarter of a ledger', () => {
    const list = [of('complaints', 'quarter', '2017Q1', '2017Q3'), of('complaints', 'half_year', '2017H2')];
    expect(reportingFaults(LEDGERS, GROUPS, list).map((f) => f.path)).toEqual(['reporting.1']);
    expect(reportingFaults(LEDGERS, GROUPS, [list[0] as Reporting, of('penalties', 'half_year', '2017H2')])).toEqual(
      [],
    );
  });

  it('is refused where two entries expect it of one group, or of one that is none', () => {
    const [a, b] = [of('complaints', 'quarter', '2017Q1'), of('complaints', 'year', '2017')];
    const paths = (...list: Reporting[]) => reportingFaults(LEDGERS, GROUPS, list).map((f) => f.path);
    expect(paths({ ...a, groups: ['prefectures'] }, { ...b, groups: ['departments'] })).toEqual([]);
    expect(paths({ ...a, groups: ['prefectures'] }, { ...b, groups: GROUPS })).toEqual(['reporting.1']);
    expect(paths({ ...a, groups: ['prefectures'] }, b)).toEqual(['reporting.1']);
    expect(paths({ ...a, groups: ['x', 'departments', 'departments'] })).toEqual([
      'reporting.0.groups.0',
      'reporting.0.groups.2',
    ]);
  });

  it('is expected of the units of its groups alone', () => {
    const files = profileFiles();
    files.profile.reporting = [
      { ...of('complaints', 'quarter', '2017Q1'), groups: ['prefectures'] },
      { ...of('complaints', 'year', '2017'), groups: ['departments'] },
      of('penalties', 'year', '2017'),
    ];
    const office = officeOf(readProfile(catalogue, files), catalogue);
    const lines = register(office, [], 2017, '2018-02-28').map((e) => `${e.unit.group} ${e.period} ${e.ledger}`);
    expect([...new Set(lines)]).toEqual([
      'prefectures 2017Q1 complaints',
      'prefectures 2017Q2 complaints',
      'prefectures 2017Q3 complaints',
      'prefectures 2017 penalties',
      'prefectures 2017Q4 complaints',
      'departments 2017 complaints',
      'departments 2017 penalties',
    ]);
  });

  it('offers the periods of the ledger, of all where it is not known or not expected', () => {
    const list = [of('complaints', 'quarter', '2017Q3'), of('penalties', 'year', '2017')];
    expect(reportingPeriods(list, 2017, 'penalties')).toEqual(['2017']);
    expect(reportingPeriods(list, 2017, null)).toEqual(['2017Q3', '2017', '2017Q4']);
  });
});

describe('the register of ledgers with periods of their own', () => {
  /** Complaints by half-years with three working days of grace; penalties by quarters, due within 20 days. */
  const office = (() => {
    const files = profileFiles();
    files.profile.reporting = [of('complaints', 'half_year', '2017H1', null, 3), of('penalties', 'quarter', '2017Q1')];
    const due = files.deadlines.rules.find((r: { step: string }) => r.step === 'submission');
    files.deadlines.rules.push({
      ...due,
      id: 'penalties-due',
      ledger: 'penalties',
      limit: { ...due.limit, value: 20 },
    });
    return officeOf(readProfile(catalogue, files), catalogue);
  })();
  const entry = (period: string, ledger: string, sent: Parameters<typeof submissionOf>[0][], asOf = '2018-02-28') =>
    register(
      office,
      sent.map((s, i) => submissionOf({ id: i + 1, ...s })),
      2017,
      asOf,
    ).find((e) => e.unit.id === '630100' && e.period === period && e.ledger === ledger);

  it('expects a half-year as one entry', () => {
    const periods = register(office, [], 2017, '2018-02-28').filter((e) => e.unit.id === '630100');
    expect(periods.map((e) => `${e.period} ${e.ledger} ${e.due}`)).toEqual([
      '2017Q1 penalties 2017-04-20',
      '2017H1 complaints 2017-07-10',
      '2017Q2 penalties 2017-07-20',
      '2017Q3 penalties 2017-10-20',
      '2017H2 complaints 2018-01-10',
      '2017Q4 penalties 2018-01-22',
    ]);
  });

  it.each([
    ['on the deadline', '2017-07-10', 'on_time', null],
    ['on the last day of grace', '2017-07-13', 'on_time', null],
    ['after it: late since the deadline', '2017-07-14', 'late', 4],
  ])('%s', (_, receivedOn, state, daysLate) => {
    expect(entry('2017H1', 'complaints', [{ period: '2017H1', receivedOn }])).toMatchObject({ state, daysLate });
  });

  it('is not missed before the grace is over', () => {
    expect(entry('2017H1', 'complaints', [], '2017-07-12')?.state).toBe('not_due');
    expect(entry('2017H1', 'complaints', [], '2017-07-13')?.state).toBe('unreported');
  });

  it('takes a half-year’s file for each of its quarters, and no quarter’s for a half-year', () => {
    const half = { period: '2017H1', ledger: 'penalties', receivedOn: '2017-07-03' };
    expect(entry('2017Q1', 'penalties', [half])).toMatchObject({ state: 'late', current: { id: 1 } });
    expect(entry('2017Q2', 'penalties', [half])).toMatchObject({ state: 'on_time', current: { id: 1 } });
    expect(entry('2017H1', 'complaints', [{ period: '2017Q2' }])).toMatchObject({ state: 'unreported', versions: [] });
  });
});

it('Qinghai collects quarters until the reform and from 2026 on: nothing is charged for the years between', () => {
  const { reporting } = qinghai.profile;
  expect(slotsUntil(reporting, 2017)).toHaveLength(8);
  expect(slotsUntil(reporting, 2025)).toHaveLength(16);
  expect(slots(reporting, 2026).slice(16, 18)).toEqual(['2026Q1 complaints', '2026Q1 penalties']);
});
