import { expect, test } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { qinghai } from '../../../tests/support/profile';
import { type EvidenceQuestion, ledgerOf } from '../../domain/evidence';
import type { IndicatorId } from '../../domain/indicators';
import { officeIn } from '../../domain/officeIn';
import {
  allColumns,
  essentialKeys,
  isAfterCutOff,
  listedColumns,
  shownColumns,
  shownValue,
  unsureColumns,
} from './columns';

const column = (key: string) => {
  const found = [...allColumns(qinghai, 'complaints'), ...allColumns(qinghai, 'penalties')].find((c) => c.key === key);
  if (!found) throw new Error(key);
  return found;
};

const where = { level: 'province', id: '630000', asOf: '2018-01-10' } as const;
const ofFigure = (indicator: IndicatorId): EvidenceQuestion => ({
  ...where,
  indicator,
  side: 'denominator',
  period: '2017',
});

test.each([
  ...catalogue.counted.map((c) => [c.id, ofFigure(c.id)] as const),
  ...catalogue.ledgerIds.map((ledger) => [ledger, { ...where, ledger }] as const),
])('%s: essential columns exist, id first', (_, question) => {
  const keys = shownColumns(qinghai, question, undefined).map((c) => c.key);
  expect(keys).toEqual(essentialKeys(catalogue, question));
  expect(keys[0]).toMatch(/_id$/);
  expect(keys.slice(-3)).toEqual(['file', 'sheet', 'row']);
  expect(keys.length).toBeLessThan(allColumns(qinghai, ledgerOf(catalogue, question)).length);
});

test('chosen columns keep the order of the list; unknown ones are left out', () => {
  expect(shownColumns(qinghai, ofFigure('closure_on_time'), 'row,product,nonsense,kind').map((c) => c.key)).toEqual([
    'complaint_id',
    'kind',
    'product',
    'row',
  ]);
});

test.each([
  ['county', '632521', '共和县'],
  ['county', '632500', '海南藏族自治州本级'],
  ['county', '630000', '省本级'],
  ['department', 'aic', '工商'],
  ['closed_on', null, ''],
  ['extension_days', 10, 10],
])('%s %s is shown as %s', (key, value, shown) => {
  expect(shownValue(qinghai, column(key), { [key]: value })).toBe(shown);
});

test.each([
  ['closed_on', { closed_on: '2018-01-11' }, true],
  ['closed_on', { closed_on: '2018-01-10' }, false],
  ['closure_due', { closure_due: '2018-03-01' }, false],
  ['satisfaction', { satisfaction: '满意', closed_on: '2018-02-01' }, true],
  ['acceptance', { acceptance: '受理', accepted_on: '2017-02-01' }, false],
  ['satisfaction', { satisfaction: null, closed_on: '2018-02-01' }, false],
])('%s of %o after the cut-off: %s', (key, row, after) => {
  expect(isAfterCutOff(column(key), row, '2018-01-10')).toBe(after);
});

test('behind a text that a list sorts stand its classes, where a list is in force', () => {
  const keys = (period: string, ledger: string) => allColumns(officeIn(qinghai, period), ledger).map((c) => c.key);
  const of2017 = keys('2017', 'complaints');
  const at = of2017.indexOf('field');
  expect(of2017.slice(at, at + 4)).toEqual(['field', 'field.class', 'product', 'product.class']);
  expect(keys('2016', 'complaints').filter((k) => k.includes('.'))).toEqual([]);
  // They are asked for by hand, and the list begins without them.
  const question = { ...where, ledger: 'penalties' };
  expect(shownColumns(qinghai, question, 'product.class').map((c) => c.label)).toEqual([
    '案件编号',
    '商品类别（按清单归类）',
  ]);
  expect(essentialKeys(catalogue, question).filter((k) => k.includes('.'))).toEqual([]);
});

test.each([
  ['field', '网购和网吧', '互联网、文化娱乐'],
  ['field', '食品药品', '其他（未列入重点）'],
  ['field', null, '未填'],
  ['product', '香烟', '烟草'],
])('the class of %s %s is shown as %s', (field, text, shown) => {
  expect(shownValue(qinghai, column(`${field}.class`), { [field]: text })).toBe(shown);
});

test('columns that are blank in every row are left out and named, but not those chosen by hand', () => {
  const columns = shownColumns(qinghai, ofFigure('closure_on_time'), undefined);
  const widths = { ...Object.fromEntries(columns.map((c) => [c.key, 10])), extension_days: 0, acceptance: 0 };
  const listed = listedColumns(columns, widths, false);
  expect(listed.blank.map((c) => c.key)).toEqual(['acceptance', 'extension_days']);
  expect([...listed.shown, ...listed.blank].map((c) => c.key).sort()).toEqual(columns.map((c) => c.key).sort());
  expect(listedColumns(columns, widths, true).shown.map((c) => c.key)).toEqual(columns.map((c) => c.key));
});

test('only id, file and what the rows at hand leave blank are to be asked of all rows', () => {
  const columns = shownColumns(qinghai, ofFigure('closure_on_time'), undefined);
  const row = { ...Object.fromEntries(columns.map((c) => [c.key, 'x'])), sheet: null, closed_on: null, acceptance: '' };
  expect(unsureColumns(columns, [row, { ...row, closed_on: '2017-03-05' }])).toEqual([
    'complaint_id',
    'acceptance',
    'file',
    'sheet',
  ]);
  expect(unsureColumns(columns, [])).toEqual(columns.map((c) => c.key));
});

test('the longest id has room', () => {
  const columns = shownColumns(qinghai, ofFigure('closure_on_time'), undefined);
  const width = (narrow: number) => listedColumns(columns, { complaint_id: narrow }, false).shown[0]?.width ?? 0;
  expect(width(8)).toBeGreaterThanOrEqual(100);
  expect(width(40)).toBeGreaterThan(40 * 7.5);
  expect(width(4000)).toBeLessThan(500);
});

test('sheets that no file has are not missed', () => {
  const columns = shownColumns(qinghai, ofFigure('closure_on_time'), undefined);
  const widths = Object.fromEntries(columns.map((c) => [c.key, c.key === 'sheet' || c.key === 'closed_on' ? 0 : 4]));
  const { shown, blank } = listedColumns(columns, widths, false);
  expect(shown.map((c) => c.key)).not.toContain('sheet');
  expect(blank.map((c) => c.key)).toEqual(['closed_on']);
  expect(listedColumns(columns, { ...widths, sheet: 8 }, false).shown.map((c) => c.key)).toContain('sheet');
});

test("what decided a deadline is the rule's source, or the row's own day", () => {
  const basis = allColumns(qinghai, 'inspections').find((c) => c.key === 'inspection_rule');
  if (!basis) throw new Error('inspection_rule');
  const row = { inspection_rule: 'inspection-general', inspection_due: '2026-04-08' };
  expect(shownValue(qinghai, basis, { ...row, due_on: null })).toBe('未找到依据');
  expect(shownValue(qinghai, basis, { ...row, due_on: '2026-04-08' })).toBe('台账所填检查期限');
  // Not drawn yet: there is no deadline, whatever day is filled in.
  expect(shownValue(qinghai, basis, { ...row, inspection_due: null, due_on: '2026-04-08' })).toBe('未找到依据');
});
