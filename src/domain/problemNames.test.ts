import { expect, test } from 'vitest';
import { FILE_NOTE_SEVERITY, FILE_PROBLEM_CODES, PROBLEM_SEVERITY, type ProblemCode } from './problemCodes';
import { problemCodes, problemName } from './problemNames';

test('every problem has a name of its own', () => {
  const codes = [
    ...Object.keys(PROBLEM_SEVERITY),
    ...FILE_PROBLEM_CODES,
    ...Object.keys(FILE_NOTE_SEVERITY),
  ] as ProblemCode[];
  const names = codes.map(problemName);
  expect(names.every(Boolean)).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test('a list of problems holds those of rows, and the columns that were not read', () => {
  expect(problemCodes('error')).not.toContain('ignored_column');
  expect(problemCodes('warning')).toContain('ignored_column');
  expect(problemCodes()).not.toContain('empty_file');
});
