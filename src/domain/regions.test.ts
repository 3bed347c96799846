import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';

const { regions } = qinghai;

describe('Regions', () => {
  it('has 46 counties in 8 prefectures of one province', () => {
    expect(regions.counties).toHaveLength(46);
    expect(new Set(regions.counties.map((c) => c.code)).size).toBe(46);
    expect(regions.prefectures).toHaveLength(8);
    expect(regions.province).toMatchObject({ code: '630000', level: 'province', prefecture: null });
    const perPrefecture = regions.prefectures.map(
      (p) => regions.counties.filter((c) => c.prefecture === p.code).length,
    );
    expect(perPrefecture).toEqual([7, 6, 4, 4, 5, 6, 6, 8]);
  });

  it.each([
    ['630102', '630102'],
    ['湟中县', '630122'],
    ['湟中区', '630122'],
    ['湟中', '630122'],
    ['630106', '630122'],
    // 海东 before February 2013
    ['632121', '630203'],
    ['632122', '630222'],
    ['632123', '630202'],
    ['632126', '630223'],
    ['632127', '630224'],
    ['632128', '630225'],
    ['乐都县', '630202'],
    ['平安县', '630203'],
    ['630221', '630203'],
    ['632721', '632701'],
    ['玉树县', '632701'],
    ['玉树市', '632701'],
    ['632301', '632321'],
    ['同仁市', '632321'],
    ['大通回族土族自治县', '630121'],
    ['大通县', '630121'],
    ['大通', '630121'],
    ['河南蒙古族自治县', '632324'],
    ['河南县', '632324'],
    ['循化县', '630225'],
    ['大柴旦行政委员会', '632857'],
    ['大柴旦行委', '632857'],
    ['冷湖', '632858'],
    ['茫崖行委', '632859'],
    ['茫崖', '632859'],
    [' 共和 县　', '632521'],
    ['６３２５２１', '632521'],
    ['632521.0', '632521'], // a code that a spreadsheet took for a number
    ['青海省共和县', '632521'],
    ['青海省海南藏族自治州共和县', '632521'],
    ['海南州共和县', '632521'],
    ['西宁市城东区', '630102'],
  ])('%j is the county %s', (text, code) => {
    const match = regions.match(text);
    expect(match).toEqual({ place: regions.place(code) });
    expect(match?.place.level).toBe('county');
  });

  it.each([
    ['632500', '632500'],
    ['海南藏族自治州', '632500'],
    ['海南州', '632500'],
    ['海南', '632500'],
    ['海南州本级', '632500'],
    ['西宁市本级', '630100'],
    ['玉树州', '632700'],
    ['632100', '630200'],
    ['海东地区', '630200'],
    ['海东', '630200'],
  ])('%j is 市州本级 of %s', (text, code) => {
    expect(regions.match(text)?.place).toMatchObject({ code, level: 'prefecture', prefecture: code });
  });

  it.each(['630000', '青海省', '青海', '省本级', '青海省本级', '青海省省本级'])('%j is 省本级', (text) => {
    expect(regions.match(text)?.place).toBe(regions.province);
  });

  it.each([
    ['632803', '632859', 'merged'],
    ['茫崖市', '632859', 'merged'],
    ['海西州茫崖市', '632859', 'merged'],
    ['玉树', '632701', 'county_first'],
  ])('%j is taken for %s with a caution', (text, code, caution) => {
    expect(regions.match(text)).toMatchObject({ place: { code }, caution });
  });

  it.each(['', '　', '朝阳区', '110105', '63', '西宁市共和县', '630999', '玉'])('%j is no place', (text) => {
    expect(regions.match(text)).toBeUndefined();
  });

  it.each([
    ['632500', '632500'],
    ['海南州', '632500'],
    ['海东地区', '630200'],
    ['玉树', '632700'],
    ['共和县', undefined],
    ['青海省', undefined],
  ])('the unit of a file name %j is %s', (text, code) => {
    expect(regions.matchPrefecture(text)?.code).toBe(code);
  });

  it('finds every county by each code and name of its history, and every prefecture by its own', () => {
    for (const { county } of regions.counties)
      for (const { code, name } of [county, ...(county.history ?? [])]) {
        expect(regions.match(code)?.place.code, code).toBe(county.code);
        expect(regions.match(name)?.place.code, name).toBe(county.code);
      }
    for (const p of regions.prefectures) expect(regions.match(p.name)?.place).toBe(p);
  });

  it('refuses a code that it does not have', () => {
    expect(() => regions.place('630106')).toThrow(RangeError);
  });
});
