import { beforeAll, expect, test } from 'vitest';
import { PREFECTURES } from '../../../tests/support/unitViews';
import { cells, HAINAN, submissions } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { type RenderedTable, tableOf } from '../../ui/testing/tableOf';
import { ScoreSheetPanel } from './ScoreSheetPanel';

const unit = { group: PREFECTURES, id: HAINAN, name: '海南州' };
let sheet: RenderedTable;

beforeAll(async () => {
  const html = await renderAt('/prefectures?period=2017H1', <ScoreSheetPanel unit={unit} />, { submissions, cells });
  sheet = tableOf(html, '2017年上半年海南州评分表');
});

const COUNTS = ['分子', '未达到', '分母'];
const VALUE = ['指标值', '95% 区间、九成案件'];
const POINTS = ['满分', '得分', '失分'];

test('every item of the scheme has its line, and the sum is the last', () => {
  expect(sheet.rows).toHaveLength(13);
  expect(sheet.rows[0]).toMatch(/^受理及时率 /);
  expect(sheet.rows[12]).toBe('合计');
});

test('a rate stands from its counts to its points', () => {
  expect(sheet.texts('按期办结率', COUNTS)).toEqual(['12 件', '5 件', '17 件 仅报送 1/2 季度']);
  expect(sheet.texts('按期办结率', VALUE)).toEqual(['70.59%', '46.87%–86.72%']);
  // Three items of 25 in all have cases: 15 of the 25 grow to 60 of 100. (70.59 % − 60 %) ÷ 40 % of 60.
  expect(sheet.texts('按期办结率', POINTS)).toEqual(['60.00 方案 15', '15.88', '44.12']);
});

test('every count opens its own rows', () => {
  const link = (column: string) => new URLSearchParams(sheet.cell('按期办结率', column).link.split('?')[1]);
  expect(COUNTS.map((c) => link(c).get('side'))).toEqual(['numerator', 'missing', 'denominator']);
  for (const c of COUNTS)
    expect(Object.fromEntries(link(c))).toMatchObject({ level: 'prefecture', id: HAINAN, period: '2017H1' });
});

test('what is counted over submissions is counted in 份, and opens the register', () => {
  expect(sheet.texts('报送及时率', COUNTS)).toEqual(['1 份', '1 份', '2 份']);
  expect(sheet.cell('报送及时率', '分母').link).toContain('submissions?period=2017H1&tab=register');
});

test('a duration has cases, and no numerator', () => {
  expect(sheet.texts('办理时长（中位数）', COUNTS)).toEqual(['—', '—', '4 件 仅报送 1/2 季度']);
  expect(sheet.texts('办理时长（中位数）', VALUE)).toEqual(['10 个工作日', '九成在 17 个工作日内']);
  expect(sheet.texts('办理时长（中位数）', POINTS)).toEqual(['20.00 方案 5', '20.00', '0.00']);
});

test('an item without a case is neither 0 % nor 0 points', () => {
  expect(sheet.texts('群众满意率', COUNTS)).toEqual(['0 件', '0 件', '0 件 仅报送 1/2 季度']);
  expect(sheet.texts('群众满意率', VALUE)).toEqual(['无案件', '—']);
  expect(sheet.cell('群众满意率', '指标值').html).toContain('class="kp-no-case"');
  expect(sheet.texts('群众满意率', POINTS)).toEqual(['— 方案 5', '不参评', '—']);
});

test('what one case would change is said only where that is more than a point', () => {
  expect(sheet.cell('按期办结率', '计分规则').text).toContain('再缺 1 件 −8.82 分，少缺 1 件 +8.83 分');
  expect(sheet.cell('群众满意率', '计分规则').text).not.toContain('1 件 ');
});

test('the sum is that of the points', () => {
  expect(sheet.texts('合计', POINTS)).toEqual(['100.00', '45.88', '54.12']);
});
