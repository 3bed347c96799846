import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { findTables } from '../table/findTables';
import type { Table } from '../table/table';
import { head, REQUIRED, sheet } from '../testing/sheets';
import { LackingColumns } from './lackingColumns';

const table = (header: string) => findTables(catalogue, head([header]), sheet())[0] as Table;
const said = (...headers: string[]) => {
  const lacking = new LackingColumns(catalogue.ledger('complaints'));
  headers.forEach((h, i) => {
    lacking.add(table(h), `表${i + 1}`);
  });
  return lacking.notes().map((n) => n.detail);
};
const CLOSED = `${REQUIRED}|办结日期`;

describe('tables that are read together', () => {
  it('have nothing to be said of them where they have the same columns, or one stands alone', () => {
    expect(said(REQUIRED)).toEqual([]);
    expect(said(CLOSED, '办结日期|类型|编号|县区|处理部门|登记日期|备注')).toEqual([]);
  });

  it('are named by what others have, many of one kind in one sentence', () => {
    expect(said(REQUIRED, CLOSED, `${CLOSED}|满意度`)).toEqual([
      '表1没有「办结日期」「满意度」列',
      '表2没有「满意度」列',
    ]);
    expect(said(CLOSED, ...Array(5).fill(REQUIRED))).toEqual(['表2、表3、表4、表5等 5 张表没有「办结日期」列']);
  });
});
