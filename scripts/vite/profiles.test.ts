import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readProfileList } from '../../src/app/profileList';
import { listOf, profilesIn } from './profiles';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaoping-profiles-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, profile: object) => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'profile.json'), JSON.stringify(profile));
};

it('lists every folder, the first one first whatever is added', () => {
  write('c', { id: 'c', name: '丙', office: '丙办', year: 2017 });
  write('b', { id: 'b', name: '乙', office: '乙办', samples: ['b-sample'] });
  write('a', { id: 'a', name: '甲', office: '甲办' });
  const profiles = profilesIn(folder, 'b');
  expect(profiles.map((p) => [p.id, p.samples])).toEqual([
    ['b', ['b-sample']],
    ['a', []],
    ['c', []],
  ]);
  expect(readProfileList(JSON.parse(listOf(profiles))).map((p) => p.name)).toEqual(['乙', '甲', '丙']);
});

it.each([
  ['without profile.json', () => mkdirSync(join(folder, 'a')), 'is missing'],
  ['whose profile has another id', () => write('a', { id: 'b', name: '乙', office: '' }), 'id is b'],
])('refuses a folder %s', (_, make, message) => {
  make();
  expect(() => profilesIn(folder, '')).toThrow(message);
});

it('finds the profiles that are shipped', () => {
  expect(profilesIn('public/profiles', 'qinghai-2017')[0]).toMatchObject({
    id: 'qinghai-2017',
    samples: expect.arrayContaining(['qinghai-2017-sample']),
  });
});
