import { describe, expect, it } from 'vitest';
import { submissionOf } from '../../tests/support/submission';
import type { Problem } from '../domain/problems';
import type { Assessment } from './assess';
import { asWritten, documentOf } from './document';

const assessment: Assessment = {
  profile: 'qinghai-2017',
  scheme: 'sample',
  period: '2017',
  asOf: '2018-01-10',
  indicators: [],
  sheets: [],
  ranking: [],
};
it('an assessment is written with points by the ids of unit and item, in the order that its fingerprint is taken of', () => {
  const score = { item: 'closure', points: 9.9, full: 10, note: 'n' };
  const line = { group: 'g', id: 'u', item: {}, figure: {}, score, lost: 0.1 } as Assessment['sheets'][number];
  expect(JSON.stringify(asWritten({ ...assessment, sheets: [line] }))).toBe(
    '{"profile":"qinghai-2017","scheme":"sample","period":"2017","asOf":"2018-01-10","indicators":[],' +
      '"scores":[{"group":"g","id":"u","item":"closure","points":9.9,"full":10,"note":"n"}],"ranking":[]}',
  );
});

const problem = (
  file: string,
  row: number | null,
  column: string | null,
  code: Problem['code'],
  value = 'x',
): Problem => ({
  file,
  sheet: null,
  row,
  column,
  value,
  code,
  severity: 'error',
  message: '',
});
const refusal = (file: string, sha = 'f') => ({
  file,
  sha256: sha.repeat(64),
  problem: { ...problem(file, null, null, 'empty_file'), value: null },
});

const submissions = [
  submissionOf({ id: 1, file: 'b.csv' }),
  submissionOf({ id: 2, file: '乙/a.csv', period: '2017Q2', rowsRead: 0, rowsAccepted: 0, rowsRejected: 0 }),
  submissionOf({ id: 3, file: 'b_v2.csv', version: 2 }),
  submissionOf({ id: 4, file: 'B.csv', period: '2017Q3', withdrawnAt: '2018-01-01T00:00:00Z' }),
];
const refused = [refusal('c.csv'), refusal('a.csv')];
const problems = [
  problem('b.csv', 10, '县区', 'unknown_county'),
  problem('b.csv', 9, '类型', 'not_in_list'),
  problem('b.csv', 9, '类型', 'required_missing'),
  problem('b.csv', 9, '县区', 'unknown_county'),
  problem('b.csv', 9, null, 'surplus_cells'),
  problem('b.csv', null, '备注', 'ignored_column', 'z'),
  problem('b.csv', null, '备注', 'ignored_column', 'y'),
];
const document = documentOf(assessment, submissions, refused, problems);

describe('documentOf', () => {
  it('says of every file what became of it, in order of file', () => {
    expect(document.submissions.map((s) => [s.file, s.status])).toEqual([
      ['B.csv', 'withdrawn'],
      ['a.csv', 'refused'],
      ['b.csv', 'superseded'],
      ['b_v2.csv', 'current'],
      ['c.csv', 'refused'],
      ['乙/a.csv', 'zero'],
    ]);
  });

  it('has the problems in order of file, row, column and code', () => {
    expect(document.problems.map((p) => [p.file, p.row, p.column, p.code, p.value])).toEqual([
      ['a.csv', null, null, 'empty_file', null],
      ['b.csv', null, '备注', 'ignored_column', 'y'],
      ['b.csv', null, '备注', 'ignored_column', 'z'],
      ['b.csv', 9, null, 'surplus_cells', 'x'],
      ['b.csv', 9, '县区', 'unknown_county', 'x'],
      ['b.csv', 9, '类型', 'not_in_list', 'x'],
      ['b.csv', 9, '类型', 'required_missing', 'x'],
      ['b.csv', 10, '县区', 'unknown_county', 'x'],
      ['c.csv', null, null, 'empty_file', null],
    ]);
  });

  it('is the same text in whatever order the files came', () => {
    const other = documentOf(assessment, [...submissions].reverse(), [...refused].reverse(), [...problems].reverse());
    expect(JSON.stringify(other)).toBe(JSON.stringify(document));
  });
});
