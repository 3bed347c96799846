import { expect, it } from 'vitest';
import type { Submission } from '../../src/domain/submission';
import { qinghai } from '../../tests/support/profile';
import { cutOffOf } from './cutOff';

const sent = [{ unit: '632200', ledger: 'complaints', period: '2026Q1', withdrawnAt: null }] as Submission[];

it.each<[string, string, string, string[]]>([
  [
    '2026-11-23',
    '2026',
    '2026-04-10',
    [
      '截止日 2026-04-10：今天是 2026-11-23，2026年还没有到取数的日子，取已报送至 2026-03-31，其后第 10 日；要另定的，写 --as-of。',
    ],
  ],
  ['2027-01-10', '2026', '2027-01-10', []],
  ['2026-11-23', '2026Q1', '2026-04-10', []],
])('on %s the cut-off of %s is %s, and what hangs on the day is said', (today, period, day, said) => {
  const messages: string[] = [];
  expect(cutOffOf(qinghai, period, sent, today, (text) => messages.push(text))).toBe(day);
  expect(messages).toEqual(said);
});
