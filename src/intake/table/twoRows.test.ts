import { describe, expect, it } from 'vitest';
import type { Merged } from '../sheet';
import { merge, REQUIRED } from '../testing/sheets';
import { CASE, COMPLAINTS, FIELDS, one } from '../testing/tables';

describe('a header of two rows', () => {
  const GROUPS = '编号|类型|县区|承办部门|接收日期|受理||办结|反馈情况|';
  const SUBS = '|||||日期|结果|日期|日期|满意度';
  const EXPECTED = {
    complaint_id: 0,
    kind: 1,
    county: 2,
    department: 3,
    received_on: 4,
    accepted_on: 5,
    acceptance: 6,
    closed_on: 7,
    feedback_on: 8,
    satisfaction: 9,
  };

  it.each<[string, Merged[]]>([
    ['told by blanks', []],
    ['told by merged cells', [merge(2, 2, 5, 6), merge(2, 2, 8, 9), ...[0, 1, 2, 3, 4].map((c) => merge(2, 3, c, c))]],
  ])('%s', (_, merged) => {
    const table = one(['投诉举报台账', GROUPS, SUBS, CASE], merged);
    expect(table).toMatchObject({ header: { first: 2, last: 3 }, fields: EXPECTED, missing: [], ignored: [] });
    expect(table.headers[5]).toBe('受理日期');
  });

  it('takes the lower header by itself where the group only gathers', () => {
    const table = one(['投诉举报基本情况|||||办理情况||', `${COMPLAINTS}|满意度`, CASE]);
    expect(table).toMatchObject({ fields: { ...FIELDS, satisfaction: 7 }, missing: [], header: { first: 2, last: 2 } });
    expect(table.headers[0]).toBe('编号');
  });

  it('lets the group decide where the lower header alone means another', () => {
    const table = one(
      [
        '案件信息|||||公安机关||关联案件',
        '案件编号|办案部门|县区|立案日期|处罚决定日期|立案日期|移送公安日期|案号',
        '1',
      ],
      [merge(1, 1, 0, 4), merge(1, 1, 5, 6)],
    );
    expect(table.fields).toMatchObject({ case_id: 0, filed_on: 3, police_filed_on: 5, transferred_on: 6 });
    expect(table.header.last).toBe(2);
    expect(table.ignored.map((c) => c.header)).toEqual(['关联案件案号']);
  });

  it('does not take the number of another case for the own', () => {
    const table = one(['投诉信息|||||关联案件', '工单编号|类型|县区|承办部门|接收日期|编号']);
    expect(table.fields.complaint_id).toBe(0);
    expect(table.ignored.map((c) => c.header)).toEqual(['关联案件编号']);
  });

  it('reads a required column under any group where no other is there', () => {
    expect(one(['基本信息||所在地|办理', REQUIRED])).toMatchObject({ header: { first: 2, last: 2 }, missing: [] });
  });

  it('does not take the day of another office for the own', () => {
    const table = one(['案件编号|办案部门|县区|处罚决定日期|公安侦办|', '||||立案日期|移送公安日期']);
    expect(table.fields.filed_on).toBeUndefined();
    expect(table.fields.transferred_on).toBe(5);
  });

  it('reads names under 当事人, and keeps data out of the header', () => {
    const table = one([
      '案件编号|办案部门|县区|处罚决定日期|当事人|',
      '||||名称|电话',
      'A1|工商|共和县|2017-08-01|某公司|1',
    ]);
    expect(table.fields).toMatchObject({ case_id: 0, party: 4 });
    expect(table.header).toEqual({ first: 1, last: 2 });
    expect(table.ignored.map((c) => c.header)).toEqual(['当事人电话']);
  });

  it('reads units of groups', () => {
    const table = one([
      '案件编号|办案部门|县区|处罚决定日期|罚没（万元）|货值',
      '||||金额|金额',
      'A1|工商|共和县|2017-08-01|3|4',
    ]);
    expect(table.headers.slice(4)).toEqual(['罚没（万元）金额', '货值金额']);
    expect(table.fields).toMatchObject({ fine_yuan: 4, goods_value_yuan: 5 });
    expect(table.scales).toEqual({ fine_yuan: { factor: 10_000, said: '罚没（万元）金额' } });
  });

  it.each([
    ['处罚|', '决定日期|种类', { decided_on: 4, penalty: 5 }],
    ['行政处罚|', '日期|文号', { decided_on: 4, decision_no: 5 }],
    ['处罚决定|', '文号|日期', { decided_on: 5, decision_no: 4 }],
    ['金额（元）|', '罚没|货值', { fine_yuan: 4, goods_value_yuan: 5 }],
    ['公示情况|', '日期|网址', { disclosed_on: 4, disclosure_url: 5 }],
    ['不予公开|', '理由|日期', { nondisclosure_reason: 4 }],
    ['处罚决定公示|', '日期|网址', {}],
  ])('reads %s over %s', (group, subs, more) => {
    const { fields } = one([`案件编号|办案部门|县区|立案日期|${group}`, `||||${subs}`, 'A1|工商|共和县|2017-08-01']);
    expect(fields).toEqual({ case_id: 0, department: 1, county: 2, filed_on: 3, ...more });
  });

  it('reads units below the headers as if they stood in brackets', () => {
    const table = one(['案件编号|办案部门|县区|处罚决定日期|罚没金额', '||||万元', 'A1|工商|共和县|2017-08-01|3']);
    expect(table.header).toEqual({ first: 1, last: 2 });
    expect(table.scales).toEqual({ fine_yuan: { factor: 10_000, said: '罚没金额（万元）' } });
  });

  it('may have three rows', () => {
    const lines = [
      '编号|类型|县区|承办部门|接收日期|办理情况|||',
      '|||||受理||办结|',
      '|||||日期|结果|日期|备注',
      'T1|投诉|共和县|工商|2017-07-01|2017-07-02|受理|2017-07-03|',
    ];
    const { accepted_on, acceptance, closed_on, ...rest } = EXPECTED;
    const { feedback_on: _, satisfaction: __, ...required } = rest;
    for (const merged of [[], [merge(1, 1, 5, 8), merge(2, 2, 5, 6), merge(2, 2, 7, 8)]])
      expect(
        one(
          ['投诉举报台账', ...lines],
          merged.map((m) => ({ ...m, firstRow: m.firstRow + 1, lastRow: m.lastRow + 1 })),
        ),
      ).toMatchObject({
        header: { first: 2, last: 4 },
        fields: { ...required, accepted_on, acceptance, closed_on },
      });
  });

  it('is not made of a header and the data below it, nor of notes above it', () => {
    expect(one([COMPLAINTS, '某|投诉|共和县|工商||||']).header).toEqual({ first: 1, last: 1 });
    expect(one(['海南州|||第三季度', COMPLAINTS, CASE])).toMatchObject({
      header: { first: 2, last: 2 },
      fields: FIELDS,
    });
  });
});
