import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { isWaiting, waitingOrder, waitingText } from './overdue';

const open = {
  indicator: 'open_overdue',
  side: 'numerator',
  level: 'province',
  id: '630000',
  period: null,
  asOf: '2017-10-10',
} as const;

test('a case that waits says for how long, as its limit is counted', () => {
  const row = { closure_due: '2017-09-30', closure_rule: 'closure-general' };
  expect(waitingText(qinghai, open, row)).toBe('已超期 10 天');
  const undisclosed = { disclosure_due: '2017-09-30', disclosure_rule: 'disclosure-general' };
  expect(waitingText(qinghai, { ...open, indicator: 'disclosure_rate', side: 'missing' }, undisclosed)).toBe(
    '已超期 2 个工作日',
  );
});

test('what has waited longest stands first; lists of what is done have no such order', () => {
  expect(waitingOrder(qinghai.catalogue, open)).toEqual({ column: 'closure_due', descending: false });
  for (const list of [
    { ...open, side: 'missing' },
    { ...open, indicator: 'closure_on_time', side: 'missing' },
    { ...open, indicator: 'disclosure_rate', side: 'numerator' },
  ] as const) {
    expect(isWaiting(qinghai.catalogue, list)).toBe(false);
    expect(waitingOrder(qinghai.catalogue, list)).toBeUndefined();
    expect(waitingText(qinghai, list, { closure_due: '2017-09-30' })).toBeNull();
  }
});
