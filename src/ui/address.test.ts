import { describe, expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { parseSearch, screenSearch, stringifySearch, viewSearch, withoutSearchText } from './address';

describe('search parameters', () => {
  test('a year stays text through the address', () => {
    expect(parseSearch(stringifySearch({ period: '2017', asOf: '2018-01-10' }))).toEqual({
      period: '2017',
      asOf: '2018-01-10',
    });
  });
  test('Chinese text and signs come back as they were', () => {
    const unit = '海南州 & “50%”=#';
    expect(parseSearch(stringifySearch({ unit }))).toEqual({ unit });
  });
  test('nothing is written for what is absent', () => {
    expect(stringifySearch({ period: undefined, id: '' })).toBe('');
  });
  test.each([
    ['2017Q5', undefined],
    ['2027', undefined],
    ['2017H2', '2017H2'],
  ])('period %s is read as %s', (period, read) => {
    expect(viewSearch.parse({ period }).period).toBe(read);
  });
  test('a cut-off that is no day is dropped', () => {
    expect(viewSearch.parse({ asOf: '2018-02-30' }).asOf).toBeUndefined();
  });
  test('an unknown indicator is dropped, the rest of the link stays', () => {
    expect(
      screenSearch(catalogue).cases.parse({ indicator: 'nonsense', side: 'missing', level: 'county', id: '630102' }),
    ).toEqual({
      indicator: undefined,
      side: 'missing',
      level: 'county',
      id: '630102',
    });
  });
  test('what an old link searched for is dropped, the rest of the link stays', () => {
    expect(withoutSearchText({ indicator: 'disclosure_rate', find: '张三' })).toEqual({ indicator: 'disclosure_rate' });
    expect(withoutSearchText({ indicator: 'disclosure_rate' })).toBeNull();
    expect(screenSearch(catalogue).cases.parse({ all: '1', find: '张三' })).not.toHaveProperty('find');
  });
  test('超期未办结 can be opened as cases', () => {
    expect(screenSearch(catalogue).cases.parse({ indicator: 'open_overdue' }).indicator).toBe('open_overdue');
  });
});
