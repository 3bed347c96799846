import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { cellsOf, head, sheet } from '../testing/sheets';
import { findTables } from './findTables';
import { type RowKind, rowKind } from './rowKind';
import type { Table } from './table';

const tableOf = (...lines: string[]): Table => findTables(catalogue, head(lines), sheet())[0] as Table;

const COMPLAINTS = tableOf('序号|编号|类型|县区|承办部门|商品类别|接收日期|办结日期|批准延期|备注');
const PENALTIES = tableOf('案件编号|办案部门|县区|立案日期|处罚决定日期|当事人|罚没金额|公示日期');
const TWO = tableOf('编号|类型|县区|承办部门|接收日期|受理||办结', '|||||日期|结果|日期');

const expectKinds = (table: Table, cases: readonly (readonly [string, RowKind])[], firstRows = false) =>
  it.each(cases)('%j: %s', (line, kind) => {
    expect(rowKind(catalogue, cellsOf(line), table, { firstRows })).toBe(kind);
  });

describe('complaints', () => {
  expectKinds(COMPLAINTS, [
    ['1|TS001|投诉|共和县|工商|食品|2017-07-03||10|', 'data'],
    ['', 'blank'],
    ['| |　|\u200b', 'blank'],
    ['17||||||||', 'blank'],
    ['|17', 'data'],
    ['17|TS001', 'data'],
    // Headers again, and others
    ['序号|编号|类型|县区|承办部门|商品类别|接收日期|办结日期|批准延期|备注', 'header'],
    ['序号|编 号|类型|县区|承办部门||接收\n日期||批准延期（工作日）|备注', 'header'],
    ['案件编号|办案部门|县区|立案日期', 'other_table'],
    ['编号|类型|受理||办结|反馈', 'other_table'],
    ['|||编号|类型|县区', 'other_table'],
    // Headers of which one has another column than before
    ['序号|编号|类型|县区|承办部门|办结日期|接收日期|商品类别|批准延期|备注', 'other_table'],
    ['序号|编号|类型|县区|承办部门|商品类别|接收日期|办结日期|批准延期|备注|满意度', 'other_table'],
    // Numbering
    ['1|2|3|4|5|6|7|8|9|10', 'numbering'],
    ['甲|乙|丙|1|2|3|4|5|6|7', 'numbering'],
    ['(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)', 'numbering'],
    ['栏次|①|②|③|④|⑤|⑥|⑦|⑧|⑨', 'numbering'],
    ['1|2|3|4|5|6|7|8|9|10=8+9', 'numbering'],
    ['12|13|14|', 'data'],
    ['3|5|8|1|2|7|9|4|6|0', 'data'],
    // Totals
    ['合计|||||||||', 'total'],
    ['合 计||||||||30|', 'total'],
    ['|小计|||||||12|', 'total'],
    ['13|合计|||||||12|', 'total'],
    ['13|||||合计|||12|', 'total'],
    ['本页合计|||||||||', 'total'],
    ['总　数|12||||||', 'total'],
    ['海南州合计|||||||5|', 'total'],
    ['小计|||共和县||||||', 'total'],
    ['小计||投诉|共和县||||||', 'total'],
    ['其中：投诉|||||||8|', 'total'],
    ['合计（件）|12||||||', 'total'],
    ['共12件', 'total'],
    ['|共计投诉举报 12 件，其中投诉 8 件', 'total'],
    ['合计：12件|||||||', 'total'],
    ['合计|—|—|—|—|—|—|—|30|', 'total'],
    // What only looks like them
    ['1|TS001|投诉|共和县|工商|合计||||', 'data'],
    ['1|TS001||||合计||||', 'data'],
    ['|合计|投诉|共和县|工商||2017-07-03|', 'data'],
    ['|TS0012|||||合计|||', 'data'],
    ['合计|TS001|投诉|||||||', 'data'],
    ['|0003||||合计||||', 'data'],
    ['|||共和县||||||', 'data'],
    // Notes
    ['注：本表由各县填报', 'note'],
    ['备注：', 'note'],
    ['说明：1.本表每季度报送。|||', 'note'],
    ['填表人：张三||||审核人：李四|||填报日期：2017年10月8日', 'note'],
    ['填表人|张三|||审核人|李四|||', 'note'],
    ['单位负责人（签字）：||审核人：||填表人：||2017年10月8日', 'note'],
    ['联系电话：0974-8512345', 'note'],
    ['（公章）', 'note'],
    ['||||||海南州工商行政管理局（公章）', 'note'],
    ['以上数据截至2017年9月30日', 'note'],
    ['以下空白', 'note'],
    ['第1页 共3页', 'note'],
    ['|||||||2017年10月8日||', 'data'],
    ['|||||||||2017年10月8日', 'note'],
    ['二、举报类', 'note'],
    ['海南州2017年第三季度投诉举报台账', 'note'],
    ['单位：万元', 'note'],
    ['|||||本季度共办理的投诉中有两件仍在调解之中', 'note'],
    ['|青工商投字〔2017〕第0001号', 'data'],
    ['|TS20170001', 'data'],
    ['注：已撤诉|TS001|投诉|共和县|工商|||||', 'data'],
    ['备注：|TS001||||||||', 'data'],
    ['3|TS003|投诉|共和县|工商|注：见附件||||', 'data'],
    // 电话 is a channel as well as a label
    ['|||电话|工商|||||', 'data'],
    ['|||电话', 'data'],
    ['||填表人|张三|电话|8512345', 'note'],
  ]);
});

describe('complaints, among the first rows', () => {
  expectKinds(
    COMPLAINTS,
    [
      ['示例|TS001|投诉|共和县|工商|食品|2017-07-03|||', 'example'],
      ['例|TS001|投诉|共和县|工商|食品|2017-07-03|||', 'example'],
      ['|示例001|投诉|共和县|工商|食品|2017-07-03|||', 'example'],
      ['|例：TS001|投诉|共和县|工商|食品|2017-07-03|||', 'example'],
      ['|TS001（示例）|投诉|共和县|工商|食品|2017-07-03|||', 'example'],
      ['1|TS001|投诉|共和县|工商|食品|2017-07-03|||填写示例', 'example'],
      ['1|TS001|投诉|共和县|工商|示例|2017-07-03|||', 'data'],
      ['1|注：001|投诉|共和县|工商|示例|2017-07-03|||', 'data'],
      ['1|TS001|投诉|||示例|||', 'example'],
      ['1|TS001|投诉|共和县|工商|食品|2017-07-03|||如：已撤诉', 'data'],
      ['1|TS001|投诉|共和县|工商|食品|2017-07-03|||例', 'data'],
      ['1|2|3|4|5|6|7|8|9|10', 'numbering'],
      ['1|TS001|投诉|共和县|工商|食品|2017-07-03|||', 'data'],
    ],
    true,
  );
  it('is an example only there', () => {
    const row = cellsOf('示例|TS001|投诉|共和县|工商|食品|2017-07-03|||');
    expect(rowKind(catalogue, row, COMPLAINTS, { firstRows: false })).toBe('data');
  });
});

describe('penalties', () => {
  expectKinds(PENALTIES, [
    ['A1|工商|共和县|2017-07-03||某公司|3000|', 'data'],
    ['合计||||||3000|', 'total'],
    ['合计|工商|||||1,234.50元|', 'total'],
    ['合计||||||约三千元|', 'data'],
    ['填表人：张三|||审核人：李四|2017-10-08', 'note'],
    ['A1||||2017-10-08', 'data'],
    ['2017-10-08', 'note'],
    ['编号|类型|县区|承办部门|接收日期', 'other_table'],
  ]);
});

describe('a header below groups', () => {
  const grouped = tableOf('基本信息||||||办理情况|', '编号|类型|县区|承办部门|接收日期|重点领域|受理决定日期|办结日期');
  expectKinds(grouped, [
    ['基本信息||||||办理情况|', 'header'],
    ['编号|类型|县区|承办部门|接收日期|重点领域|受理决定日期|办结日期', 'header'],
    ['TS001|投诉|共和县|工商|2017-07-03|办理情况||', 'data'],
  ]);
});

describe('a header of two rows again', () => {
  expectKinds(TWO, [
    ['编号|类型|县区|承办部门|接收日期|受理||办结', 'header'],
    ['|||||日期|结果|日期', 'header'],
    ['|||||已转办||', 'data'],
  ]);
});

describe('tables beside each other', () => {
  const [left, right] = findTables(
    catalogue,
    head(['编号|类型|县区|承办部门|接收日期||编号|类型|县区|承办部门|接收日期']),
    sheet(),
  );
  it('each look at their own cells', () => {
    const row = cellsOf('TS1|投诉|共和县|工商|2017-07-03||合计||||');
    expect(rowKind(catalogue, row, left as Table, { firstRows: false })).toBe('data');
    expect(rowKind(catalogue, row, right as Table, { firstRows: false })).toBe('total');
    expect(rowKind(catalogue, cellsOf('TS1|投诉'), right as Table, { firstRows: false })).toBe('blank');
  });
});

describe('a row that today is taken in', () => {
  const days = fc.constantFrom(
    '2017-07-03',
    '2017/7/3',
    '20170703',
    '2017年7月3日',
    '２０１７-07-03',
    '2017.7.3',
    '42919',
  );
  // What stands for other kinds of rows elsewhere.
  const odd = fc.constantFrom(
    '合计',
    '小计',
    '共12件',
    '注：',
    '填表人：张三',
    '1',
    '编号',
    '单位：万元',
    '以上',
    '（公章）',
    '',
  );
  const text = fc.oneof(odd, fc.string({ maxLength: 20 }));
  const id = fc.oneof(odd, fc.string({ minLength: 1, maxLength: 20 })).filter((t) => t.trim() !== '');

  it.each(catalogue.ledgers)('is data whatever else it says: $name', (ledger) => {
    const table = tableOf(`${ledger.fields.map((f) => f.headers[0]).join('|')}|备注`);
    const cell = (f: (typeof ledger.fields)[number]) => {
      if (f.name === ledger.idField) return id;
      const must = f.required || f.name === ledger.oneOf[0]?.[0];
      const value =
        f.type === 'date'
          ? days
          : f.type === 'list'
            ? fc.constantFrom(...f.values)
            : f.type === 'county'
              ? fc.constantFrom('共和县', '632521')
              : f.type === 'department'
                ? fc.constantFrom('工商', '质监')
                : text;
      return must ? value : fc.oneof(value, fc.constant(''));
    };
    fc.assert(
      fc.property(fc.tuple(...ledger.fields.map(cell)), text, fc.boolean(), (cells, remark, firstRows) => {
        expect(rowKind(catalogue, [...cells, remark], table, { firstRows })).toBe('data');
      }),
      { numRuns: 2000 },
    );
  });
});

it('does nothing but return for any texts', () => {
  const kinds = new Set(['data', 'blank', 'header', 'other_table', 'numbering', 'example', 'hint', 'total', 'note']);
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 14 }),
      fc.boolean(),
      (texts, firstRows) => {
        expect(kinds.has(rowKind(catalogue, texts, COMPLAINTS, { firstRows }))).toBe(true);
      },
    ),
  );
});
