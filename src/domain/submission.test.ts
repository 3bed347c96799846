import { describe, expect, it } from 'vitest';
import { submissionOf } from '../../tests/support/submission';
import { comparePeriods, effectiveSubmissions, submissionKey, submissionStatus } from './submission';

describe('effectiveSubmissions', () => {
  const ids = (...list: ReturnType<typeof submissionOf>[]) => effectiveSubmissions(list).map((s) => s.id);

  it('takes the higher version of the file name, whatever came first', () => {
    expect(ids(submissionOf({ id: 1, version: 2 }), submissionOf({ id: 2, version: 1 }))).toEqual([1]);
  });

  it('takes the one received later, then the one taken in later', () => {
    const first = submissionOf({ id: 3, receivedOn: '2017-04-05' });
    expect(ids(submissionOf({ id: 4, receivedOn: '2017-04-06' }), first)).toEqual([4]);
    expect(ids(submissionOf({ id: 4, receivedOn: '2017-04-04' }), first)).toEqual([3]);
    expect(ids(submissionOf({ id: 4, receivedOn: null }), first)).toEqual([3]);
    expect(ids(submissionOf({ id: 4, receivedOn: '2017-04-05' }), first)).toEqual([4]);
  });

  it('goes back to the earlier version when the later is withdrawn', () => {
    const list = [submissionOf({ id: 1 }), submissionOf({ id: 2, version: 2, withdrawnAt: '2017-05-01T00:00:00Z' })];
    expect(ids(...list)).toEqual([1]);
    const effective = effectiveSubmissions(list);
    expect(list.map((s) => submissionStatus(s, effective))).toEqual(['current', 'withdrawn']);
  });

  it('keeps units, periods and ledgers apart', () => {
    const list = [
      submissionOf({ id: 1 }),
      submissionOf({ id: 2, unit: '632500' }),
      submissionOf({ id: 3, period: '2017Q2' }),
      submissionOf({ id: 4, ledger: 'penalties', rowsRead: 0, rowsAccepted: 0 }),
      submissionOf({ id: 5, version: 2 }),
    ];
    const effective = effectiveSubmissions(list);
    expect(effective.map((s) => s.id)).toEqual([2, 3, 4, 5]);
    expect(list.map((s) => submissionStatus(s, effective))).toEqual([
      'superseded',
      'current',
      'current',
      'zero',
      'current',
    ]);
    expect(new Set(list.map(submissionKey)).size).toBe(4);
  });
});

it('orders periods by their end, the shorter of two that end together last', () => {
  const periods = ['2017', '2017Q4', '2017H1', '2017Q2', '2017Q1', '2018Q1', '2017H2'];
  expect(periods.sort(comparePeriods)).toEqual(['2017Q1', '2017H1', '2017Q2', '2017', '2017H2', '2017Q4', '2018Q1']);
});
