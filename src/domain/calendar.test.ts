import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTICES } from '../../tests/support/holiday-notices';
import { CALENDAR_FIRST, CALENDAR_LAST, CALENDAR_YEARS, Calendar, CalendarRangeError } from './calendar';
import { addDays, type Day, dayFromNumber, dayNumber } from './day';

const calendar = new Calendar();

describe('the working days of every year', () => {
  const years = Object.keys(NOTICES).map(Number);
  const off = new Set<Day>();
  const worked = new Set<Day>();
  for (const year of years) {
    const { off: ranges, worked: weekendDays } = NOTICES[year] as (typeof NOTICES)[number];
    const at = (day: string) => `${day.startsWith('12') ? year - 1 : year}-${day}`;
    for (const [from, to] of ranges)
      for (let n = dayNumber(at(from)); n <= dayNumber(`${year}-${to}`); n++) off.add(dayFromNumber(n));
    for (const day of weekendDays) worked.add(at(day));
  }
  const isWeekend = (day: Day) => [0, 6].includes(new Date(day).getUTCDay());

  it('are held for exactly the years of the notices', () => {
    expect(CALENDAR_YEARS).toBe(`${years[0]}–${years.at(-1)}`);
    expect([CALENDAR_FIRST, CALENDAR_LAST]).toEqual([`${years[0]}-01-01`, `${years.at(-1)}-12-31`]);
  });

  it('have no make-up day but on a weekend, and none within the days off', () => {
    for (const day of worked) expect([day, isWeekend(day), off.has(day)]).toEqual([day, true, false]);
  });

  it.each(years)('%i, day by day as its notice has them', (year) => {
    const meant = calendar.days
      .filter((d) => d.day.startsWith(`${year}`))
      .map(({ day }) => [day, worked.has(day) || !(isWeekend(day) || off.has(day))]);
    expect(meant.length).toBeGreaterThan(364);
    const held = calendar.days.filter((d) => d.day.startsWith(`${year}`)).map((d) => [d.day, d.working]);
    expect(held).toEqual(meant);
  });
});

describe('Calendar', () => {
  it.each([
    ['2017-09-25', 7, '2017-10-10'], // over National Day; counting Monday–Friday would say 10-04
    ['2017-09-14', 20, '2017-10-18'],
    ['2017-09-29', 1, '2017-09-30'], // a make-up Saturday
    ['2017-09-30', 1, '2017-10-09'],
    ['2017-03-03', 1, '2017-03-06'],
    ['2016-12-30', 1, '2017-01-03'],
    ['2017-01-26', 1, '2017-02-03'], // Spring Festival; 01-22 and 02-04 were worked
    ['2017-10-03', 0, '2017-10-09'],
    ['2017-10-09', 0, '2017-10-09'],
    ['2015-09-02', 1, '2015-09-06'], // the 70th anniversary, notified in May 2015
    ['2020-01-23', 1, '2020-02-03'], // Spring Festival as extended
    ['2005-12-30', 1, '2005-12-31'], // a make-up Saturday that the package lacks
  ])('%s + %i working days = %s', (from, n, to) => {
    expect(calendar.addWorkingDays(from, n)).toBe(to);
  });

  it.each([
    ['2016', 250],
    ['2017', 249],
    ['2018', 250],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has %i working days', (year, n) => {
    expect(calendar.days.filter((d) => d.day.startsWith(year) && d.working)).toHaveLength(n);
  });

  it.each([
    ['2017-09-30', true],
    ['2017-10-01', false],
    ['2017-10-08', false],
    ['2017-10-07', false],
    ['2017-02-04', true],
    ['2017-05-27', true],
    ['2017-05-28', false],
    ['2017-07-08', false],
    ['2017-07-10', true],
    ['2018-01-01', false],
  ])('%s working: %s', (day, working) => {
    expect(calendar.isWorkingDay(day)).toBe(working);
  });

  it('counts 66 working days in the third quarter of 2017', () => {
    expect(calendar.workingDaysBetween('2017-06-30', '2017-09-30')).toBe(66);
    expect(calendar.workingDaysBetween('2017-09-30', '2017-06-30')).toBe(-66);
  });

  it('leaves out the local holidays of a profile', () => {
    const local = new Calendar(['2017-02-27']);
    expect(local.isWorkingDay('2017-02-27')).toBe(false);
    expect(local.addWorkingDays('2017-02-24', 1)).toBe('2017-02-28');
    expect(calendar.addWorkingDays('2017-02-24', 1)).toBe('2017-02-27');
  });

  it('has one row for each day, in order, with an index that grows by one on working days', () => {
    expect(calendar.days[0]).toMatchObject({ day: CALENDAR_FIRST, working: false, index: 0 });
    expect(calendar.days.at(-1)?.day).toBe(CALENDAR_LAST);
    expect(calendar.days).toHaveLength(dayNumber(CALENDAR_LAST) - dayNumber(CALENDAR_FIRST) + 1);
    calendar.days.forEach((d, i) => {
      const before = calendar.days[i - 1];
      if (!before) return;
      expect(d.day).toBe(addDays(before.day, 1));
      expect(d.index - before.index).toBe(d.working ? 1 : 0);
    });
  });

  it.each([
    ['a day before 2004', () => calendar.isWorkingDay('2003-12-31')],
    ['a day after 2026', () => calendar.isWorkingDay('2027-01-01')],
    ['a start before 2004', () => calendar.addWorkingDays('2003-12-31', 1)],
    ['an end after 2026', () => calendar.addWorkingDays('2026-12-30', 2)],
    ['one end of a span after 2026', () => calendar.workingDaysBetween('2026-12-01', '2027-01-04')],
  ])('refuses to guess: %s', (_, ask) => {
    expect(ask).toThrow(CalendarRangeError);
    expect(ask).toThrow('该年度节假日安排未公布');
  });

  it('counts back exactly what it added', () => {
    const days = fc.integer({ min: dayNumber(CALENDAR_FIRST), max: dayNumber('2026-01-01') }).map(dayFromNumber);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 240 }), (from, n) => {
        const due = calendar.addWorkingDays(from, n);
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(calendar.workingDaysBetween(from, due)).toBe(n);
      }),
    );
  });
});
