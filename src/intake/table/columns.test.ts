import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import type { Ledger } from '../../domain/ledgers';
import { mapColumns, mapToLedger, plainColumn, requiredGroups } from './columns';
import { headerHits } from './keys';

const complaints = catalogue.ledger('complaints');
const penalties = catalogue.ledger('penalties');
const REQUIRED = ['编号', '类型', '县区', '承办部门', '接收日期'];
const map = (ledger: Ledger, headers: readonly string[]) => mapColumns(ledger, headers.map(plainColumn));

describe('mapColumns', () => {
  it.each(catalogue.ledgers)('maps every header of every field: $name', (ledger) => {
    const asked = requiredGroups(ledger).flat();
    for (const field of ledger.fields)
      for (const spelling of [...field.headers, field.name, field.name.toUpperCase()]) {
        const others = ledger.fields.filter((f) => asked.includes(f.name) && f !== field);
        const mapping = map(ledger, [spelling, ...others.map((f) => f.headers[0] as string)]);
        expect(mapping.fields[field.name], spelling).toBe(0);
        expect(mapping.missing).toEqual([]);
      }
  });

  it.each([
    '*编号',
    '编号 *',
    ' 编 号 ',
    '编号（必填）',
    '编号[文本]',
    '编号【1】',
    '＊编号',
    '\t编号\r',
    'ｃｏｍｐｌａｉｎｔ＿ｉｄ',
    '编号：',
    '1、编号',
    '\ufeff编号',
    '编\n号',
  ])('reads %j as 编号', (header) => {
    expect(map(complaints, [header, ...REQUIRED.slice(1)]).fields.complaint_id).toBe(0);
  });

  it.each([
    [penalties, '罚没款（元）', 'fine_yuan'],
    [penalties, '罚没金额万元', 'fine_yuan'],
    [penalties, '货值金额/元', 'goods_value_yuan'],
    [complaints, '批准延期工作日', 'extension_days'],
  ])('of $name reads %s with its unit', (ledger, header, field) => {
    expect(map(ledger, [header]).fields).toEqual({ [field]: 0 });
  });

  it.each(['当事人万元', '编号工作日', '批准延期天数'])('does not read %s', (header) => {
    expect([map(complaints, [header]).fields, map(penalties, [header]).fields]).toEqual([{}, {}]);
  });

  it('of two columns for one field reads the one whose header comes first in the list, and names the other', () => {
    const { fields, ignored } = map(complaints, ['工单编号', ...REQUIRED]);
    expect(fields.complaint_id).toBe(1);
    expect(ignored).toEqual([{ header: '工单编号', index: 0, reason: '与B列「编号」是同一项（以B列为准）' }]);
  });

  it('of two columns of the same name reads the first', () => {
    const { fields, ignored } = map(complaints, [...REQUIRED, '编号', '渠道', '渠道 ']);
    expect(fields).toMatchObject({ complaint_id: 0, channel: 6 });
    expect(ignored.map((c) => c.header)).toEqual(['编号', '渠道 ']);
  });

  it('names the columns that no ledger knows, but not those without a name', () => {
    const { ignored } = map(complaints, [...REQUIRED, '备注', '', ' ']);
    expect(ignored).toEqual([{ header: '备注', index: 5, reason: '不是台账的列' }]);
  });

  it.each<[string, Ledger, string[], string[][]]>([
    ['required columns', complaints, ['编号', '类型', '承办部门'], [['county'], ['received_on']]],
    ['both days of a case', penalties, ['案号', '办案部门'], [['county'], ['filed_on', 'decided_on']]],
  ])('names what is missing: %s', (_, ledger, headers, missing) => {
    expect(map(ledger, headers).missing).toEqual(missing);
  });

  it.each(['立案日期', '处罚决定日期', 'filed_on'])('of the two days of a penalty case %s alone is enough', (day) => {
    expect(map(penalties, ['案号', '办案部门', '县区', day]).missing).toEqual([]);
  });

  it('counts columns from where the table begins', () => {
    const { fields, ignored } = mapColumns(complaints, ['编号', '备注'].map(plainColumn), 3);
    expect(fields).toEqual({ complaint_id: 3 });
    expect(ignored[0]?.index).toBe(4);
  });

  it('reads a later key of a column only where no column has the field by an earlier one', () => {
    const columns = [{ text: '案件编号', keys: ['案件编号', '编号'] }, plainColumn('编号')];
    expect(mapColumns(complaints, columns).fields).toEqual({ complaint_id: 1 });
    expect(mapColumns(complaints, columns.slice(0, 1)).fields).toEqual({ complaint_id: 0 });
  });
});

it('of two ledgers that know as many headers takes the one that misses less', () => {
  expect(mapToLedger(catalogue, ['案号', '县区', '重点领域'].map(plainColumn)).ledger).toBe(penalties);
  expect(mapToLedger(catalogue, ['编号', '县区', '重点领域'].map(plainColumn)).ledger).toBe(complaints);
  // 案号 is penalties', 类型 is complaints'; both know 县区.
  expect(mapToLedger(catalogue, ['案件编号', '办案部门', '编号', '类型', '县区'].map(plainColumn)).ledger).toBe(
    penalties,
  );
});

it.each<[string[], string | null, number]>([
  [REQUIRED, 'complaints', 5],
  [['案件编号', '办案部门', '处罚决定日期'], 'penalties', 3],
  [['编号', '工单编号'], 'complaints', 1],
  [['', ' ', '备注'], null, 0],
])('headerHits of %j', (row, ledger, hits) => {
  expect(headerHits(catalogue, row)).toEqual({ ledger: ledger && catalogue.ledger(ledger), hits });
});
