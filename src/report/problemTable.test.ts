import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import type { SubmissionProblem } from '../domain/problems';
import { problemTable } from './problemTable';

const problem: SubmissionProblem = {
  submission: 1,
  sheetNumber: 0,
  unit: '632200',
  period: '2017Q3',
  ledger: 'complaints',
  file: 'a.csv',
  sheet: null,
  row: 7,
  letters: 'D',
  column: '县区',
  value: '湟中',
  code: 'unknown_county',
  severity: 'error',
  message: '不是已知的县。',
};

it('says whose and when it is, and the rule in Chinese with its code beside it', () => {
  const { columns, rows } = problemTable(qinghai, [problem, { ...problem, row: null, code: 'ignored_column' }]);
  const records = rows.map((row) => Object.fromEntries(columns.map(({ label }, i) => [label, row[i]])));
  expect(records[0]).toMatchObject({
    报送单位: '海北藏族自治州',
    报送期: '2017年第三季度',
    台账: '投诉举报台账',
    行号: { number: 7, format: 'count' },
    列号: 'D',
    级别: '错误',
    类别: '地区无法识别',
    规则代码: 'unknown_county',
  });
  expect(records[1]).toMatchObject({ 行号: null, 类别: '未读取的列' });
});

it('names sheets where a file has them, and leaves the column out where none has', () => {
  const labels = (problems: SubmissionProblem[]) => problemTable(qinghai, problems).columns.map((c) => c.label);
  expect(labels([problem])).not.toContain('工作表');
  const { columns, rows } = problemTable(qinghai, [problem, { ...problem, sheet: '投诉' }]);
  const at = columns.findIndex((c) => c.label === '工作表');
  expect(rows.map((row) => row[at])).toEqual([null, '投诉']);
});
