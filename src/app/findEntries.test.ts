import { expect, test } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { entryFinder } from './findEntries';
import { searchEntries } from './searchEntries';
import { syllablesOf } from './spell';

const SCREENS = [
  { id: 'year', title: '年度考核' },
  { id: 'zones', title: '片区' },
  { id: 'units/prefectures', title: '市州' },
  { id: 'units/departments', title: '部门' },
  { id: 'indicators', title: '指标' },
  { id: 'cases', title: '案件' },
  { id: 'submissions', title: '报送' },
] as const;
const entries = searchEntries(qinghai, SCREENS);
const find = entryFinder(entries, syllablesOf);
const found = (text: string) => find(text).map((e) => `${e.kind} ${e.name}`);

test('a prefecture stands before what only mentions it', () => {
  expect(found('海南')[0]).toBe('市州 海南藏族自治州');
});
test('a county is found by its code, also by one of another year', () => {
  const huangzhong = found('湟中');
  expect(huangzhong).toContain('县区 湟中县');
  expect(found('630106')).toEqual(huangzhong);
});
test('a hit by a code or name of other years says which and when; one by its own says nothing', () => {
  const told = (text: string) => find(text).map((e) => [e.name, e.told]);
  expect(told('630106')).toEqual([['湟中县', '后用代码 630106、名称 湟中区（2019-11 起）']]);
  expect(told('湟中')).toEqual([['湟中县', undefined]]);
  expect(told('630221')).toEqual([['平安区', '曾用代码 630221、名称 平安县（2013-02 至 2015-02）']]);
  expect(told('海东地区')).toEqual([['海东市', '曾用代码 632100、名称 海东地区（2013-02 前）']]);
});
test('departments, indicators, zones, lists and screens are found by name', () => {
  expect(found('工商')[0]).toBe('部门 工商');
  expect(found('按期办结')).toEqual(['指标 按期办结率']);
  expect(found('东部')).toContain('片区 东部地区');
  expect(found('超期')[0]).toBe('清单 超期未办结');
  expect(found('报送登记')).toEqual(['页面 报送登记']);
});
test('full-width digits are folded; nothing finds nothing', () => {
  expect(found('６３０１００')).toEqual(['市州 西宁市']);
  expect(found('  ')).toEqual([]);
});

test('two words name an area and what is looked at of it, in either order, also by pinyin and its initials', () => {
  for (const text of ['海东 超期', '超期　海东', 'haidong chaoqi', 'hd cq', '630200 超期未办结'])
    expect(found(text)[0], text).toBe('清单 海东市 · 超期未办结');
  expect(find('海东 超期')[0]).toMatchObject({
    screen: 'cases',
    search: { indicator: 'open_overdue', side: 'numerator', level: 'prefecture', id: '630200' },
  });
  expect(found('工商 办结率')).toContain('指标 工商 · 按期办结率');
  expect(found('全省 超期')[0]).toBe('清单 青海省 · 超期未办结');
  expect(found('海东 平安')[0]).toBe('县区 平安区');
  expect(found('海东 平安 超期')[0]).toBe('清单 平安区 · 超期未办结');
  expect(found('海东 没有的')).toEqual([]);
});

test('hn finds what begins with these sounds', () => {
  expect(found('hn')).toEqual(
    expect.arrayContaining(['市州 黄南藏族自治州', '市州 海南藏族自治州', '县区 河南蒙古族自治县']),
  );
  expect(found('hn').filter((name) => !/^(市州|县区)/.test(name))).toEqual([]);
});

test('without the part that spells, names and codes are found all the same', () => {
  const plain = entryFinder(entries, null);
  expect(plain('海东 超期')[0]?.name).toBe('海东市 · 超期未办结');
  expect(plain('haidong')).toEqual([]);
});

/** Hanyu Pinyin of every place, without 市, 州, 县, 区 and 行委. 称多 is read chèn, and by many chēng. */
const ROMANISED: Record<string, string[]> = {
  西宁市: ['xining'],
  海东市: ['haidong'],
  海北藏族自治州: ['haibei'],
  黄南藏族自治州: ['huangnan'],
  海南藏族自治州: ['hainan'],
  果洛藏族自治州: ['guoluo'],
  玉树藏族自治州: ['yushu'],
  海西蒙古族藏族自治州: ['haixi'],
  城东区: ['chengdong'],
  城中区: ['chengzhong'],
  城西区: ['chengxi'],
  城北区: ['chengbei'],
  大通回族土族自治县: ['datong'],
  湟中县: ['huangzhong'],
  湟源县: ['huangyuan'],
  乐都区: ['ledu', 'leduqu'],
  平安区: ['pingan', "ping'an"],
  民和回族土族自治县: ['minhe'],
  互助土族自治县: ['huzhu'],
  化隆回族自治县: ['hualong'],
  循化撒拉族自治县: ['xunhua'],
  门源回族自治县: ['menyuan'],
  祁连县: ['qilian'],
  海晏县: ['haiyan'],
  刚察县: ['gangcha'],
  同仁县: ['tongren'],
  尖扎县: ['jianzha'],
  泽库县: ['zeku'],
  河南蒙古族自治县: ['henan'],
  共和县: ['gonghe'],
  同德县: ['tongde'],
  贵德县: ['guide'],
  兴海县: ['xinghai'],
  贵南县: ['guinan'],
  玛沁县: ['maqin'],
  班玛县: ['banma'],
  甘德县: ['gande'],
  达日县: ['dari'],
  久治县: ['jiuzhi'],
  玛多县: ['maduo'],
  玉树市: ['yushu'],
  杂多县: ['zaduo'],
  称多县: ['chenduo', 'chengduo', 'chenduoxian'],
  治多县: ['zhiduo'],
  囊谦县: ['nangqian'],
  曲麻莱县: ['qumalai'],
  格尔木市: ['geermu'],
  德令哈市: ['delingha'],
  乌兰县: ['wulan'],
  都兰县: ['dulan'],
  天峻县: ['tianjun'],
  大柴旦行政委员会: ['dachaidan'],
  冷湖行政委员会: ['lenghu'],
  茫崖行政委员会: ['mangya'],
};

test('every prefecture and county of the profile is in the table', () => {
  const { prefectures, counties } = qinghai.profile.regions;
  expect(Object.keys(ROMANISED).sort()).toEqual([...prefectures, ...counties].map((p) => p.name).sort());
});

test.each(Object.entries(ROMANISED))('%s is found first by %s, and by its initials', (name, romanised) => {
  for (const text of [...romanised, romanised[0]?.toUpperCase() ?? '']) {
    const names = find(text).map((e) => e.name);
    // 玉树 is a prefecture and its county.
    expect(names.slice(0, 2), text).toContain(name);
    if (!/yushu/i.test(text)) expect(names[0], text).toBe(name);
  }
  const short = [...qinghai.profile.regions.prefectures, ...qinghai.profile.regions.counties].find(
    (p) => p.name === name,
  );
  const letters = syllablesOf(short?.short ?? '').map((s) => s[0]);
  expect(find(letters.join(''), 100).map((e) => e.name)).toContain(name);
});
