import { expect, it } from 'vitest';
import { safeFileName } from './download';

it.each([
  ['2017年第三季度_市州排名.xlsx', '2017年第三季度_市州排名.xlsx'],
  ['西宁市/按期办结率: 90%?.png', '西宁市_按期办结率_ 90%_.png'],
  ['..\\..\\a\u0000b.csv', '.._.._a_b.csv'],
  ['末尾. ', '末尾'],
  ['', '导出'],
])('%j → %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});
