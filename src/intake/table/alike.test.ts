import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { alikeColumns } from './alike';
import { mapColumns, plainColumn } from './columns';

const alike = (id: 'complaints' | 'penalties', headers: readonly string[]) => {
  const columns = headers.map(plainColumn);
  const { ledger, fields, ignored } = mapColumns(catalogue.ledger(id), columns);
  return alikeColumns(ledger, fields, ignored, (i) => columns[i]);
};
const fieldsLike = (id: 'complaints' | 'penalties', header: string, beside: readonly string[] = []) =>
  alike(id, [...beside, header])
    .filter((a) => a.header === header)
    .map((a) => a.field);

describe('looks like', () => {
  it.each([
    ['办结时间', 'closed_on'],
    ['结案日期', 'closed_on'],
    ['办结', 'closed_on'],
    ['受理日', 'accepted_on'],
    ['受理决定时间', 'accepted_on'],
    ['告知时间', 'feedback_on'],
    ['登记时间', 'received_on'],
    ['承办机构', 'department'],
    ['办理机构', 'department'],
    ['所属地区', 'county'],
    ['县区名称', 'county'],
    ['投诉编号', 'complaint_id'],
    ['单号', 'complaint_id'],
    ['业务类别', 'kind'],
    ['受理决定结果', 'acceptance'],
    ['实名', 'named'],
    ['满意程度', 'satisfaction'],
  ])('%s of complaints: %s', (header, field) => {
    expect(fieldsLike('complaints', header)[0]).toBe(field);
  });

  it.each([
    ['案件号', 'case_id'],
    ['编号', 'case_id'],
    ['处罚日期', 'decided_on'],
    ['立案时间', 'filed_on'],
    ['公示时间', 'disclosed_on'],
    ['办案机构', 'department'],
    ['移送时间', 'transferred_on'],
    ['是否涉嫌犯罪案件', 'crime_suspected'],
  ])('%s of penalties: %s', (header, field) => {
    expect(fieldsLike('penalties', header)[0]).toBe(field);
  });
});

describe('looks like none', () => {
  const ALL = catalogue.ledger('complaints').fields.map((f) => f.headers[0] as string);
  it.each(['备注', '投诉人', '投诉内容', '填报日期', '序号', '联系电话', '被投诉单位名称'])('%s', (header) => {
    expect(fieldsLike('complaints', header, ['编号', '类型', '县区', '承办部门', '接收日期'])).toEqual([]);
  });
  it.each(['结案日期', '结案时间'])('%s of penalties, which have no such day', (header) => {
    expect(fieldsLike('penalties', header, ['案号', '办案部门', '县区', '处罚决定日期'])).toEqual([]);
  });
  it('where the field has its column', () => {
    expect(alike('complaints', [...ALL, '办结时间', '承办单位'])).toEqual([]);
  });
});

it('says whether it decides', () => {
  expect(alike('complaints', ['编号', '类型', '县区', '承办部门', '接收日期', '办结时间', '商品种类'])).toEqual([
    { field: 'closed_on', header: '办结时间', index: 5, decides: true },
    { field: 'product', header: '商品种类', index: 6, decides: false },
  ]);
});

it('takes a bare 日期 for a required day only', () => {
  expect(fieldsLike('complaints', '日期')).toEqual(['received_on']);
  expect(fieldsLike('complaints', '日期', ['接收日期'])).toEqual([]);
});
