import { expect, test } from 'vitest';
import { groupById } from '../../domain/office';
import { assessment, office } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { RankingPanel } from './RankingPanel';

test('rank, score, grade and what cost most stand in the line of their prefecture', async () => {
  const html = await renderAt(
    '/year?period=2017H1',
    <RankingPanel group={groupById(office, 'prefectures')} assessment={assessment} />,
  );
  expect(html).toContain('参评 2 个，共 8 个市州；满分 100');
  const ranking = tableOf(html, '市州排名', '市州');
  const HEADS = ['名次', '得分', '等次', '失分最多的三项（失分）'];
  expect(ranking.rows.slice(0, 2)).toEqual(['西宁市', '海南藏族自治州']);
  expect(ranking.texts('西宁市', HEADS)).toEqual(['1', '81.25', '良好', '按期办结率 −18.75']);
  expect(ranking.texts('海南藏族自治州', HEADS)).toEqual([
    '2',
    '45.88',
    '不合格',
    '按期办结率 −44.12 报送及时率 −10.00',
  ]);
  expect(ranking.texts('果洛藏族自治州', HEADS)).toEqual(['—', '—', '不参评', '未报送，不参评']);
});
