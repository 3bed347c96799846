import { expect, test } from 'vitest';
import { submissionOf } from '../../../tests/support/submission';
import { replacementBy, replacementWords } from './replacement';

const held = submissionOf({ id: 7, version: 2, receivedOn: '2017-07-05' });
const key = { unit: held.unit, period: held.period, ledger: held.ledger };

test.each([
  ['a later version', { version: 3, receivedOn: null }, true],
  ['the same version, received later', { version: 2, receivedOn: '2017-07-06' }, true],
  ['an earlier version', { version: 1, receivedOn: '2017-08-01' }, false],
])('%s', (_, file, replaces) => {
  const found = replacementBy([held], { ...key, ...file });
  expect(found).toEqual({ of: held.file, replaces });
  if (found) expect(replacementWords(found, true)).toContain(replaces ? '已替换' : '不参与计算');
});

test('nothing is replaced where nothing counts', () => {
  const file = { version: 1, receivedOn: null };
  expect(replacementBy([], { ...key, ...file })).toBeNull();
  expect(replacementBy([{ ...held, withdrawnAt: '2017-08-01T00:00:00Z' }], { ...key, ...file })).toBeNull();
});
