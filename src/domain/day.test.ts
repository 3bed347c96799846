import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber, isDay, yearOf } from './day';

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
});
