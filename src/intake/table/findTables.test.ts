import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { REQUIRED, rows, sheet } from '../testing/sheets';
import { CASE, COMPLAINTS, FIELDS, find, one } from '../testing/tables';
import { findTables } from './findTables';

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
