import { expect, test } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { scoreSheet } from '../../assessment/assess';
import { assessment, GUOLUO, HAINAN, scheme } from '../../ui/testing/assessedUnits';
import { pointsItems, sheetRows } from './sheetRows';

const sheet = scoreSheet(assessment, 'prefectures', HAINAN);
const rows = sheetRows(catalogue, sheet, scheme.decimals);
const row = (id: string) => rows.find((r) => r.item.id === id);

test('a line counts what it lacks: the denominator less the numerator', () => {
  expect(row('closure_on_time')?.figure).toMatchObject({ numerator: 12, denominator: 17 });
  expect(row('closure_on_time')?.missing).toBe(5);
});

test('a duration has no numerator and lacks nothing', () => {
  expect(row('handling_days')?.figure.denominator).toBe(4);
  expect(row('handling_days')?.missing).toBeNull();
});

test('an item without a case says why it is not assessed; one with cases says no more than its rule', () => {
  expect(row('satisfaction')).toMatchObject({ missing: 0, shared: false });
  expect(row('satisfaction')?.remark).toContain('无案件');
  expect(row('closure_on_time')?.remark).toBe('');
  expect(row('closure_on_time')?.rule).toBe('60% 起计分，100% 得满分，其间按直线计');
});

test('full marks that grew by a shared-out weight are marked', () => {
  expect(row('closure_on_time')?.score.full).toBeGreaterThan(row('closure_on_time')?.item.weight ?? 0);
  expect(row('closure_on_time')?.shared).toBe(true);
});

test('the chart draws the assessed items, whose points got and lost add up to the full score', () => {
  const items = pointsItems(catalogue, sheet);
  expect(items.map((i) => i.target)).toEqual(['closure_on_time', 'handling_days', 'submission_on_time']);
  expect(items.reduce((sum, i) => sum + i.points + i.lost, 0)).toBeCloseTo(scheme.full, 9);
});

test('a unit that is not assessed has an empty sheet', () => {
  expect(sheetRows(catalogue, scoreSheet(assessment, 'prefectures', GUOLUO), scheme.decimals)).toEqual([]);
});

test('an item that one case moves by more than a point says by how much', () => {
  // 12 of 17, 60 % to 100 %; the full marks are shared out.
  expect(row('closure_on_time')?.oneCase).toMatch(/^再缺 1 件 −\d+\.\d\d 分，少缺 1 件 \+\d+\.\d\d 分$/);
  expect(row('handling_days')?.oneCase).toBeNull();
  expect(row('satisfaction')?.oneCase).toBeNull();
});
