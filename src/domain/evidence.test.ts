import { expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { evidenceColumns } from './evidence';
import type { IndicatorId } from './indicators';

it.each([
  ['complaints', '编号', 'acceptance_due'],
  ['penalties', '案件编号', 'disclosure_due'],
] as const)('%s rows show the ledger, then the deadlines, then where they came from', (ledger, first, due) => {
  const columns = evidenceColumns(catalogue, ledger);
  const keys = columns.map((c) => c.key);
  expect(columns[0]?.label).toBe(first);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.indexOf(due)).toBeGreaterThan(keys.indexOf('county'));
  expect(keys.slice(-3)).toEqual(['file', 'sheet', 'row']);
  expect(columns.find((c) => c.key === due)?.kind).toBe('day');
});

it('finds what is counted over cases', () => {
  for (const c of catalogue.counted) expect(catalogue.overCases(c.id)).toBe(c);
  expect(() => catalogue.overCases('submission_on_time' as IndicatorId)).toThrow(RangeError);
});
