import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import {
  FILE_NOTE_SEVERITY,
  FILE_PROBLEM_CODES,
  PROBLEM_SEVERITY,
  type ProblemCode,
  type Severity,
  severityOf,
} from './problemCodes';
import { NEVER_GROUPED } from './problemGroups';
import { FileRefused, fileProblem, problemSentence, sentenceIn } from './problems';
import type { ManyRows } from './problemWords';

const CODES = [
  ...Object.keys(PROBLEM_SEVERITY),
  ...FILE_PROBLEM_CODES,
  ...Object.keys(FILE_NOTE_SEVERITY),
  ...catalogue.oddities.map((o) => o.code),
] as ProblemCode[];

describe('problemSentence', () => {
  it.each(CODES)('%s has a whole sentence, with and without facts', (code) => {
    // How a value was mended is always known.
    const mended = code === 'repaired';
    const facts = { column: '办结日期', value: '下周', detail: mended ? 'serial_day|39' : '2017-09-30' };
    for (const sentence of [sentenceIn(catalogue, code, facts), ...(mended ? [] : [sentenceIn(catalogue, code)])]) {
      expect(sentence).toMatch(/。$/);
      expect(sentence).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('says what is wrong where, and what to do', () => {
    expect(
      problemSentence('date_order', { column: '办结日期', value: '2017-03-01', detail: '接收日期 2017-03-05' }),
    ).toBe('「办结日期」的值「2017-03-01」早于接收日期 2017-03-05。请核对两个日期的先后。');
  });

  it('names both fields where one of two is required', () => {
    expect(problemSentence('required_missing', { column: '立案日期', detail: '「立案日期」「处罚决定日期」' })).toBe(
      '「立案日期」「处罚决定日期」均为空，至少要填一项。请补填后重报。',
    );
  });

  it('shortens a long value', () => {
    const sentence = problemSentence('not_a_date', { column: '办结日期', value: '长'.repeat(500) });
    expect(sentence).toContain(`${'长'.repeat(60)}…`);
    expect(sentence.length).toBeLessThan(200);
  });
});

describe('a sentence of many rows', () => {
  const values = [
    { value: '下周', count: 210 },
    { value: '待定', count: 80 },
    { value: '?', count: 5 },
  ];
  const many: ManyRows = { count: 300, values, kinds: 8 };

  it.each<[ProblemCode, string | null, ManyRows, string]>([
    [
      'not_a_date',
      null,
      many,
      '「办结日期」有 300 格（「下周」210 格、「待定」80 格、「?」5 格，另有 5 种）不是有效日期。',
    ],
    [
      'not_a_date',
      null,
      { ...many, kinds: 3 },
      '「办结日期」有 300 格（「下周」210 格、「待定」80 格、「?」5 格）不是',
    ],
    [
      'not_a_number',
      null,
      { count: 9, values: [{ value: '十', count: 9 }], kinds: 1 },
      '「办结日期」有 9 格（都是「十」）不是',
    ],
    [
      'rounded_id',
      null,
      {
        count: 2,
        values: [
          { value: 'a', count: 1 },
          { value: 'b', count: 1 },
        ],
        kinds: 2,
      },
      '有 2 格（如「a」「b」）是',
    ],
    ['required_missing', null, { count: 1234, values: [], kinds: 0 }, '必填项「办结日期」有 1,234 格为空。'],
    [
      'required_missing',
      '「甲」「乙」',
      { count: 3, values: [], kinds: 0 },
      '3 行的「甲」「乙」均为空，至少要填一项。',
    ],
    ['date_order', '「接收日期」', many, '另有 5 种）早于同一行的「接收日期」。'],
    ['duplicate_id', null, many, '与前面的行重复。'],
    ['duplicate_id', '3', many, '与第 3 行重复。'],
    ['ambiguous_county', null, many, '是几个地方共用的名称，无法确定是哪一个。'],
    ['ambiguous_department', null, many, '同时对应几个部门，无法确定条线。'],
    ['merged_county', '平安区', many, '已按平安区计。'],
    ['after_period', '2017-09-30', many, '晚于报送期最后一天 2017-09-30。'],
    ['result_without_date', null, many, '300 行有受理结果（「下周」210 格'],
    ['closed_without_acceptance', null, many, '300 行已办结但没有受理决定日期'],
    ['surplus_cells', null, many, '300 行在表头之外多出内容，各列可能已经错位，这些行未计入。'],
    ['stray_quote', null, many, '300 行引号的用法不明，无法确定怎样分列，这些行未计入。'],
    ['row_in_one_cell', null, many, '300 行内容都在一个单元格里，无法分列，这些行未计入。'],
    ['total_differs', null, { count: 4, values: [], kinds: 0 }, '4 个合计行写的「办结日期」与各行相加不符。'],
  ])('%s with %s of %j', (code, detail, of, said) => {
    expect(sentenceIn(catalogue, code, { column: '办结日期', detail, many: of })).toContain(said);
  });

  it.each(CODES.filter((c) => !NEVER_GROUPED.includes(c) && !FILE_PROBLEM_CODES.includes(c as never)))(
    '%s is whole, says how many, and speaks of no single row',
    (code) => {
      const sentence = sentenceIn(catalogue, code, { column: '办结日期', detail: '2017-09-30', many });
      expect(sentence).toMatch(/300 [行格个].*。$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|本行|不详|的值/);
    },
  );
});

it.each<[ProblemCode, Severity]>([
  ['surplus_cells', 'error'],
  ['passed_over', 'note'],
  ['repaired', 'note'],
  ['not_a_date', 'error'],
  ['duplicate_id', 'error'],
  ['merged_county', 'warning'],
  ['broken_csv', 'error'],
  ['ignored_column', 'warning'],
  ['later_version', 'warning'],
])('%s is a %s', (code, severity) => {
  expect(severityOf(code)).toBe(severity);
});

it('refuses a file with its reason', () => {
  const refused = new FileRefused('truncated_csv', { detail: '77' });
  expect(refused).toMatchObject({ code: 'truncated_csv', name: 'FileRefused' });
  expect(refused.message).toContain('第 77 行');
});

it('fileProblem says what is wrong with the whole file', () => {
  expect(fileProblem('a.csv', 'broken_csv', { detail: '7' })).toEqual({
    file: 'a.csv',
    sheet: null,
    row: null,
    column: null,
    value: null,
    code: 'broken_csv',
    severity: 'error',
    message: '从第 7 行起引号没有闭合，后面的内容无法分列。请检查该行的引号，或重新导出。',
  });
});
