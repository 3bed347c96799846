import { expect, it } from 'vitest';
import type { ReportCell } from '../tables';
import { pick, withTotals } from './pick';

const points = (number: number): ReportCell => ({ number, format: 'points' });
const table = {
  columns: [
    { label: '单位', width: 1 },
    { label: '项', width: 1 },
    { label: '分', width: 1 },
  ],
  rows: [
    ['甲', 'a', points(0.1)],
    ['甲', 'b', points(0.2)],
    ['甲', 'c', null],
    ['乙', 'a', points(3)],
  ],
};

it('takes the columns asked for, in their order', () => {
  expect(pick(table, { 分: 5, 单位: 9 })).toMatchObject({
    columns: [
      { label: '分', width: 5 },
      { label: '单位', width: 9 },
    ],
    rows: [
      [points(0.1), '甲'],
      [points(0.2), '甲'],
      [null, '甲'],
      [points(3), '乙'],
    ],
  });
  expect(() => pick(table, { 没有: 1 })).toThrow('没有');
});

it('adds up each run, exactly, by a formula over its rows', () => {
  const { rows, totals } = withTotals(table, { by: '单位', of: ['分'], decimals: 2 });
  expect(rows.map((r) => r.slice(0, 2))).toEqual([
    ['甲', 'a'],
    ['甲', 'b'],
    ['甲', 'c'],
    ['甲', '合计'],
    ['乙', 'a'],
    ['乙', '合计'],
  ]);
  expect(rows.map((_, i) => totals?.(i))).toEqual([false, false, false, true, false, true]);
  const sum = rows[3]?.[2] as { number: number; formula: (cell: (label: string, up?: number) => string) => string };
  expect(sum.number).toBe(0.3);
  expect(sum.formula((label, up) => `${label}${up}`)).toBe('ROUND(SUM(分3:分1),2)');
  expect(rows[5]?.[2]).toMatchObject({ number: 3 });
});
