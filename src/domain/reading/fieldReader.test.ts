import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { CONTEXT, fields, said } from '../../../tests/support/reading';
import { fieldReader } from './fieldReader';

describe('signs', () => {
  const BLANKS = ['', ' ', '　', '\t\r\n \u00a0', '\ufeff', '\u200b', '\u200b \u200e'];
  const SIGNS = [
    '-',
    '—',
    '——',
    '–',
    '－',
    '/',
    '／',
    '\\',
    '空',
    '暂无',
    'N/A',
    'n/a',
    'NULL',
    'null',
    '（空）',
    ' — ',
  ];
  const ERRORS = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '####', '########', '＃Ｎ／Ａ', 'Err:502'];
  const SAME = ['同上', '同前', '〃', '"', '″', ' 同上 '];
  const OPTIONAL = [
    'accepted_on',
    'extension_days',
    'fine_yuan',
    'acceptance',
    'named',
    'party',
    'nondisclosure_reason',
  ];
  const REQUIRED = ['complaint_id', 'case_id', 'received_on', 'kind', 'county', 'department'].filter(
    (f) => fields.get(f)?.required,
  );

  it.each([...OPTIONAL, ...REQUIRED])('%s', (field) => {
    const required = REQUIRED.includes(field);
    for (const text of BLANKS) expect(said(field, text), JSON.stringify(text)).toBe('blank');
    for (const text of SIGNS) expect(said(field, text), text).toBe(required ? 'blank' : '~blank_sign blank');
    const optional = ['fine_yuan', 'party', 'nondisclosure_reason'].includes(field);
    for (const text of ERRORS) expect(said(field, text), text).toBe(optional ? '!cell_error_optional' : '!cell_error');
    for (const text of SAME) {
      expect(said(field, text), text).toBe('?same_as_above');
      expect(said(field, text, { answers: { same_as_above: 'above' } })).toBe('~from_above above');
    }
  });

  it('takes 无 for a blank but where 否 can be said', () => {
    expect(said('nondisclosure_reason', '无')).toBe('~blank_sign blank');
    expect(said('received_on', '无')).toBe('blank');
    expect(said('named', '无')).toBe('!not_in_list');
    expect(said('crime_suspected', '无')).toBe('!not_in_list');
  });
});

it('reads every string as something', () => {
  const readers = [...fields.values()].map((f) => fieldReader(qinghai, f, CONTEXT));
  const odd = fc.constantFrom(...'0123456789-/.,:年月日时 "\'=#E+万元①′\u200b\u3000０－〇一'.split(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: odd })), (text) => {
      for (const { read } of readers) {
        const r = read(text);
        const outcomes = [r.value !== null || !!r.fault, !!r.question, !!r.blank, !!r.above];
        expect(outcomes.filter(Boolean), `${JSON.stringify(text)} ${JSON.stringify(r)}`).toHaveLength(1);
      }
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['无', '无'],
  [' 无 ', '无'],
  ['="无"', '无'],
  ['有', '有'],
  ['—', null],
  ['', null],
])('%j in a list that has 无 among its values is %j', (text, value) => {
  const field = { name: 'qualified', type: 'list', headers: ['资质'], values: ['有', '无'], decides: true } as const;
  const { read } = fieldReader(qinghai, field as never, CONTEXT);
  expect((read(text) as { value: unknown }).value).toBe(value);
});

it('counts go up to what their field says', () => {
  const read = (text: string, most?: number) => {
    const field = { name: 'stalls', type: 'count' as const, headers: ['摊位数'], ...(most && { most }) };
    const { value, fault } = fieldReader(qinghai, field, CONTEXT).read(text);
    return value ?? fault;
  };
  const tooMany = (most: number) => ({ code: 'not_a_number', detail: String(most) });
  expect(read('12000')).toBe(12_000);
  expect(read('1,2000,0000')).toEqual(tooMany(100_000_000));
  expect(read('100000001')).toEqual(tooMany(100_000_000));
  expect([read('31', 31), read('31个', 31)]).toEqual([31, 31]);
  expect([read('32', 31), read('32个', 31), read('许多', 31)]).toEqual(Array(3).fill(tooMany(31)));
});
