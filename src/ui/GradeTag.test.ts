import { expect, test } from 'vitest';
import { bandOf } from './GradeTag';

test('four grades look four ways; of any number the highest and the lowest are told', () => {
  expect([0, 1, 2, 3].map((at) => bandOf(at, 4))).toEqual(['top', 'upper', 'lower', 'bottom']);
  expect([0, 1, 2].map((at) => bandOf(at, 3))).toEqual(['top', 'upper', 'bottom']);
  expect([0, 1].map((at) => bandOf(at, 2))).toEqual(['top', 'bottom']);
  expect([0, 1, 2, 3, 4].map((at) => bandOf(at, 5))).toEqual(['top', 'upper', 'upper', 'lower', 'bottom']);
});
