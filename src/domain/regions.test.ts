import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { sharedNames } from '../../tests/support/sharedNames';
import type { PlaceMatch } from './place';

const { regions } = qinghai;
const placeOf = (match: PlaceMatch | undefined) => (match && 'place' in match ? match.place : undefined);

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
    expect(placeOf(match)?.level).toBe('county');
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
    expect(placeOf(regions.match(text))).toMatchObject({ code, level: 'prefecture', prefecture: code });
  });

  it.each(['630000', '青海省', '青海', '省本级', '青海省本级', '青海省省本级'])('%j is 省本级', (text) => {
    expect(placeOf(regions.match(text))).toBe(regions.province);
  });

  it.each([
    ['632803', '632859', 'merged'],
    ['茫崖市', '632859', 'merged'],
    ['海西州茫崖市', '632859', 'merged'],
    ['玉树', '632701', 'shared'],
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
    expect(regions.prefecturesNamed(text).map((p) => p.code)).toEqual(code ? [code] : []);
  });

  describe('a word that is searched for stands', () => {
    const codes = (word: string) => regions.searched(word).map((p) => p.code);
    const whole = (code: string) => [...regions.counties.filter((c) => c.prefecture === code).map((c) => c.code), code];
    const every = regions.prefectures.map((p) => p.code);

    it.each([
      ['海北藏族自治州', '632200'],
      ['海北州', '632200'],
      ['海北', '632200'],
      ['青海省海北州', '632200'],
      ['海西州', '632800'],
      ['西宁', '630100'],
      ['海东地区', '630200'],
    ])('as %j for the whole of a prefecture', (word, code) => {
      expect(codes(word)).toEqual(whole(code));
    });

    it.each([
      ['省本级', ['630000']],
      ['青海省本级', ['630000']],
      ['西宁市本级', ['630100']],
      ['海北州本级', ['632200']],
      ['海北藏族自治州本级', ['632200']],
      ['青海省海北州本级', ['632200']],
      ['市州本级', every],
      ['本级', [...every, '630000']],
      ['共和县本级', []],
      ['共和县', ['632521']],
      ['海南州共和县', ['632521']],
      ['2017', []],
      ['本', []],
      ['工', []],
      ['', []],
    ])('as %j for %j', (word, found) => {
      expect(codes(word)).toEqual(found);
    });

    it('by its name, short name and name in lists for every place', () => {
      for (const { code, short } of [...qinghai.profile.regions.prefectures, ...qinghai.profile.regions.counties])
        for (const word of [short, regions.place(code).name, regions.caseName(code)])
          expect(codes(word), word).toContain(code);
    });
  });

  it('finds every county by each code and name of its history, and every prefecture by its own', () => {
    for (const { county } of regions.counties)
      for (const { code, name } of [county, ...(county.history ?? [])]) {
        expect(placeOf(regions.match(code))?.code, code).toBe(county.code);
        expect(placeOf(regions.match(name))?.code, name).toBe(county.code);
      }
    for (const p of regions.prefectures) expect(placeOf(regions.match(p.name))).toBe(p);
  });

  it('refuses a code that it does not have', () => {
    expect(() => regions.place('630106')).toThrow(RangeError);
  });
});

describe('names that several places bear', () => {
  const jilin = sharedNames().regions;
  const [CHANGCHUN, JILIN, SIPING, YANBIAN] = ['220100', '220200', '220300', '222400'];
  /** Codes, with a caution where there is one. */
  const read = (text: string, unit?: string | null): string => {
    const match = jilin.match(text, unit);
    if (!match) return '';
    if ('ambiguous' in match) return match.ambiguous.map((p) => p.code).join(' ');
    return `${match.place.code}${match.caution ? ` ${match.caution}` : ''}`;
  };

  it.each<[string, string | null | undefined, string]>([
    // What stands before the name decides first.
    ['长春市鼓楼区', null, '220102'],
    ['吉林市鼓楼区', CHANGCHUN, '220202'],
    ['吉林省吉林市鼓楼区', null, '220202'],
    ['吉林省长春鼓楼', null, '220102'],
    ['吉林长春市鼓楼区', null, '220102'],
    // Then the unit, also behind the province.
    ['鼓楼区', CHANGCHUN, '220102'],
    ['鼓楼区', JILIN, '220202'],
    ['鼓楼', JILIN, '220202'],
    ['吉林省鼓楼区', JILIN, '220202'],
    // Else none is chosen: a department's file, or another prefecture's.
    ['鼓楼区', null, '220102 220202'],
    ['鼓楼区', undefined, '220102 220202'],
    ['鼓楼', SIPING, '220102 220202'],
    ['吉林省鼓楼区', null, '220102 220202'],
    // A name of former years is shared as one of today is; a code of today is no one else's.
    ['东山区', null, '220106 220203'],
    ['东山区', JILIN, '220203'],
    ['东山区', CHANGCHUN, '220106'],
    ['220106', JILIN, '220106'],
    ['220222', null, '220203'],
    // A county and a prefecture: the county, unless the prefecture alone is called so in full today, or is the unit.
    ['延边', null, '222401 shared'],
    ['延边', YANBIAN, '222401 shared'],
    ['四平市', null, '220300 shared'],
    ['四平市', SIPING, '220300'],
    ['四平市', CHANGCHUN, '220105'],
    // The province and a prefecture: only the unit tells.
    ['吉林', JILIN, '220200'],
    ['吉林', null, '220000 220200'],
    ['吉林省', JILIN, '220000'],
    ['吉林市', null, '220200'],
    // Short names of all minorities, and aliases.
    ['长白县', null, '220623'],
    ['伊通县', null, '220323'],
    ['前郭县', null, '220421'],
    ['前郭', null, '220421'],
    ['前郭尔罗斯县', null, '220421'],
    ['四平市前郭县', null, '220421'],
    ['延边州长白县', null, '220623'],
    ['长春市船营区', null, ''],
  ])('%s in a file of %s is %s', (text, unit, codes) => {
    expect(read(text, unit)).toBe(codes);
  });

  it('tells the candidates apart by their prefectures', () => {
    const match = jilin.match('鼓楼区');
    expect(match && 'ambiguous' in match && match.ambiguous.map((p) => jilin.fullName(p))).toEqual([
      '长春市鼓楼区',
      '吉林市鼓楼区',
    ]);
    expect(jilin.fullName(jilin.province)).toBe('吉林省本级');
  });

  it('names every prefecture that a unit of a file name may be', () => {
    expect(jilin.prefecturesNamed('吉林').map((p) => p.code)).toEqual([JILIN]);
    expect(jilin.prefecturesNamed('吉林省长春市').map((p) => p.code)).toEqual([CHANGCHUN]);
    expect(jilin.prefecturesNamed('四平市').map((p) => p.code)).toEqual([SIPING]);
    expect(jilin.prefecturesNamed('鼓楼区')).toEqual([]);
  });
});

it('in a list of many prefectures a county that shares its name is told by its prefecture', () => {
  const { regions } = sharedNames();
  expect(['220102', '220202', '220104', '220200'].map((code) => regions.listName(regions.place(code)))).toEqual([
    '长春市鼓楼区',
    '吉林市鼓楼区',
    '朝阳区',
    '吉林市',
  ]);
  expect(['220102', '220104', '220200', '220000', '999999'].map((code) => regions.caseName(code))).toEqual([
    '长春市鼓楼区',
    '朝阳区',
    '吉林市本级',
    '省本级',
    '999999',
  ]);
});
