import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { head, REQUIRED, sheet } from '../testing/sheets';
import { findTables } from './findTables';
import { type FoundSheet, ledgerSheets, sheetGroups } from './ledgerSheets';

const PENALTIES = '案件编号|办案部门|县区|立案日期';
const of = (header: string, more: Partial<FoundSheet> = {}): FoundSheet => ({
  name: '表',
  hidden: false,
  tables: findTables(catalogue, head([header]), sheet()),
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
    expect(ledgerSheets([of(''), of('说明')])).toMatchObject({ read: [], hiddenRead: [] });
  });
});

describe('the sheets of a ledger', () => {
  const groups = (...headers: string[]) =>
    sheetGroups(
      catalogue.ledger('complaints'),
      headers.map((header, number) => ({ number, ...of(header) })),
    ).map(({ sheets, missing }) => [sheets, missing]);

  it('are one group where they have the same fields, in whatever order, under whatever names and with whatever beside', () => {
    expect(groups(REQUIRED, '类型|编号|县区|处理部门|登记日期|备注')).toEqual([[[0, 1], []]]);
  });

  it('are several where they have not; other ledgers and summaries are none of them', () => {
    const more = `${REQUIRED}|办结日期`;
    expect(groups(REQUIRED, PENALTIES, more, '县区|承办部门|件数', more, REQUIRED)).toEqual([
      [[0, 5], []],
      [[2, 4], []],
    ]);
  });

  it('say what is missing', () => {
    expect(groups(REQUIRED, '编号|类型|县区|接收日期')).toEqual([
      [[0], []],
      [[1], [['department']]],
    ]);
  });

  it('are told by all tables that stand in them', () => {
    const two = `${REQUIRED}||${REQUIRED}|办结日期`;
    expect(groups(two, two, `${REQUIRED}|办结日期`)).toEqual([[[0, 1, 2], []]]);
    expect(groups(two, REQUIRED)).toEqual([
      [[0], []],
      [[1], []],
    ]);
  });
});
