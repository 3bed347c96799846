import { expect, it } from 'vitest';
import { screenLocation } from './hashHistory';

it.each([
  ['', '/', ''],
  ['#/year', '/year', ''],
  ['#/submissions?tab=files', '/submissions', '?tab=files'],
  ['#/cases?id=%E7%9C%81&period=2017', '/cases', '?id=%E7%9C%81&period=2017'],
  // What could lead to another server.
  ['#//evil.example/year', '/evil.example/year', ''],
])('%j leads to %s with %j', (hash, pathname, search) => {
  expect(screenLocation(hash, null)).toMatchObject({ pathname, search, hash: '' });
});

it('keeps the place in the history', () => {
  const state = { key: 'k', __TSR_key: 'k', __TSR_index: 3 };
  expect(screenLocation('#/year', state).state).toEqual(state);
  expect(screenLocation('#/year', null).state).toMatchObject({ __TSR_index: 0 });
});
