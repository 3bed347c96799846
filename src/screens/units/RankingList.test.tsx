import { expect, test } from 'vitest';
import { DEPARTMENTS, PREFECTURES } from '../../../tests/support/unitViews';
import { assessment, table } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import type { GroupView } from './groupView';
import { RankingList } from './RankingList';

const ranking = async (group: GroupView) =>
  renderAt('/prefectures?period=2017H1', <RankingList group={group} assessment={assessment} table={table} hint="" />);

test('the prefectures stand by rank with their own figures, those not assessed last', async () => {
  const html = await ranking(PREFECTURES);
  expect(html).toContain('参评 2 个，共 8 个市州；满分 100');
  const list = tableOf(html, '2017年上半年市州排名', '市州');
  expect(list.rows.slice(0, 2)).toEqual(['西宁市', '海南藏族自治州']);
  const SCORE = ['名次', '得分', '失分', '等次'];
  // 9 of 10 is three quarters of 75 points, and five days are all of 25.
  expect(list.texts('西宁市', SCORE)).toEqual(['1', '81.25', '18.75', '良好']);
  expect(list.texts('海南藏族自治州', SCORE)).toEqual(['2', '45.88', '54.12', '不合格']);
  expect(list.texts('果洛藏族自治州', SCORE)).toEqual(['—', '—', '—', '不参评']);
});

test('key figures, what is overdue and what cost most stand in the line of their unit', async () => {
  const list = tableOf(await ranking(PREFECTURES), '2017年上半年市州排名', '市州');
  const FIGURES = ['受理及时率', '按期办结率', '超期未办结 本期届满（件）', '失分最多的两项'];
  expect(list.texts('西宁市', FIGURES)).toEqual(['无案件', '90.00% 9/10', '0', '按期办结率 −18.75']);
  expect(list.texts('海南藏族自治州', FIGURES)).toEqual([
    '无案件',
    '70.59% 12/17',
    '3',
    '按期办结率 −44.12 报送及时率 −10.00',
  ]);
  // Has one case of one, and no rank: it has reported nothing.
  expect(list.texts('果洛藏族自治州', FIGURES)).toEqual(['无案件', '100.00% 1/1', '0', '未报送，不参评']);
  expect(list.cell('海南藏族自治州', '超期未办结 本期届满（件）').link).toMatch(/side=numerator.*&id=632500/);
  expect(list.cell('海南藏族自治州', '市州').link).toBe('#/prefectures?period=2017H1&id=632500');
});

test('the departments are a list of their own', async () => {
  const list = tableOf(await ranking(DEPARTMENTS), '2017年上半年部门排名', '部门');
  expect(list.rows).not.toContain('西宁市');
  expect(list.texts('工商', ['名次', '按期办结率', '超期未办结 本期届满（件）'])).toEqual(['1', '80.00% 24/30', '3']);
  expect(list.texts('食药监', ['名次', '按期办结率', '超期未办结 本期届满（件）'])).toEqual(['2', '75.00% 3/4', '0']);
  expect(list.cell('工商', '部门').link).toBe('#/departments?period=2017H1&id=aic');
});
