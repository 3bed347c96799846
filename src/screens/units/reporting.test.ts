import { expect, test } from 'vitest';
import { submissionOf } from '../../../tests/support/submission';
import { quartersOf } from '../../domain/period';
import { register } from '../../domain/register';
import { GUOLUO, office, XINING } from '../../ui/testing/assessedUnits';
import { countedText, entriesOf, firstReceived, stateText } from './reporting';

const asOf = '2017-07-20';
const entries = register(
  office,
  [
    submissionOf({ id: 1, receivedOn: '2017-04-14' }),
    submissionOf({ id: 2, version: 2, receivedOn: '2017-05-02' }),
    submissionOf({ id: 3, ledger: 'penalties', rowsRead: 0, rowsAccepted: 0, rowsRejected: 0 }),
    submissionOf({ id: 4, period: '2017Q2', receivedOn: null }),
  ],
  2017,
  asOf,
);

test('each state has its words', () => {
  expect(entriesOf(entries, XINING, '2017').map(stateText)).toEqual([
    '迟报 4 个工作日',
    '按时 · 零申报',
    '已收到，收到日期不详',
    '未报送',
    '未到期',
    '未到期',
    '未到期',
    '未到期',
  ]);
});

test('the first version counts, not the correction, and not what came after the cut-off', () => {
  const [complaints] = entriesOf(entries, XINING, '2017Q1');
  expect(complaints && firstReceived(complaints, asOf)).toBe('2017-04-14');
  expect(complaints && firstReceived(complaints, '2017-04-10')).toBeNull();
});

test('a unit has the entries of the period only', () => {
  expect(entriesOf(entries, GUOLUO, '2017H1')).toHaveLength(4);
  expect(entriesOf(entries, GUOLUO, '2018')).toEqual([]);
});

test('what lies beyond the published calendar is said, not counted', () => {
  expect(stateText({ state: 'late', daysLate: null, zero: false })).toBe('迟报，天数未知');
  expect(stateText({ state: 'undated', daysLate: null, zero: true })).toBe('期限未定：该年度节假日安排未公布 · 零申报');
});

test.each([
  [2017 * 4 + 1, '计入二季度'],
  [2018 * 4, '计入次年一季度，不在本期'],
  [undefined, '不计'],
])('an entry due in quarter %s counts in %s', (quarter, words) => {
  expect(countedText(quarter, { year: 2017, quarters: quartersOf('2017') })).toBe(words);
});
