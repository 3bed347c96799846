import { expect, test } from 'vitest';
import { PROBLEM_NAMES, problemCodes } from './problemNames';

test('every problem that a list can hold has a name of its own', () => {
  const names = problemCodes().map((code) => PROBLEM_NAMES[code]);
  expect(names.every(Boolean)).toBe(true);
  expect(new Set(names).size).toBe(names.length);
  expect(problemCodes('error')).not.toContain('ignored_column');
  expect(problemCodes('warning')).toContain('ignored_column');
});
