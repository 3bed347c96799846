import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { loadOffice, profileFolder } from './profile';

it.each([
  ['nothing', null, 'qinghai-2017'],
  ['the id of a profile that is shipped', 'qinghai-2017', 'qinghai-2017'],
  ['its folder', 'public/profiles/qinghai-2017', 'qinghai-2017'],
])('--profile as %s', async (_, given, id) => {
  expect((await loadOffice(profileFolder(given))).profile.id).toBe(id);
});

it('takes a folder before an id', () => {
  expect(profileFolder(tmpdir())).toBe(tmpdir());
});

it('names the profiles that there are where it is neither', () => {
  expect(() => profileFolder('nowhere')).toThrow(/nowhere.*qinghai-2017/);
});
