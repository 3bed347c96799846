import { expect, test } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { sharedCaseTable } from './sharedCaseTable';

test('one row per unit of a case, codes by name, with file and row', () => {
  const at = { place: '632223', department: 'aic', day: '2017-03-05' };
  const rows = [
    { ...at, unit: '632200', submission: 1, file: 'a.csv', sheet: null, row: 3 },
    { ...at, unit: 'aic', submission: 2, file: 'b.csv', sheet: null, row: 9 },
  ];
  const table = sharedCaseTable(qinghai, [{ ledger: 'complaints', id: 'T-2', rows }]);
  expect(table.rows).toEqual([
    [
      '投诉举报台账',
      'T-2',
      '海北藏族自治州',
      '海晏县',
      '工商',
      { day: '2017-03-05' },
      'a.csv',
      { number: 3, format: 'count' },
    ],
    ['投诉举报台账', 'T-2', '工商', '海晏县', '工商', { day: '2017-03-05' }, 'b.csv', { number: 9, format: 'count' }],
  ]);
  expect(table.columns).toHaveLength(8);
});

test('sheets are named where a file has them', () => {
  const at = { place: '632223', department: 'aic', day: null };
  const rows = [
    { ...at, unit: '632200', submission: 1, file: 'a.csv', sheet: null, row: 3 },
    { ...at, unit: 'aic', submission: 2, file: 'b.xlsx', sheet: '投诉', row: 9 },
  ];
  const { columns, rows: cells } = sharedCaseTable(qinghai, [{ ledger: 'complaints', id: 'T-2', rows }]);
  const column = columns.findIndex((c) => c.label === '工作表');
  expect(cells.map((row) => row[column])).toEqual([null, '投诉']);
});
