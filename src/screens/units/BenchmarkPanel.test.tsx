import { expect, test } from 'vitest';
import { PREFECTURES } from '../../../tests/support/unitViews';
import { assessment, HAINAN, XINING } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { BenchmarkPanel } from './BenchmarkPanel';

const benchmark = async (id: string, name: string) =>
  tableOf(
    await renderAt(
      '/prefectures?period=2017H1',
      <BenchmarkPanel unit={{ group: PREFECTURES, id, name }} assessment={assessment} />,
    ),
    `2017年上半年${name}各指标与全省和最好的市州比较`,
  );

test('own figure, province and best stand each below their head', async () => {
  const table = await benchmark(HAINAN, '海南州');
  const HEADS = ['海南州', '分子/分母或 n', '全省', '与全省比', '最好的值', '最好的市州'];
  expect(table.texts('按期办结率', HEADS)).toEqual([
    '70.59%',
    '12/17',
    '79.41%',
    '▽ 略差于全省（可能出于偶然）',
    '90.00%',
    '西宁市 n=10',
  ]);
  // Four cases are too few to be better, and two too few to be the best.
  expect(table.texts('办理时长（中位数）', HEADS)).toEqual(['10', 'n=4', '10', '件数少，不比优劣', '—', '—']);
  expect(table.texts('群众满意率', HEADS)).toEqual(['无案件', '—', '无案件', '没有可比的数，不比较', '—', '—']);
  expect(table.cell('按期办结率', '最好的市州').link).toBe(`#/prefectures?period=2017H1&id=${XINING}`);
});

test('the best says so of itself', async () => {
  const table = await benchmark(XINING, '西宁市');
  expect(table.texts('按期办结率', ['西宁市', '最好的市州'])).toEqual(['90.00%', '本市州 n=10']);
});
