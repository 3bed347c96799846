import { expect, test } from 'vitest';
import { LEDGERS, ledgerField } from './ledgers';
import { masked, maskedRow, mayBePerson, personalFields } from './persons';

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
  expect(personalFields(LEDGERS.penalties)).toEqual(['party']);
  expect(personalFields(LEDGERS.complaints)).toEqual([]);
  const row = { case_id: '王-1', party: '王五', fine_yuan: 3 };
  expect(maskedRow(row, ['party'])).toEqual({ case_id: '王-1', party: '王＊＊', fine_yuan: 3 });
  expect(row.party).toBe('王五');
  expect(maskedRow({ party: null }, ['party'])).toEqual({ party: null });
});

test.each([
  ['penalties', 'party', '甲商行', false, true],
  ['penalties', 'filed_on', '李四', false, true],
  ['penalties', 'filed_on', '示例商户0123', false, true],
  ['penalties', 'filed_on', '２０１７年13月1日', false, false],
  ['penalties', 'fine_yuan', '1.2万元', false, false],
  ['penalties', 'disclosed_on', '已公示', false, false],
  ['penalties', 'disclosed_on', '已公示', true, true],
  ['penalties', 'procedure', '简易', false, false],
  ['penalties', 'procedure', '简易', true, true],
  ['complaints', 'closed_on', '未办结', false, false],
] as const)('%s %s: %s in a row with surplus cells (%s) may be a person: %s', (ledger, field, text, slipped, may) => {
  expect(mayBePerson(LEDGERS[ledger], ledgerField(LEDGERS[ledger], field), text, slipped)).toBe(may);
});
