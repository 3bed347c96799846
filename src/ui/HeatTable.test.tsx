import { beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import * as totals from '../../tests/support/totals';
import { figure } from '../assessment/assess';
import type { IndicatorId } from '../domain/indicators';
import { figureOf } from './data/figures';
import { type HeatColumn, HeatTable } from './HeatTable';
import { assessment } from './testing/assessedUnits';
import { renderAt } from './testing/renderAt';
import { type RenderedTable, tableOf } from './testing/tableOf';

/** An area with these counts in one indicator, and none in the others. */
const column = (key: string, of: IndicatorId, [numerator, denominator]: [number, number], undated = 0): HeatColumn => ({
  key,
  head: key,
  figure: (id) =>
    figure(
      catalogue.indicator(id),
      { level: 'prefecture', id: key, name: key },
      '2017H1',
      id === of ? { numerator, denominator, undated } : { numerator: 0, denominator: 0, undated: 0 },
    ),
});

// The province has 27 of 34, 79.41 %.
const COLUMNS = [
  column('甲', 'closure_on_time', [95, 100]),
  column('乙', 'closure_on_time', [9, 10]),
  column('丙', 'closure_on_time', [27, 34]),
  column('丁', 'closure_on_time', [12, 17]),
  column('戊', 'closure_on_time', [50, 100]),
  column('己', 'closure_on_time', [4, 4]),
  column('庚', 'closure_on_time', [0, 0], 3),
  column('辛', 'submission_on_time', [1, 5]),
];
const HEADS = ['全省', ...COLUMNS.map((c) => c.key)];
let heat: RenderedTable;

beforeAll(async () => {
  const table = <HeatTable caption="各市州与全省比较" assessment={assessment} level="prefecture" columns={COLUMNS} />;
  heat = tableOf(await renderAt('/year?period=2017H1', table), '各市州与全省比较');
});

test('every cell says its own figure, with the sign of how it stands against the province', () => {
  expect(heat.columns).toEqual(['指标', ...HEADS]);
  expect(heat.texts('按期办结率', HEADS)).toEqual([
    '79.41% 27/34',
    // 88.82 %–97.85 %: the province lies outside.
    '▲ 95.00% 95/100',
    '△ 90.00% 9/10',
    '79.41% 27/34',
    '▽ 70.59% 12/17',
    '▼ 50.00% 50/100',
    '100.00% 件数少 4/4',
    '无案件 3 件期限落在未公布节假日的年度，未计',
    '无案件',
  ]);
});

test('colour says the same as the sign', () => {
  const colour = (head: string) => /class="kp-heat-(\w+)/.exec(heat.cell('按期办结率', head).html)?.[1];
  expect(HEADS.map(colour)).toEqual([
    'own',
    'clearlyBetter',
    'better',
    'same',
    'worse',
    'clearlyWorse',
    'few',
    'none',
    'none',
  ]);
});

test('each indicator has its line; what no unit was to report is not called a case', () => {
  expect(heat.rows).toHaveLength(12);
  expect(heat.texts('报送及时率', ['全省', '甲', '辛'])).toEqual(['50.00% 1/2', '无应报', '▽ 20.00% 1/5']);
  expect(heat.texts('办理时长（中位数）', ['全省', '甲'])).toEqual(['10 n=6', '无案件']);
});

test('a cell opens what it lacks; where nothing is lacking, all', () => {
  expect(heat.cell('按期办结率', '丁').link).toContain('side=missing&level=prefecture&id=%E4%B8%81');
  expect(heat.cell('按期办结率', '己').link).toContain('side=denominator');
});

test('an indicator stands only where it is shown; who has not reported has no zero, and the legend tells what is not compared', async () => {
  const { office, assessment, SIMING, HAICANG } = totals;
  const column = (id: string): HeatColumn => ({
    key: id,
    head: id,
    figure: (of) => figureOf(assessment, 'prefecture', id, of),
  });
  const columns = [column(SIMING), column(HAICANG), column('350206')];
  const shown = await renderAt(
    '/year?period=2016H1',
    <HeatTable caption="各区" assessment={assessment} level="prefecture" columns={columns} />,
    {},
    office,
  );
  const districts = tableOf(shown, '各区');
  expect(districts.texts('罚没款', ['全市', SIMING, HAICANG, '350206'])).toEqual([
    '12,345,678.90 n=12（未填数的 3）',
    '12,345,678.90 n=12（未填数的 3）',
    '0.00 n=0',
    '未报送',
  ]);
  expect(districts.cell('罚没款', '350206').html).toContain('class="kp-unreported"');
  expect(districts.rows.some((row) => row.startsWith('两法衔接录入率'))).toBe(false);
  expect(districts.rows).toContain('公示及时率 目标 95.00%');
  expect(shown).toContain('罚没款、问题发现率、销毁重量不分优劣，不与全市比');
  expect(shown).toContain('办理时长没有区间，只分优劣');

  const zones = <HeatTable caption="片区" assessment={assessment} level="zone" columns={[]} />;
  expect(tableOf(await renderAt('/zones?period=2016H1', zones, {}, office), '片区').rows).not.toContain('罚没款 元');
});
