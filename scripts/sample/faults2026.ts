import { addDays, type Day } from '../../src/domain/day';
import { periodEnd } from '../../src/domain/period';
import type { Row } from './cases';
import { type FaultPlan, set, setFrom } from './recipe';

const checked = (row: Row): boolean => row.checked_on !== '' && row.published_on === '';
const published = (row: Row): boolean => row.published_on !== '';
const unchecked = (row: Row): boolean => row.checked_on === '';

/** A few rows of the two ledgers that 2026 brings, and what can be odd in them alone. */
export const FAULTS_2026: FaultPlan = {
  recipes: [
    {
      code: 'result_without_check',
      ledger: 'inspections',
      field: 'checked_on',
      times: 2,
      fits: checked,
      change: set({ checked_on: '' }),
    },
    {
      code: 'published_without_check',
      ledger: 'inspections',
      field: 'published_on',
      times: 1,
      fits: published,
      change: set({ checked_on: '', result: '', sample: '', follow_up_closed_on: '' }),
    },
    {
      code: 'not_a_date',
      ledger: 'inspections',
      field: 'checked_on',
      times: 1,
      fits: unchecked,
      change: setFrom('checked_on', ['3月中旬', '已检查', '2026-02-30']),
    },
    {
      code: 'unknown_department',
      ledger: 'inspections',
      field: 'department',
      times: 1,
      change: setFrom('department', ['联合检查组', '有关部门']),
    },
    {
      code: 'after_period',
      ledger: 'inspections',
      field: 'drawn_on',
      times: 1,
      fits: unchecked,
      change: (_row, filing) => ({ drawn_on: addDays(periodEnd(filing.period), 1), due_on: '' }),
    },
    {
      code: 'not_a_number_optional',
      ledger: 'disposals',
      field: 'weight_kg',
      times: 2,
      fits: (row) => row.disposed_on !== '',
      change: setFrom('weight_kg', ['约三百', '未称重']),
    },
    {
      code: 'date_order',
      ledger: 'disposals',
      field: 'disposed_on',
      times: 1,
      fits: (row) => row.disposed_on !== '' && row.env_notified_on === '',
      change: (row) => ({ disposed_on: addDays(row.received_on as Day, -3) }),
    },
    { code: 'required_missing', ledger: 'disposals', field: 'goods', times: 1, change: set({ goods: '' }) },
  ],
  repeated: { inspections: 1 },
};
