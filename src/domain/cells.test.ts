import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { CALENDAR_LAST } from './calendar';
import { type AreaLevel, type Cell, type CellSet, type DurationCell, Tabulation, type UndatedCell } from './cells';
import { quarterOfDay } from './period';
import type { Profile } from './profile';

const { regions, profile } = qinghai;
const Q1 = 2017 * 4;

const cell = (place: string, numerator: number, denominator: number, more: Partial<Cell> = {}): Cell => ({
  indicator: 'feedback_rate',
  quarter: Q1,
  place,
  department: 'aic',
  numerator,
  denominator,
  ...more,
});
const bar = (place: string, days: number, count: number, more: Partial<DurationCell> = {}): DurationCell => ({
  indicator: 'handling_days',
  quarter: Q1,
  place,
  department: 'aic',
  days: [days],
  counts: [count],
  ...more,
});
const tabulate = (set: Partial<CellSet>, department?: string) =>
  new Tabulation({ cells: [], durations: [], undated: [], ...set }, regions, profile.zones, department);

const MINHE = '630222'; // in four zones
const MENYUAN = '632221'; // in none

describe('Tabulation', () => {
  const table = tabulate({
    cells: [
      cell(MINHE, 1, 2),
      cell(MINHE, 3, 4, { department: 'fda' }),
      cell('630202', 5, 8), // 乐都
      cell('630200', 10, 16), // 海东市本级
      cell(MENYUAN, 20, 32),
      cell('630000', 40, 64), // 省本级
      cell(MINHE, 100, 128, { quarter: Q1 + 1 }),
      cell('630100', 1, 1, { indicator: 'submission_on_time', department: '' }),
    ],
  });

  it.each([
    ['county', MINHE, 4, 6],
    ['county', '630202', 5, 8],
    ['county', '630203', 0, 0],
    // Its counties and 本级.
    ['prefecture', '630200', 19, 30],
    ['prefecture', '632200', 20, 32],
    // Everything, 省本级 too, and each case once, however many zones it lies in.
    ['province', '630000', 79, 126],
    ['department', 'aic', 76, 122],
    ['department', 'fda', 3, 4],
    // 民和 counts in each of its zones; 本级 in none.
    ['zone', 'east', 9, 14],
    ['zone', 'yellow_river', 4, 6],
    ['zone', 'huangshui', 9, 14],
    ['zone', 'rail_axis', 9, 14],
    ['zone', 'qaidam', 0, 0],
  ] as const)('%s %s has %i of %i', (level, id, numerator, denominator) => {
    expect(table.counts(level, id, 'feedback_rate', [Q1])).toEqual({ numerator, denominator, undated: 0 });
  });

  it('adds up quarters', () => {
    expect(table.counts('county', MINHE, 'feedback_rate', [Q1, Q1 + 1, Q1 + 2])).toEqual({
      numerator: 104,
      denominator: 134,
      undated: 0,
    });
  });

  it("counts one department's part of a prefecture", () => {
    expect(table.counts('prefecture', '630200', 'feedback_rate', [Q1], 'fda')).toEqual({
      numerator: 3,
      denominator: 4,
      undated: 0,
    });
    expect(table.counts('prefecture', '630200', 'feedback_rate', [Q1], 'aic')).toEqual({
      numerator: 16,
      denominator: 26,
      undated: 0,
    });
  });

  it.each([
    ['省本级', '630000', undefined, 40, 64],
    ['省本级 of a department', '630000', 'aic', 40, 64],
    ['省本级 of another department', '630000', 'fda', 0, 0],
    ['市州本级', '630200', undefined, 10, 16],
    ['市州本级 of a department', '630200', 'aic', 10, 16],
    ['市州本级 without a case', '632200', undefined, 0, 0],
  ])('%s is what carries the own code alone', (_, code, department, numerator, denominator) => {
    expect(table.own(code, 'feedback_rate', [Q1], department)).toEqual({ numerator, denominator, undated: 0 });
  });

  it('counts every quarter up to the cut-off where none is named', () => {
    expect(table.counts('county', MINHE, 'feedback_rate', null)).toEqual({
      numerator: 104,
      denominator: 134,
      undated: 0,
    });
    expect(table.own('630000', 'feedback_rate', null).denominator).toBe(64);
  });

  it("gives a prefecture's own submissions to no department", () => {
    expect(table.counts('prefecture', '630100', 'submission_on_time', [Q1])).toEqual({
      numerator: 1,
      denominator: 1,
      undated: 0,
    });
    expect(table.counts('department', '', 'submission_on_time', [Q1])).toEqual({
      numerator: 0,
      denominator: 0,
      undated: 0,
    });
  });

  it('can be restricted to one department', () => {
    const fda = tabulate({ cells: [cell(MINHE, 1, 2), cell(MINHE, 3, 4, { department: 'fda' })] }, 'fda');
    expect(fda.counts('province', '630000', 'feedback_rate', [Q1])).toEqual({
      numerator: 3,
      denominator: 4,
      undated: 0,
    });
  });

  it('adds histograms without touching what it holds', () => {
    const days = tabulate({
      durations: [
        bar(MINHE, 3, 2),
        bar('630202', 3, 1),
        bar('630200', 9, 4),
        { ...bar(MINHE, 3, 0, { quarter: Q1 + 1 }), days: [3, 9, 12], counts: [8, 1, 2] },
      ],
    });
    for (let again = 0; again < 2; again++)
      expect(days.counts('prefecture', '630200', 'handling_days', [Q1, Q1 + 1])).toEqual({
        numerator: 0,
        denominator: 18,
        undated: 0,
        histogram: new Map([
          [3, 11],
          [9, 5],
          [12, 2],
        ]),
      });
    expect(days.counts('zone', 'yellow_river', 'handling_days', [Q1])).toEqual({
      numerator: 0,
      denominator: 2,
      undated: 0,
      histogram: new Map([[3, 2]]),
    });
  });

  it('counts a county in a zone only in the quarters of its membership', () => {
    const member = (code: string, more: { from?: string; to?: string }) => ({
      code,
      name: code,
      confidence: '',
      ...more,
    });
    const east = profile.zones.zones[0] as Profile['zones']['zones'][number];
    const zones = {
      ...profile.zones,
      // 民和 left after the first quarter and came back in the fourth; 乐都 is listed twice over.
      zones: [
        {
          ...east,
          members: [
            member(MINHE, { to: '2017-04' }),
            member(MINHE, { from: '2017-10' }),
            member('630202', { to: '2018-01' }),
            member('630202', {}),
          ],
        },
      ],
    };
    const quarters = [Q1, Q1 + 1, Q1 + 2, Q1 + 3];
    const cells = quarters.flatMap((quarter) => [cell(MINHE, 1, 2, { quarter }), cell('630202', 10, 20, { quarter })]);
    const table = new Tabulation(
      { cells, durations: quarters.map((quarter) => bar(MINHE, 3, 4, { quarter })), undated: [] },
      regions,
      zones,
    );
    expect(quarters.map((q) => table.counts('zone', 'east', 'feedback_rate', [q]).denominator)).toEqual([
      22, 20, 20, 22,
    ]);
    expect(quarters.map((q) => table.counts('zone', 'east', 'handling_days', [q]).denominator)).toEqual([4, 0, 0, 4]);
    expect(table.counts('zone', 'east', 'feedback_rate', quarters)).toEqual({
      numerator: 42,
      denominator: 84,
      undated: 0,
    });
    expect(table.counts('county', MINHE, 'feedback_rate', quarters)).toEqual({
      numerator: 4,
      denominator: 8,
      undated: 0,
    });
  });

  it('adds cases that cannot be dated to every period that ends with the calendar or later, once they have begun', () => {
    const last = quarterOfDay(CALENDAR_LAST);
    const undated = (quarter: number, count: number, place = MINHE): UndatedCell => ({
      indicator: 'closure_on_time',
      quarter,
      place,
      department: 'aic',
      count,
    });
    const table = tabulate({
      undated: [undated(last, 1), undated(last - 1, 10), undated(last - 5, 100), undated(last, 1000, '630200')],
    });
    const of = (quarters: number[], level: AreaLevel = 'province', id = '630000') =>
      table.counts(level, id, 'closure_on_time', quarters);
    expect(of([last])).toEqual({ numerator: 0, denominator: 0, undated: 1111 });
    expect(of([last - 3, last - 2, last - 1, last]).undated).toBe(1111);
    expect(of([last + 1]).undated).toBe(1111);
    expect(of([last - 1]).undated).toBe(0);
    expect(of([last], 'county', MINHE).undated).toBe(111);
    expect(of([last], 'zone', 'yellow_river').undated).toBe(111);
    expect(of([last], 'department', 'aic').undated).toBe(1111);
    expect(table.counts('prefecture', '630200', 'closure_on_time', [last], 'aic').undated).toBe(1111);
    expect(table.counts('province', '630000', 'feedback_rate', [last]).undated).toBe(0);
  });

  it('refuses a cell of a place that it does not know', () => {
    expect(() => tabulate({ cells: [cell('110105', 1, 1)] })).toThrow(RangeError);
  });
});
