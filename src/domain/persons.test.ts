import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { ledgerField } from './ledgers';
import {
  cellMayBePerson,
  masked,
  maskedRow,
  mayBePerson,
  maySlipInto,
  mayTellPerson,
  personalFields,
  personColumns,
} from './persons';

test.each([
  ['张三', '张＊＊'],
  ['欧阳娜娜', '欧＊＊'],
  ['西宁某某商贸有限公司', '西＊＊'],
  [' 李四', '李＊＊'],
  ['王', '王＊＊'],
  ['𠮷田', '𠮷＊＊'],
  ['张＊＊', '张＊＊'],
  ['  ', ''],
])('%j is shown as %j', (text, shown) => {
  expect(masked(text)).toBe(shown);
});

test('当事人 can be a person; blanks stay blank, and the row that was given stays as it was', () => {
  expect(personalFields(catalogue.ledger('penalties'))).toEqual(['party']);
  expect(personalFields(catalogue.ledger('complaints'))).toEqual([]);
  const row = { case_id: '王-1', party: '王五', fine_yuan: 3 };
  expect(maskedRow(row, ['party'])).toEqual({ case_id: '王-1', party: '王＊＊', fine_yuan: 3 });
  expect(row.party).toBe('王五');
  expect(maskedRow({ party: null }, ['party'])).toEqual({ party: null });
});

test.each([
  ['party', false, true],
  ['filed_on', false, false],
  ['filed_on', true, true],
] as const)('%s of a row that may have slipped (%s) may be a person: %s', (field, slipped, may) => {
  expect(mayBePerson(ledgerField(catalogue.ledger('penalties'), field), slipped)).toBe(may);
  expect(mayBePerson(null, slipped)).toBe(slipped);
});

test.each([
  ['张三', true],
  ['扎西 才让', true],
  ['甲A1公司', true],
  ['63212319800101123X', true],
  ['632123198001011234', true],
  ['张三632123198001011234', true],
  ['632123198013011234', false],
  ['A-1', false],
  ['2017年3月5日', false],
  ['/', false],
  ['', false],
  [undefined, false],
])('%j may tell a person: %s', (text, may) => {
  expect(mayTellPerson(text)).toBe(may);
});

test('the columns of persons and of what stands behind them in the template, wherever the file has them', () => {
  const places: Record<string, number> = { filed_on: 0, party: 3, decision_no: 4 };
  expect(personColumns(catalogue.ledger('penalties'), (f) => places[f], 6)).toEqual({
    persons: [3],
    next: [0],
    width: 6,
  });
  expect(personColumns(catalogue.ledger('complaints'), (f) => places[f], 6)).toEqual({
    persons: [],
    next: [],
    width: 6,
  });
});

const ROW = ['P-1', '张三', '李四公司', '工商', '2017-03-05', '约三百'];
const SHORT = { short: true };
const KNOWN = { short: false, isOthers: (text: string) => text === '工商' };
interface Place {
  column: number;
  row: string[];
  person: number;
  next?: number[];
  doubts?: { short: boolean };
}
test.each<[string, boolean, Place]>([
  ['right behind', true, { column: 2, row: ROW, person: 1 }],
  ['behind another part of it', true, { column: 3, row: ROW, person: 1 }],
  ['behind a day', false, { column: 5, row: ROW, person: 1 }],
  ['behind a day, in the column behind it in the template', true, { column: 5, row: ROW, person: 1, next: [5] }],
  ['before it', false, { column: 1, row: ROW, person: 2 }],
  ['a day however mistyped', false, { column: 2, row: ['P-1', '甲', '２０１７年13月1日'], person: 1, next: [2] }],
  [
    'a number, in a row that lacks a cell',
    false,
    { column: 1, row: ['P-1', '300', '海晏县'], person: 2, doubts: SHORT },
  ],
  [
    'before it, in a row that lacks a cell',
    true,
    { column: 1, row: ['P-1', '张三', '海晏县'], person: 2, doubts: SHORT },
  ],
  [
    'the id, in a row that lacks a cell',
    true,
    { column: 0, row: ['张三', '海晏县', '工商'], person: 1, doubts: SHORT },
  ],
  ['where it stands there is a day', true, { column: 0, row: ['海晏县', '甲', '2017-03-05', 'x'], person: 2 }],
  [
    'where it stands there is a department',
    true,
    { column: 0, row: ['王大一', '甲', '工商', 'x'], person: 2, doubts: KNOWN },
  ],
  ['where it stands there is nothing', true, { column: 0, row: ['王大一', '2017-03-05', '', 'x'], person: 2 }],
  ['where it stands there is a stroke', true, { column: 3, row: ['P-1', '/', '', '李四海'], person: 1 }],
  ['where it stands there is 无', true, { column: 0, row: ['王大一', '1', '无', 'x'], person: 2 }],
  ['nothing there, but a county', false, { column: 0, row: ['海宴县', '2017-03-05', '', 'x'], person: 2 }],
  ['nothing there, but an id', false, { column: 0, row: ['青工商〔2017〕3号', '2017-03-05', '', 'x'], person: 2 }],
  ['one to the left, one blank at the end', true, { column: 1, row: ['P-1', '张三', '某街', '1', ''], person: 2 }],
  ['one to the left, cells blank and gone', true, { column: 1, row: ['P-1', '张三', '某街'], person: 2 }],
  ['two to the left, one blank at the end', false, { column: 0, row: ['张三', '1', '某街', '1', ''], person: 2 }],
  [
    'one to the left, one blank at the end, but a county',
    false,
    { column: 1, row: ['P-1', '海宴县', '张三', '1', ''], person: 2 },
  ],
  [
    'the number of a card, anywhere',
    true,
    { column: 0, row: ['632123198001011234', '1', '张三', '1', '1'], person: 2 },
  ],
])('%s: a name may have slipped there: %s', (_, may, { column, row, person, next = [], doubts = { short: false } }) => {
  expect(maySlipInto(column, row, { persons: [person], next, width: 5 }, doubts)).toBe(may);
});

test('none slips in a file without persons', () => {
  expect(maySlipInto(2, ROW, { persons: [], next: [], width: 6 }, SHORT)).toBe(false);
});

const FINE = ledgerField(catalogue.ledger('penalties'), 'fine_yuan');
test.each([
  [null, '13897123456', false, true],
  [null, '电话13897123456', false, true],
  [null, '632123800101123', false, true],
  [null, '632123198013011234', false, true],
  [null, '23897123456', false, false],
  [null, '2017-03-05', false, false],
  [FINE, '13897123456', false, false],
  [FINE, '13897123456', true, true],
  [FINE, '632123198001011234', false, true],
] as const)('%o %s in a row that may have slipped (%s): shown masked %s', (field, text, slipped, may) => {
  const columns = { persons: [1], next: [], width: 3 };
  expect(cellMayBePerson(field, 2, ['P-1', '2017-01-02', text], columns, { short: false, slipped })).toBe(may);
});
