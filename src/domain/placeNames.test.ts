import { expect, it } from 'vitest';
import { countySpellings, MINORITIES, plainName, prefectureSpellings } from './placeNames';

it('knows 55 minorities', () => {
  expect(new Set(MINORITIES).size).toBe(55);
});

// 县级以上行政区划, names of autonomous counties, banners, prefectures and districts of all provinces.
it.each([
  ['大通回族土族自治县', '大通县'],
  ['互助土族自治县', '互助县'],
  ['循化撒拉族自治县', '循化县'],
  ['长白朝鲜族自治县', '长白县'],
  ['伊通满族自治县', '伊通县'],
  ['前郭尔罗斯蒙古族自治县', '前郭尔罗斯县'],
  ['彭水苗族土家族自治县', '彭水县'],
  ['长阳土家族自治县', '长阳县'],
  ['双江拉祜族佤族布朗族傣族自治县', '双江县'],
  ['积石山保安族东乡族撒拉族自治县', '积石山县'],
  ['东乡族自治县', '东乡县'],
  ['和布克赛尔蒙古自治县', '和布克赛尔县'],
  ['察布查尔锡伯自治县', '察布查尔县'],
  ['塔什库尔干塔吉克自治县', '塔什库尔干县'],
  ['莫力达瓦达斡尔族自治旗', '莫力达瓦旗'],
  ['鄂伦春自治旗', '鄂伦春旗'],
  ['鄂温克族自治旗', '鄂温克旗'],
  ['三都水族自治县', '三都县'],
  ['龙胜各族自治县', '龙胜县'],
  ['白沙黎族自治县', '白沙县'],
  ['管城回族区', '管城区'],
  ['海西蒙古族藏族自治州', '海西州'],
  ['克孜勒苏柯尔克孜自治州', '克孜勒苏州'],
  ['黔东南苗族侗族自治州', '黔东南州'],
  ['共和县', '共和县'],
  ['达日县', '达日县'],
  ['白水县', '白水县'],
  ['城东区', '城东区'],
])('%s is written %s', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

it.each<[string, string[]]>([
  ['长白朝鲜族自治县', ['长白朝鲜族自治县', '长白县', '长白']],
  ['鄂温克族自治旗', ['鄂温克族自治旗', '鄂温克旗', '鄂温克']],
  ['大柴旦行政委员会', ['大柴旦行政委员会', '大柴旦行政委员会', '大柴旦行委', '大柴旦工行委', '大柴旦']],
  ['茂县', ['茂县', '茂县']],
])('spellings of the county %s', (name, spellings) => {
  expect(countySpellings(name)).toEqual(spellings);
});

it('spellings of a prefecture', () => {
  expect(prefectureSpellings('海西蒙古族藏族自治州')).toEqual(['海西蒙古族藏族自治州', '海西州', '海西']);
  expect(prefectureSpellings('西宁市')).toEqual(['西宁市', '西宁市', '西宁']);
});
