import { expect, test } from 'vitest';
import { HAINAN, table } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { QuarterPanel } from './QuarterPanel';

test('every quarter of the year has its own figures, also those beyond the period', async () => {
  const area = { level: 'prefecture', id: HAINAN, name: '海南州' } as const;
  const panel = <QuarterPanel area={area} table={table} chosen="closure_on_time" onChoose={() => undefined} />;
  const quarters = tableOf(await renderAt('/prefectures?period=2017Q1', panel), '海南州2017年各季度指标');
  const HEADS = ['一季度', '二季度', '三季度', '四季度'];
  expect(quarters.columns).toEqual(['指标', ...HEADS]);
  expect(quarters.texts('按期办结率', HEADS)).toEqual(['75.00% 12/16', '0.00% 0/1', '无案件', '无案件']);
  expect(quarters.texts('办理时长（中位数）', HEADS)).toEqual(['10 n=4', '无案件', '无案件', '无案件']);
  expect(quarters.texts('报送及时率', HEADS)).toEqual([
    '无应报',
    '50.00% 1/2 一季度台账',
    '无应报 二季度台账',
    '无应报 三季度台账',
  ]);
  expect(quarters.cell('按期办结率', '二季度').link).toMatch(/period=2017Q2.*side=missing/);
});
