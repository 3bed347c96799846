import { expect, test } from 'vitest';
import { office } from '../testing/assessedUnits';
import { overdueRows } from './overdue';

const row = (county: string, closure_due: string) => ({
  complaint_id: 'T1',
  kind: '投诉',
  county,
  department: 'aic',
  received_on: '2017-07-01',
  closure_due,
  file: 'a.csv',
  row: 7,
});

test('counts working days past the deadline, without the National Day week', () => {
  const [r] = overdueRows(office, [row('632521', '2017-09-30')], '2017-10-10');
  expect(r).toMatchObject({ id: 'T1', place: '共和县', department: '工商', daysOver: 2, file: 'a.csv', row: 7 });
});

test.each([
  ['632500', '海南藏族自治州本级'],
  ['630000', '青海省本级'],
  ['999999', '999999'],
])('names the place %s', (code, name) => {
  expect(overdueRows(office, [row(code, '2017-09-30')], '2017-10-10')[0]?.place).toBe(name);
});

test('a cut-off beyond the published calendar is past the deadline by an unknown number of days', () => {
  expect(overdueRows(office, [row('632521', '2026-12-30')], '2027-01-10')[0]?.daysOver).toBeNull();
});
