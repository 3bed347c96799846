import { expect } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import type { Merged } from '../sheet';
import { findTables } from '../table/findTables';
import { head, sheet } from './sheets';

export const find = (lines: readonly string[], merged: readonly Merged[] = []) =>
  findTables(catalogue, head(lines), sheet(merged));
export const one = (lines: readonly string[], merged: readonly Merged[] = []) => {
  const tables = find(lines, merged);
  expect(tables).toHaveLength(1);
  return tables[0] as NonNullable<(typeof tables)[0]>;
};

export const COMPLAINTS = '编号|类型|县区|承办部门|接收日期|受理决定日期|办结日期';
export const CASE = 'TS001|投诉|共和县|工商|2017-07-03|2017-07-05|2017-08-01';
export const FIELDS = {
  complaint_id: 0,
  kind: 1,
  county: 2,
  department: 3,
  received_on: 4,
  accepted_on: 5,
  closed_on: 6,
};
