import { describe, expect, it } from 'vitest';
import { head, REQUIRED, sheet } from '../testing/sheets';
import { findTables } from './findTables';
import { type FoundSheet, ledgerSheets } from './ledgerSheets';

const PENALTIES = '案件编号|办案部门|县区|立案日期';
const of = (header: string, more: Partial<FoundSheet> = {}): FoundSheet => ({
  name: '表',
  hidden: false,
  tables: findTables(head([header]), sheet()),
  rows: header ? 10 : 0,
  ...more,
});

describe('of the sheets of a workbook', () => {
  it('reads those with a ledger and names the others', () => {
    expect(ledgerSheets([of('填表说明'), of(REQUIRED), of(''), of(PENALTIES), of('县区|承办部门|件数')])).toEqual({
      read: [1, 3],
      passed: [
        { sheet: 0, reason: 'no_header' },
        { sheet: 2, reason: 'empty' },
        { sheet: 4, reason: 'summary' },
      ],
      hiddenRead: [],
      conflicts: [],
    });
  });

  it('reads sheets of the same fields, in whatever order and with whatever columns beside', () => {
    const other = '类型|编号|县区|处理部门|登记日期|备注';
    expect(ledgerSheets([of(REQUIRED), of(other)])).toMatchObject({ read: [0, 1], conflicts: [] });
  });

  it.each([
    ['more', `${REQUIRED}|办结日期`],
    ['fewer', '编号|类型|县区|接收日期'],
  ])('asks where one has %s fields than the other', (_, header) => {
    expect(ledgerSheets([of(REQUIRED), of(PENALTIES), of(header)])).toMatchObject({
      read: [0, 1, 2],
      conflicts: [{ ledger: 'complaints', sheets: [0, 2] }],
    });
  });

  it('passes over a hidden sheet', () => {
    expect(ledgerSheets([of(REQUIRED), of(PENALTIES, { hidden: true })])).toMatchObject({
      read: [0],
      passed: [{ sheet: 1, reason: 'hidden' }],
    });
  });

  it('reads a hidden sheet where no other has a ledger', () => {
    expect(ledgerSheets([of('说明'), of(REQUIRED, { hidden: true })])).toMatchObject({ read: [1], hiddenRead: [1] });
    expect(ledgerSheets([of('县区|承办部门|件数'), of(REQUIRED, { hidden: true })])).toMatchObject({ read: [1] });
  });

  it('reads what misses columns where nothing else is there, for that to be said', () => {
    expect(ledgerSheets([of('县区|承办部门|件数')])).toMatchObject({ read: [0], passed: [] });
  });

  it('reads nothing where there is none', () => {
    expect(ledgerSheets([of(''), of('说明')])).toMatchObject({ read: [], hiddenRead: [], conflicts: [] });
  });
});
