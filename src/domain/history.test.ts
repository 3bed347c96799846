import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { historyFaults, otherNames, otherNamesText } from './history';

const { regions } = qinghai.profile;
const county = (code: string) => regions.counties.find((c) => c.code === code) as (typeof regions.counties)[number];
const text = (code: string) => otherNamesText(county(code), regions.referenceMonth);

describe('otherNames', () => {
  it.each([
    ['630203', '曾用代码 632121、名称 平安县（2013-02 前）；曾用代码 630221、名称 平安县（2013-02 至 2015-02）'],
    ['630122', '后用代码 630106、名称 湟中区（2019-11 起）'],
    ['630222', '曾用代码 632122（2013-02 前）'],
    ['630102', ''],
  ])('of %s are %s', (code, expected) => {
    expect(text(code)).toBe(expected);
  });

  it('depend on the month that the profile is of', () => {
    const renamed = { ...county('630122'), code: '630106', name: '湟中区' };
    expect(otherNamesText(renamed, '2020-01')).toBe('曾用代码 630122、名称 湟中县（2019-11 前）');
  });

  it('say a name that alone changed', () => {
    const unit = {
      code: '630102',
      name: '城东区',
      history: [{ code: '630102', name: '东区', from: null, to: '1990-01' }],
    };
    expect(otherNames(unit, '2017-09')).toEqual([
      { code: '630102', name: '东区', words: '曾用名称 东区（1990-01 前）' },
    ]);
  });
});

describe('historyFaults', () => {
  type History = NonNullable<Parameters<typeof otherNames>[0]['history']>;
  const faults = (...months: [string | null, string | null][]) => {
    const history: History = months.map(([from, to]) => ({ code: '630102', name: '城东区', from, to }));
    return historyFaults({ code: '630102', name: '城东区', history }, '2017-09').map((f) => `${f.path}：${f.message}`);
  };

  it('finds none in the profile that is shipped', () => {
    const units = [...regions.prefectures, ...regions.counties];
    expect(units.flatMap((u) => historyFaults(u, regions.referenceMonth))).toEqual([]);
  });

  it.each<[string, [string | null, string | null][], string]>([
    ['an end before the beginning', [['2015-02', '2013-02']], 'history.0.from：起始月 2015-02 不早于终止月 2013-02'],
    ['no month at all', [['2015-02', '2015-02']], 'history.0.from：起始月 2015-02 不早于'],
    [
      'an overlap',
      [
        [null, '2013-02'],
        ['2013-01', null],
      ],
      'history.1.from：沿革须由早到晚排列、互不重叠：起始月 2013-01，上一条到 2013-02',
    ],
    [
      'the later one first',
      [
        ['2013-02', null],
        [null, '2013-02'],
      ],
      'history.1.from：沿革须由早到晚排列、互不重叠：起始月 未写，上一条到 今',
    ],
  ])('refuses %s', (_, months, expected) => {
    expect(faults(...months)).toEqual([expect.stringMatching(`^${expected}`)]);
  });

  it('takes a gap, and an entry that begins in the month in which the last one ended', () => {
    expect(faults([null, '2011-02'], ['2013-02', '2015-02'], ['2015-02', null])).toEqual([]);
  });

  it('refuses a code in the reference month that is not the unit’s', () => {
    const history = [{ code: '630106', name: '湟中区', from: '2016-11', to: null }];
    expect(historyFaults({ code: '630122', name: '湟中县', history }, '2017-09')).toEqual([
      { path: 'history.0', message: expect.stringContaining('630106 湟中区，与本单位的 630122 湟中县 不符') },
    ]);
  });
});
