import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import type { Merged } from '../sheet';
import { head, merge, REQUIRED, rows, sheet } from '../testing/sheets';
import { findTables } from './findTables';

const find = (lines: readonly string[], merged: readonly Merged[] = []) =>
  findTables(catalogue, head(lines), sheet(merged));
const one = (lines: readonly string[], merged: readonly Merged[] = []) => {
  const tables = find(lines, merged);
  expect(tables).toHaveLength(1);
  return tables[0] as NonNullable<(typeof tables)[0]>;
};

const COMPLAINTS = '编号|类型|县区|承办部门|接收日期|受理决定日期|办结日期';
const CASE = 'TS001|投诉|共和县|工商|2017-07-03|2017-07-05|2017-08-01';
const FIELDS = {
  complaint_id: 0,
  kind: 1,
  county: 2,
  department: 3,
  received_on: 4,
  accepted_on: 5,
  closed_on: 6,
};

describe('a header of one row', () => {
  it.each<[string, string[], number]>([
    ['stands first', [COMPLAINTS, CASE], 1],
    ['has a title above', ['海南州2017年第三季度投诉举报台账', COMPLAINTS, CASE], 2],
    [
      'has title, unit and a blank row above',
      ['投诉举报台账', '', '填报单位：海南州||||填报日期：2017-10-08', '', COMPLAINTS],
      5,
    ],
    ['stands far down', [...Array(98).fill('填报说明'), COMPLAINTS], 99],
    ['has a small summary above', ['县区|承办部门|件数', '共和县|工商|12', '', COMPLAINTS, CASE], 4],
    ['has field names above in a legend', ['字段|说明', '编号|唯一编号', '类型|投诉或举报', COMPLAINTS], 4],
    [
      'has line breaks, blanks, stars, numbers',
      ['＊编号|类 型|3.县区|承办\n部门|接收日期：|受理决定日期（选填）|\u200b办结日期'],
      1,
    ],
  ])('that %s', (_, lines, row) => {
    const table = one(lines);
    expect(table.ledger.id).toBe('complaints');
    expect(table).toMatchObject({
      header: { first: row, last: row },
      fields: FIELDS,
      missing: [],
    });
  });

  it('has columns from its first header on', () => {
    const table = one([`||${COMPLAINTS}`, `1||${CASE}`]);
    expect(table.columns).toEqual({ first: 2, last: 8 });
    expect(table.headers).toHaveLength(7);
    expect(table.fields.complaint_id).toBe(2);
    expect(table.reach.first).toBe(0);
  });

  it('keeps a blank header within it', () => {
    const table = one(['编号|类型||县区|承办部门|接收日期']);
    expect(table.headers).toEqual(['编号', '类型', '', '县区', '承办部门', '接收日期']);
    expect(table.missing).toEqual([]);
  });

  it('is of the ledger whose headers it has', () => {
    expect(one(['案件编号|办案部门|县区|立案日期|处罚决定日期']).ledger.id).toBe('penalties');
  });

  it.each([[['甲|乙|丙', '1|2|3']], [['备注', '县区']], [[]], [[...Array(100).fill('说明'), COMPLAINTS]]])(
    'is none in %j',
    (lines) => {
      expect(find(lines)).toEqual([]);
    },
  );

  it('reads all columns of a header that is wider than any', () => {
    const wide = [...REQUIRED.split('|'), ...Array.from({ length: 3000 }, (_, i) => `列${i}`), '办结日期'];
    const [table] = findTables(catalogue, [{ row: 1, texts: wide }], sheet());
    expect(table?.fields.closed_on).toBe(3005);
    expect(table?.columns.last).toBe(3005);
    expect(table?.ignored).toHaveLength(3000);
  });

  it('names what is missing, and what looks like it', () => {
    const table = one(['编号|类型|承办机构|接收日期|办结时间|受理日|备注']);
    expect(table.missing).toEqual([['county'], ['department']]);
    expect(table.alike).toEqual([
      { field: 'department', header: '承办机构', index: 2, decides: true },
      { field: 'closed_on', header: '办结时间', index: 4, decides: true },
      { field: 'accepted_on', header: '受理日', index: 5, decides: true },
    ]);
  });

  it('is the first that is meant as one, lest the rows of the first of two are taken for remarks', () => {
    expect(one(['编号|类型|承办部门|接收日期', 'T1|投诉|工商|2017-07-01', COMPLAINTS]).header.first).toBe(1);
  });

  it('of two columns of one name reads the first, although a second table might begin there', () => {
    const table = one([`${COMPLAINTS}|编号|渠道|渠道 `]);
    expect(table.fields).toMatchObject({ complaint_id: 0, channel: 8 });
    expect(table.ignored.map((c) => c.index)).toEqual([7, 9]);
  });
});

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

describe('units', () => {
  const PENALTIES = '案件编号|办案部门|县区|处罚决定日期|罚没金额|货值金额';
  it.each<[string, string[], number | undefined]>([
    ['单位：万元', ['|||||单位：万元'], 10_000],
    ['金额单位：千元', ['金额单位：千元'], 1000],
    ['unit alone', ['（万元）'], 10_000],
    ['in a title', ['行政处罚案件台账（单位：万元）'], 10_000],
    ['beside the office', ['填报单位：海南州工商局   单位：人民币万元'], 10_000],
    ['of several kinds', ['计量单位：件、万元'], 10_000],
    ['in a sentence', ['说明：本表以万元为单位，保留两位小数。'], 10_000],
    ['元', ['单位：元'], 1],
    ['an office', ['填报单位：海南州'], undefined],
    ['an office named 元…', ['报送单位：元山镇'], undefined],
    ['money in a sentence', ['说明：罚没金额5万元以上的须附决定书。'], undefined],
  ])('%s', (_, above, factor) => {
    const { scales } = one([...above, PENALTIES]);
    expect(scales.fine_yuan?.factor).toBe(factor);
    expect(scales.goods_value_yuan?.factor).toBe(factor);
  });

  const withHeader = (above: string, header: string) =>
    one([above, `案件编号|办案部门|县区|处罚决定日期|${header}|货值金额`]);

  it.each([
    ['罚没金额（万元）', '单位：元、万元', 10_000],
    ['罚没金额（万元）', '单位：万元', 10_000],
    ['罚没款(元)', '单位：元、件', 1],
    ['罚没金额万元', '填报单位：海南州', 10_000],
    ['罚没金额\n（单位：千元）', '说明', 1000],
    ['fine_yuan', '单位：元', 1],
    ['罚没金额（5万元以上）', '单位：百元', 100],
    ['罚没金额（元、万元）', '单位：万元', 10_000],
  ])('a header %j below %j', (header, above, factor) => {
    const { scales, fields, unclearUnits } = withHeader(above, header);
    expect(fields.fine_yuan).toBe(4);
    expect(scales.fine_yuan?.factor).toBe(factor);
    expect(unclearUnits.map((u) => u.field)).not.toContain('fine_yuan');
  });

  it.each([
    ['罚没金额（万元）', '单位：元', ['万元', '元']],
    ['罚没款(元)', '单位：万元', ['元', '万元']],
    ['fine_yuan', '单位：百元', ['元', '百元']],
    ['罚没金额（元、万元）', '说明', ['元', '万元']],
    ['罚没金额（元）', '以千元或万元为单位|单位：千元、万元', ['元', '千元', '万元']],
  ])('are not chosen where a header %j contradicts %j', (header, above, units) => {
    const { scales, unclearUnits } = withHeader(above, header);
    expect(scales.fine_yuan).toBeUndefined();
    expect(unclearUnits.find((u) => u.field === 'fine_yuan')).toMatchObject({ units });
    expect(unclearUnits[0]?.said[0]).toBe(header);
  });

  it('hold for the columns whose header says nothing', () => {
    expect(withHeader('单位：万元', '罚没金额（元）').scales.goods_value_yuan).toEqual({
      factor: 10_000,
      said: '单位：万元',
    });
  });

  const said = (above: string) => one([above, PENALTIES]).unclearUnits.map((u) => [u.field, u.units, u.said]);
  it('are not chosen where two are said', () => {
    expect(one(['单位：元、万元', PENALTIES]).scales).toEqual({});
    expect(said('单位：元、万元')).toEqual([
      ['fine_yuan', ['元', '万元'], ['单位：元、万元']],
      ['goods_value_yuan', ['元', '万元'], ['单位：元、万元']],
    ]);
  });

  it.each([
    ['单位：万元 填表人：李四', '单位：万元'],
    ['填表人：李四　金额单位:（万元）', '单位：（万元）'],
    ['（单位：万元）审核：王五', '单位：万元'],
    ['单 位：万 元', '单位：万元'],
    ['李四填报，以万元为单位', '以万元为单位'],
    ['李四（万元）', '（万元）'],
  ])('of %j only the words of the unit are told: a person may stand beside them', (above, said) => {
    expect(one([above, PENALTIES]).scales.fine_yuan).toEqual({ factor: 10_000, said });
  });

  it('are told without who stands beside them also where they are unclear', () => {
    expect(said('单位：元、万元 填表人：李四')[0]?.[2]).toEqual(['单位：元、万元']);
    expect(said('单位：元 填表人：李四 单位：万元')[0]?.[2]).toEqual(['单位：元；单位：万元']);
    expect(said('单位：元 李四|单位：万元 王五')[0]?.[2]).toEqual(['单位：元', '单位：万元']);
  });
});

it('names what stands above', () => {
  const { above } = one([
    '附件2',
    `请各县按照${'以下要求认真填写并及时报送'.repeat(5)}下表`,
    '海南州2017年第三季度行政处罚案件台账',
    '填报单位：海南州工商局|||填报日期：2017年10月8日||单位：万元',
    '填报说明：一、每案一行；二、金额保留两位小数。',
    '案件编号|办案部门|县区|处罚决定日期',
  ]);
  expect(above).toEqual([
    { row: 1, kind: 'note', text: '附件2' },
    { row: 2, kind: 'note', text: expect.stringContaining('请各县') },
    { row: 3, kind: 'title', text: '海南州2017年第三季度行政处罚案件台账' },
    { row: 4, kind: 'unit', text: '单位：万元' },
    { row: 4, kind: 'note', text: '填报单位：海南州工商局　填报日期：2017年10月8日' },
    { row: 5, kind: 'note', text: '填报说明：一、每案一行；二、金额保留两位小数。' },
  ]);
});

describe('tables beside each other', () => {
  it('are parted by a blank column', () => {
    const tables = find(['投诉||||||行政处罚', `${REQUIRED}||案件编号|办案部门|县区|立案日期`]);
    expect(tables.map((t) => [t.ledger.id, t.columns, t.reach.first])).toEqual([
      ['complaints', { first: 0, last: 4 }, 0],
      ['penalties', { first: 6, last: 9 }, 5],
    ]);
  });

  it('are parted where the header begins again', () => {
    const tables = find([`${REQUIRED}|${REQUIRED}||${REQUIRED}`]);
    expect(tables.map((t) => t.fields.complaint_id)).toEqual([0, 5, 11]);
    expect(tables[2]?.reach).toEqual({ first: 10, last: Number.MAX_SAFE_INTEGER });
  });

  it('are parted where both miss the same', () => {
    expect(find(['编号|类型|县区|编号|类型|县区']).map((t) => t.missing.length)).toEqual([2, 2]);
    expect(find(['编号|类型|县区|编号|类型'])).toHaveLength(1);
  });

  it('are parted at an id, where only the first has numbers of its rows', () => {
    expect(find([`序号|${REQUIRED}|${REQUIRED}`]).map((t) => t.columns)).toEqual([
      { first: 0, last: 5 },
      { first: 6, last: 10 },
    ]);
    expect(find([`${REQUIRED}|案件编号`])).toHaveLength(1);
  });

  it('each have the unit above them', () => {
    const header = '案件编号|办案部门|县区|立案日期|罚没金额';
    const tables = find(['||||单位：万元||||||单位：元', `${header}||${header}`]);
    expect(tables.map((t) => t.scales.fine_yuan?.factor)).toEqual([10_000, 1]);
    const [, second] = find(['||||单位：万元', `${header}||${header}`]);
    expect(second?.scales.fine_yuan?.factor).toBe(10_000);
  });
});

it('finds the same fields whatever blank rows, titles and columns are put around a table', () => {
  const around = fc.array(
    fc.constantFrom(
      '',
      '  |　',
      '投诉举报台账',
      '填报单位：海南州',
      '|||单位：万元',
      '说明：编号、类型为必填项',
      '海南州|2017年',
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(around, fc.nat(4), fc.nat(3), fc.boolean(), (above, before, behind, two) => {
      const pad = (line: string) => `${'|'.repeat(before)}${line}${'|'.repeat(behind)}`;
      const header = two
        ? ['编号|类型|县区|承办部门|接收日期|受理决定|办结', '|||||日期|日期'].map(pad)
        : [pad(COMPLAINTS)];
      const table = one([...above, ...header, pad(CASE)]);
      expect(table.header).toEqual({ first: above.length + 1, last: above.length + header.length });
      expect(Object.fromEntries(Object.entries(table.fields).map(([k, c]) => [k, c - before]))).toEqual(FIELDS);
    }),
  );
});

it('looks at wide and long texts without harm', () => {
  const wide = Array.from({ length: 10_000 }, (_, i) => `列${i}`);
  const found = findTables(
    catalogue,
    [...rows([wide, wide, ['x'.repeat(1_000_000)]]), { row: 4, texts: COMPLAINTS.split('|') }],
    sheet(),
  );
  expect(found[0]?.fields).toEqual(FIELDS);
});
