import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { FILE_NOTE_SEVERITY, FILE_PROBLEM_CODES, PROBLEM_SEVERITY, type ProblemCode } from './problemCodes';
import { problemCodes, problemName } from './problemNames';

test('every problem has a name of its own', () => {
  const codes = [
    ...Object.keys(PROBLEM_SEVERITY),
    ...FILE_PROBLEM_CODES,
    ...Object.keys(FILE_NOTE_SEVERITY),
  ] as ProblemCode[];
  const names = [...codes, ...catalogue.oddities.map((o) => o.code)].map((code) => problemName(catalogue, code));
  expect(names.every(Boolean)).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test('a list of problems holds those of rows, and the columns that were not read', () => {
  expect(problemCodes(catalogue, 'error')).not.toContain('ignored_column');
  expect(problemCodes(catalogue, 'warning')).toContain('ignored_column');
  expect(problemCodes(catalogue, 'warning')).toContain('decision_undated');
  expect(problemCodes(catalogue)).not.toContain('empty_file');
});
