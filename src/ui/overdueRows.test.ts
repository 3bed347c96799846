import { expect, test } from 'vitest';
import type { Attention } from '../domain/catalogue/indicator';
import { overdueRows } from './overdueRows';
import { office } from './testing/assessedUnits';

const row = (county: string, closure_due: string) => ({
  complaint_id: 'T1',
  kind: '投诉',
  county,
  department: 'aic',
  received_on: '2017-07-01',
  closure_due,
  closure_rule: 'closure-general',
  file: 'a.csv',
  row: 7,
});

const open = office.catalogue.attention.find((i) => i.id === 'open_overdue') as Attention;

test('counts past the deadline as its limit is counted: 60 days in days', () => {
  const [r] = overdueRows(office, open, [row('632521', '2017-09-30')], '2017-10-10');
  expect(r).toMatchObject({ id: 'T1', county: '632521', department: 'aic', file: 'a.csv', row: 7 });
  expect(r?.over).toEqual({ days: 10, unit: 'calendar_days', lastDay: false });
});
