import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber, dayNumberOf, isDay, yearOf } from './day';

describe('day', () => {
  it.each([
    ['2017-02-28', true],
    ['2016-02-29', true],
    ['2017-02-29', false],
    ['2017-02-30', false],
    ['2017-13-01', false],
    ['2017-00-10', false],
    ['2017-3-5', false],
    ['20170305', false],
    ['', false],
  ])('isDay(%s) is %s', (text, real) => {
    expect(isDay(text)).toBe(real);
  });

  it.each([
    ['2017-12-31', 1, '2018-01-01'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2017-03-01', -1, '2017-02-28'],
    ['2017-01-01', 60, '2017-03-02'],
  ])('%s %i days on is %s', (day, n, expected) => {
    expect(addDays(day, n)).toBe(expected);
  });

  it('numbers days from 1970-01-01 and back', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2017-01-01')).toBe(17_167);
    expect(dayFromNumber(17_167)).toBe('2017-01-01');
    expect(yearOf('2017-03-05')).toBe(2017);
  });

  it('numbers a day by its parts, as by its text', () => {
    for (let year = 0; year < 10_000; year += year > 1990 && year < 2030 ? 1 : 37)
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const iso = [String(year).padStart(4, '0'), ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-');
          expect([iso, dayNumberOf(year, month, day)]).toEqual([iso, isDay(iso) ? dayNumber(iso) : null]);
        }
  });
});
