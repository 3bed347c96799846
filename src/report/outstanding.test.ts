import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { type Outstanding, outstandingOf, outstandingRows } from './outstanding';
import { outstandingSheet } from './sheets/outstanding';
import { workbookOf } from './testing/workbookOf';

const undisclosed = outstandingOf(qinghai.catalogue).find((i) => i.id === 'disclosure_rate') as Outstanding;

it.each([
  ['2017-12-29', '当日到期', null],
  ['2018-01-10', '未到期', null],
  // Past, but by days off alone.
  ['2017-12-28', { number: 1, format: 'count' }, '工作日'],
])('a disclosure due on %s is 已超期 %o at 2017-12-29', (due, over, unit) => {
  const row = { case_id: 'P', county: '632521', department: 'aic', decided_on: '2017-11-30', disclosure_due: due };
  const rows = outstandingRows(
    qinghai,
    undisclosed,
    [{ ...row, disclosure_rule: 'disclosure-general', file: 'a.csv', row: 2 }],
    '2017-12-29',
  );
  expect(outstandingSheet(workbookOf(), rows).table.rows[0]?.slice(7, 9)).toEqual([over, unit]);
});

it('says that less than a working day has gone by', () => {
  const row = { case_id: 'P', county: '632521', department: 'aic', decided_on: '2017-11-30', file: 'a.csv', row: 2 };
  const due = { disclosure_due: '2017-12-29', disclosure_rule: 'disclosure-general' };
  const rows = outstandingRows(qinghai, undisclosed, [{ ...row, ...due }], '2017-12-31');
  expect(outstandingSheet(workbookOf(), rows).table.rows[0]?.slice(7, 9)).toEqual(['不足 1', '工作日']);
});
