import { describe, expect, it } from 'vitest';
import { LEDGERS } from '../domain/ledgers';
import { headerHits, mapColumns } from './columns';

const { complaints, penalties } = LEDGERS;
const REQUIRED = ['编号', '类型', '县区', '承办部门', '接收日期'];

describe('mapColumns', () => {
  it.each(Object.values(LEDGERS))('maps every header of every field: $name', (ledger) => {
    const asked = ledger.fields.filter((f) => f.required || ledger.oneOf.flat().includes(f.name));
    for (const field of ledger.fields)
      for (const spelling of [...field.headers, field.name, field.name.toUpperCase()]) {
        const headers = [spelling, ...asked.filter((f) => f !== field).map((f) => f.headers[0] as string)];
        expect(mapColumns(ledger, headers).fields[field.name], spelling).toBe(0);
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
  ])('reads %j as 编号', (header) => {
    expect(mapColumns(complaints, [header, ...REQUIRED.slice(1)]).fields.complaint_id).toBe(0);
  });

  it('reads the amount with its unit in brackets', () => {
    const { fields } = mapColumns(penalties, ['案号', '办案部门', '县区', '处罚决定日期', '罚没款（元）']);
    expect(fields.fine_yuan).toBe(4);
  });

  it('of two columns for one field reads the one whose header comes first in the list, and names the other', () => {
    const { fields, ignored } = mapColumns(complaints, ['工单编号', ...REQUIRED]);
    expect(fields.complaint_id).toBe(1);
    expect(ignored).toEqual([{ header: '工单编号', index: 0, reason: '与「编号」是同一项，已读取「编号」' }]);
  });

  it('of two columns of the same name reads the first', () => {
    const { fields, ignored } = mapColumns(complaints, [...REQUIRED, '编号', '渠道', '渠道 ']);
    expect(fields).toMatchObject({ complaint_id: 0, channel: 6 });
    expect(ignored.map((c) => c.header)).toEqual(['编号', '渠道 ']);
  });

  it('names the columns that no ledger knows, but not those without a name', () => {
    const { ignored } = mapColumns(complaints, [...REQUIRED, '备注', '', ' ']);
    expect(ignored).toEqual([{ header: '备注', index: 5, reason: '不是台账的列' }]);
  });

  it.each<[string, string[], string, string]>([
    ['no column is known', ['a', 'b'], 'no_header', '投诉举报台账'],
    ['required columns are missing', ['编号', '类型', '承办部门'], 'missing_columns', '「县区」「接收日期」'],
    ['it is the other ledger', ['案件编号', '办案部门', '县区', '处罚决定日期'], 'missing_columns', '「编号」'],
  ])('refuses a file where %s', (_, headers, code, detail) => {
    expect(() => mapColumns(complaints, headers)).toThrow(
      expect.objectContaining({ code, facts: { detail: expect.stringContaining(detail) } }),
    );
  });

  it.each(['立案日期', '处罚决定日期', 'filed_on'])('of the two days of a penalty case %s alone is enough', (day) => {
    expect(Object.keys(mapColumns(penalties, ['案号', '办案部门', '县区', day]).fields)).toHaveLength(4);
  });

  it('names both days of a penalty case where neither has a column', () => {
    expect(() => mapColumns(penalties, ['案号', '办案部门'])).toThrow(
      expect.objectContaining({ facts: { detail: '「县区」「立案日期」或「处罚决定日期」' } }),
    );
  });
});

it.each<[string[], string, number]>([
  [REQUIRED, 'complaints', 5],
  [['案件编号', '办案部门', '处罚决定日期'], 'penalties', 3],
  [['', ' ', '备注'], 'complaints', 0],
])('headerHits of %j', (row, ledger, hits) => {
  expect(headerHits(row)).toEqual({ ledger, hits });
});
