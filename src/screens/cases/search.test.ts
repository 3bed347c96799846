import { expect, test } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import type { EvidenceQuestion, EvidenceRow } from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import { type Found, meantCase, shownFirst } from './search';

const found = (ledger: LedgerId, search: string, ids: string[], total = ids.length): Found => ({
  question: { ledger, level: 'province', id: '630000', asOf: '2018-01-10', search } satisfies EvidenceQuestion,
  page: { total, rows: ids.map((id): EvidenceRow => ({ [catalogue.ledger(ledger).idField]: id })) },
});

test.each([
  ['the only one found, by a part of its number', '0007', [], ['P-0007'], { of: 1, row: 0 }],
  ['the one that bears the number, though a complaint mentions it', 'P-0007', ['T-1'], ['P-0007'], { of: 1, row: 0 }],
  [
    'the one that bears the number, among others that begin with it',
    'p-1',
    [],
    ['P-1', 'P-10', 'P-11'],
    { of: 1, row: 0 },
  ],
  ['a number pasted with blanks and in full width', 'Ｐ－ ０００７', [], ['P-0007'], { of: 1, row: 0 }],
  ['none: several are found', '00', ['T-001'], ['P-001'], null],
  ['none: two bear the number', 'X-1', ['X-1'], ['X-1'], null],
  ['none is found', 'X-1', [], [], null],
] as const)('the case that is meant: %s', (_, search, complaints, penalties, meant) => {
  const pages = [found('complaints', search, [...complaints]), found('penalties', search, [...penalties])];
  expect(meantCase(catalogue, pages)).toEqual(meant);
});

test('the ledger of the number is shown first, else the first that finds anything', () => {
  expect(shownFirst(catalogue, [found('complaints', 'P-1', ['T-1']), found('penalties', 'P-1', ['P-1'])])).toBe(1);
  expect(shownFirst(catalogue, [found('complaints', '甲', []), found('penalties', '甲', ['P-1'])])).toBe(1);
  expect(shownFirst(catalogue, [found('complaints', '甲', []), found('penalties', '甲', [])])).toBe(0);
});
