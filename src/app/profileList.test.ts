import { describe, expect, it, test } from 'vitest';
import { profileMeant, readProfileList, searchOf } from './profileList';

const LIST = [
  { id: 'qinghai-2017', name: '青海省 2017', office: '甲' },
  { id: 'xiamen-2016', name: '厦门市 2016', office: '乙' },
];

describe('an address', () => {
  it.each([
    ['of the time when there was one profile', LIST, '', { id: 'qinghai-2017' }],
    ['that names one', LIST, '?profile=xiamen-2016', { id: 'xiamen-2016' }],
    ['that names one that is not there', LIST, '?profile=xiamen', { unknown: 'xiamen' }],
    ['that names none', LIST, '?profile=', { unknown: '' }],
    ['where the server has no list', [], '', { id: 'qinghai-2017' }],
    ['that names one where the server has no list', [], '?profile=xiamen-2016', { id: 'xiamen-2016' }],
    ['that leads out of the folder', [], '?profile=../x', { unknown: '../x' }],
  ])('%s', (_, list, search, meant) => {
    expect(profileMeant(list, search)).toEqual(meant);
  });

  it('keeps whatever else it says', () => {
    expect(searchOf('', 'xiamen-2016')).toBe('?profile=xiamen-2016');
    expect(searchOf('?a=1&profile=qinghai-2017', 'xiamen-2016')).toBe('?a=1&profile=xiamen-2016');
  });
});

test.each([
  ['no object', [], 'profiles/index.json → （整个文件）'],
  ['an empty list', { profiles: [] }, 'profiles/index.json → profiles'],
  ['an id that is no name of a folder', { profiles: [{ ...LIST[0], id: '厦门' }] }, 'profiles.0.id'],
  ['an id twice', { profiles: [LIST[0], LIST[0]] }, 'id 重复'],
])('a list with %s is refused with the place of the fault', (_, content, fault) => {
  expect(() => readProfileList(content)).toThrow(fault);
});

test('a list is read in its order', () => {
  expect(readProfileList({ profiles: LIST })).toEqual(LIST);
});
