import { describe, expect, it } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import type { SubmissionProblem } from '../../domain/problems';
import type { Submission } from '../../domain/submission';
import { tableCsv } from '../../report/csv';
import { problemTable } from '../../report/problemTable';
import { tableBook } from '../../report/tableBook';
import { Book } from '../../report/testing/readBook';
import { type ProblemListOf, problemExport, problemFileName } from './problemExport';

const submission = (id: number, unit: string, period: string): Submission => ({
  id,
  unit,
  period,
  ledger: 'complaints',
  file: `${id}.csv`,
  sha256: 'a'.repeat(64),
  bytes: 1,
  encoding: 'utf-8',
  version: 1,
  receivedOn: '2017-10-09',
  takenInAt: '2017-10-09T08:00:00.000Z',
  rowsRead: 1,
  rowsAccepted: 0,
  rowsRejected: 1,
  withdrawnAt: null,
});

const of: ProblemListOf = {
  office: qinghai,
  sample: false,
  submissions: [
    submission(1, '630100', '2017Q4'),
    submission(2, '630100', '2017Q1'),
    submission(3, '632200', '2017Q2'),
  ],
  question: {},
  asOf: '2018-01-10',
};

describe('the name of a list of problems', () => {
  it.each<[object, string]>([
    [{}, '2017年第一季度至第四季度_问题清单_截止2018-01-10'],
    [{ unit: '630100' }, '2017年第一季度至第四季度_西宁市_问题清单_截止2018-01-10'],
    [{ submission: 3 }, '2017年第二季度_海北藏族自治州_问题清单_截止2018-01-10'],
    [
      { unit: '632200', severity: 'error', code: 'not_a_date' },
      '2017年第二季度_海北藏族自治州_问题清单_错误_不是有效日期_截止2018-01-10',
    ],
  ])('%j', (question, name) => {
    expect(problemFileName({ ...of, question })).toBe(name);
    expect(problemFileName({ ...of, question, sample: true })).toBe(`示例数据（非真实）_${name}`);
  });
});

const problem: SubmissionProblem = {
  submission: 1,
  sheetNumber: 0,
  unit: '630100',
  period: '2017Q4',
  ledger: 'complaints',
  file: '1.csv',
  sheet: null,
  row: 7,
  letters: 'A',
  column: '编号',
  value: '0012',
  code: 'duplicate_id',
  severity: 'error',
  message: '=1+1',
};

it('a workbook says what the list is; codes are text, and its CSV holds the same values', async () => {
  const table = problemTable(qinghai, [
    problem,
    { ...problem, row: null, severity: 'warning', code: 'ignored_column' },
  ]);
  const asked = problemExport({ ...of, sample: true }, [problem], table);
  const book = await Book.of(await tableBook({ ...asked, madeAt: '2018-01-12 09:30' }));
  expect([...book.sheets.keys()]).toEqual(['问题清单', '说明']);
  const [first, second] = book.records('问题清单', '报送单位');
  expect(first).toMatchObject({ 报送单位: '西宁市', 报送期: '2017年第四季度', 行号: 7, 值: '0012', 类别: '编号重复' });
  expect(first?.说明).toBe('=1+1');
  expect(second).toMatchObject({ 行号: null, 类别: '未读取的列' });
  const facts = book.facts('说明');
  expect(facts.get('示例')).toContain('示例数据（非真实）');
  expect(facts.get('报送期')).toBe('2017年第一季度至第四季度');
  expect(facts.get('数据截止日')).toContain('2018-01-10');
  expect(facts.get('制表单位')).toBe(qinghai.profile.office);
  expect(facts.get('制表时间')).toContain('2018-01-12 09:30');
  expect(facts.get('软件版本')).toMatch(/考评 \d/);
  const csv = (await tableCsv(table)).split('\r\n');
  expect(csv[1]).toContain(',0012,');
  expect(csv[1]).toContain("'=1+1");
});
