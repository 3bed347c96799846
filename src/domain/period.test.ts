import { describe, expect, it } from 'vitest';
import {
  isPeriod,
  periodEnd,
  periodName,
  periodShortName,
  periodStart,
  periodsOfYear,
  periodYear,
  quarterOfDay,
  quarterPeriod,
  quartersOf,
} from './period';

describe('period', () => {
  it.each([
    ['2017', ['2017Q1', '2017Q2', '2017Q3', '2017Q4'], '2017-01-01', '2017-12-31', '2017年', '全年'],
    ['2017H1', ['2017Q1', '2017Q2'], '2017-01-01', '2017-06-30', '2017年上半年', '上半年'],
    ['2017H2', ['2017Q3', '2017Q4'], '2017-07-01', '2017-12-31', '2017年下半年', '下半年'],
    ['2017Q1', ['2017Q1'], '2017-01-01', '2017-03-31', '2017年第一季度', '一季度'],
    ['2017Q3', ['2017Q3'], '2017-07-01', '2017-09-30', '2017年第三季度', '三季度'],
    ['2017Q4', ['2017Q4'], '2017-10-01', '2017-12-31', '2017年第四季度', '四季度'],
  ])('%s', (period, quarters, start, end, name, shortName) => {
    expect(isPeriod(period)).toBe(true);
    expect(quartersOf(period).map(quarterPeriod)).toEqual(quarters);
    expect(periodStart(period)).toBe(start);
    expect(periodEnd(period)).toBe(end);
    expect(periodName(period)).toBe(name);
    expect(periodShortName(period)).toBe(shortName);
    expect(periodYear(period)).toBe(2017);
  });

  it.each(['2017Q5', '2017Q0', '2017H3', '17Q1', '2017q1', '2017Q1 ', '', '2017-Q1'])('%j is no period', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => quartersOf(text)).toThrow(RangeError);
  });

  it.each([
    ['2017-01-01', '2017Q1'],
    ['2017-03-31', '2017Q1'],
    ['2017-04-01', '2017Q2'],
    ['2017-09-30', '2017Q3'],
    ['2017-12-31', '2017Q4'],
    ['2018-01-01', '2018Q1'],
  ])('%s lies in %s', (day, period) => {
    expect(quarterPeriod(quarterOfDay(day))).toBe(period);
  });

  it('numbers quarters in a row over the turn of the year', () => {
    expect(quarterOfDay('2018-01-01') - quarterOfDay('2017-12-31')).toBe(1);
  });

  it('lists the periods of a year', () => {
    expect(periodsOfYear(2017)).toEqual(['2017', '2017H1', '2017H2', '2017Q1', '2017Q2', '2017Q3', '2017Q4']);
  });
});
