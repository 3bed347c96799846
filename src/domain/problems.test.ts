import { describe, expect, it } from 'vitest';
import {
  FILE_NOTE_SEVERITY,
  FILE_PROBLEM_CODES,
  PROBLEM_SEVERITY,
  type ProblemCode,
  type Severity,
  severityOf,
} from './problemCodes';
import { FileRefused, problemSentence } from './problems';

const CODES = [
  ...Object.keys(PROBLEM_SEVERITY),
  ...FILE_PROBLEM_CODES,
  ...Object.keys(FILE_NOTE_SEVERITY),
] as ProblemCode[];

describe('problemSentence', () => {
  it.each(CODES)('%s has a whole sentence, with and without facts', (code) => {
    // How a value was mended is always known.
    const mended = code === 'repaired';
    const facts = { column: '办结日期', value: '下周', detail: mended ? 'serial_day|39' : '2017-09-30' };
    for (const sentence of [problemSentence(code, facts), ...(mended ? [] : [problemSentence(code)])]) {
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
