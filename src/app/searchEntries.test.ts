import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { officeOf } from '../domain/office';
import { PROFILE_FILES, type ProfileFile } from '../domain/profile';
import { readProfile } from '../domain/readProfile';
import { findEntries, searchEntries } from './searchEntries';

const files = Object.fromEntries(
  Object.keys(PROFILE_FILES).map((f) => [
    f,
    JSON.parse(readFileSync(`public/profiles/qinghai-2017/${f}.json`, 'utf8')),
  ]),
) as Record<ProfileFile, unknown>;
const entries = searchEntries(officeOf(readProfile(files)));
const found = (text: string) => findEntries(entries, text).map((e) => `${e.kind} ${e.name}`);

test('a prefecture stands before what only mentions it', () => {
  expect(found('海南')[0]).toBe('市州 海南藏族自治州');
});
test('a county is found by its code, also by one of another year', () => {
  const huangzhong = found('湟中');
  expect(huangzhong).toContain('县区 湟中县');
  expect(found('630106')).toEqual(huangzhong);
});
test('a hit by a code or name of other years says which and when; one by its own says nothing', () => {
  const told = (text: string) => findEntries(entries, text).map((e) => [e.name, e.told]);
  expect(told('630106')).toEqual([['湟中县', '后用代码 630106、名称 湟中区（2019-11 起）']]);
  expect(told('湟中')).toEqual([['湟中县', undefined]]);
  expect(told('630221')).toEqual([['平安区', '曾用代码 630221、名称 平安县（2013-02 至 2015-02）']]);
  expect(told('海东地区')).toEqual([['海东市', '曾用代码 632100、名称 海东地区（2013-02 前）']]);
});
test('departments, indicators and zones are found by name', () => {
  expect(found('工商')[0]).toBe('部门 工商');
  expect(found('按期办结')).toEqual(['指标 按期办结率']);
  expect(found('东部')).toContain('片区 东部地区');
});
test('full-width digits are folded; nothing finds nothing', () => {
  expect(found('６３０１００')).toEqual(['市州 西宁市']);
  expect(found('  ')).toEqual([]);
});
test('every entry has its own key', () => {
  expect(new Set(entries.map((e) => e.key)).size).toBe(entries.length);
});
