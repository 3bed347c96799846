import { expect, test } from 'vitest';
import { spells } from './spelling';

const HUANGNAN = ['huang', 'nan', 'zang', 'zu'];

test.each([
  ['huangnan', 'start'],
  ['huangn', 'start'],
  ['hua', 'start'],
  ['hn', 'start'],
  ['hnan', 'start'],
  ['hnzz', 'start'],
  ['nanzang', 'within'],
  ['nz', null],
  ['hz', null],
  ['huangnanzangzuzi', null],
  ['黄南', null],
  ['', null],
  ['632300', null],
])('%s spells 黄南藏族: %s', (typed, where) => {
  expect(spells(typed, HUANGNAN)).toBe(where);
});

test('ü is typed as v or ü, an apostrophe may part syllables, zh ch sh are initials', () => {
  expect(spells('banjielv', ['ban', 'jie', 'lv'])).toBe('start');
  expect(spells('banjielü', ['ban', 'jie', 'lv'])).toBe('start');
  expect(spells("ping'an", ['ping', 'an'])).toBe('start');
  expect(spells('zhd', ['zhi', 'duo'])).toBe('start');
});
