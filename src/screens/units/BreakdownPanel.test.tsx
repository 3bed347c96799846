import { expect, test } from 'vitest';
import { DEPARTMENTS, PREFECTURES } from '../../../tests/support/unitViews';
import { assessment, HAINAN, table } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { UnitList } from './UnitList';

const AT = '/prefectures?period=2017H1';
const FIGURES = ['按期办结率', '办理时长', '群众满意率', '超期未办结'];
const of = { assessment, table };

test('a prefecture: its counties and 市州本级 add up to it', async () => {
  const area = { level: 'prefecture', id: HAINAN, name: '海南州' } as const;
  const html = await renderAt(AT, <PREFECTURES.Parts area={area} {...of} />);
  const counties = tableOf(html, '2017年上半年海南州的县（市、区、行委）');
  expect(counties.rows).toHaveLength(7);
  expect(counties.texts('共和县', FIGURES)).toEqual(['▽ 72.73% 8/11', '10 件数少 n=3', '无案件', '2']);
  expect(counties.texts('同德县', FIGURES)).toEqual(['75.00% 件数少 3/4', '无案件', '无案件', '0']);
  expect(counties.texts('贵德县', FIGURES)).toEqual(['无案件', '无案件', '无案件', '0']);
  expect(counties.texts('海南藏族自治州本级', FIGURES)).toEqual(['50.00% 件数少 1/2', '20 件数少 n=1', '无案件', '1']);
  // The unit itself is compared with nothing.
  expect(counties.rows.at(-1)).toBe('海南州合计');
  expect(counties.texts('海南州合计', FIGURES)).toEqual(['70.59% 12/17', '10 n=4', '无案件', '3']);
  expect(counties.rows[0]).toBe('共和县 环青海湖地区 、 沿黄河发展带');

  const departments = tableOf(html, '2017年上半年海南州各部门办理的案件');
  expect(departments.rows).toEqual(['工商', '食药监', '海南州合计']);
  expect(departments.texts('工商', FIGURES)).toEqual(['▽ 69.23% 9/13', '10 件数少 n=4', '无案件', '3']);
  expect(departments.texts('食药监', FIGURES)).toEqual(['75.00% 件数少 3/4', '无案件', '无案件', '0']);
  expect(departments.texts('海南州合计', FIGURES)).toEqual(['70.59% 12/17', '10 n=4', '无案件', '3']);
});

test('a cell opens what it lacks of its own part', async () => {
  const area = { level: 'prefecture', id: HAINAN, name: '海南州' } as const;
  const html = await renderAt(AT, <PREFECTURES.Parts area={area} {...of} />);
  const asked = (name: string, row: string, column = '按期办结率') =>
    Object.fromEntries(new URLSearchParams(tableOf(html, name).cell(row, column).link.split('?')[1]));
  const counties = '2017年上半年海南州的县（市、区、行委）';
  expect(asked(counties, '共和县')).toMatchObject({ level: 'county', id: '632521', side: 'missing' });
  expect(asked(counties, '海南藏族自治州本级')).toMatchObject({ level: 'prefecture', id: HAINAN, own: '1' });
  expect(asked(counties, '共和县', '超期未办结')).toMatchObject({ indicator: 'open_overdue', id: '632521' });
  expect(asked('2017年上半年海南州各部门办理的案件', '工商')).toMatchObject({ id: HAINAN, department: 'aic' });
});

test('a department: the prefectures in which it has cases and 省本级 add up to it', async () => {
  const area = { level: 'department', id: 'aic', name: '工商' } as const;
  const html = await renderAt(AT, <DEPARTMENTS.Parts area={area} {...of} />);
  const parts = tableOf(html, '2017年上半年工商部门在各市州的案件');
  expect(parts.rows).toEqual(['西宁市', '海南藏族自治州', '果洛藏族自治州', '省本级', '合计']);
  expect(parts.texts('西宁市', FIGURES)).toEqual(['△ 90.00% 9/10', '5 件数少 n=2', '无案件', '0']);
  expect(parts.texts('海南藏族自治州', FIGURES)).toEqual(['▽ 69.23% 9/13', '10 件数少 n=4', '无案件', '3']);
  expect(parts.texts('果洛藏族自治州', FIGURES)).toEqual(['100.00% 件数少 1/1', '无案件', '无案件', '0']);
  expect(parts.texts('省本级', FIGURES)).toEqual(['△ 83.33% 5/6', '无案件', '无案件', '0']);
  expect(parts.texts('合计', FIGURES)).toEqual(['80.00% 24/30', '10 n=6', '无案件', '3']);
});

test('all prefectures and 省本级 add up to the province; so do the departments', async () => {
  const prefectures = tableOf(
    await renderAt(AT, <UnitList group={PREFECTURES} {...of} />),
    '2017年上半年各市州的案件指标',
  );
  expect(prefectures.rows).toHaveLength(10);
  expect(prefectures.texts('海南藏族自治州', FIGURES)).toEqual(['▽ 70.59% 12/17', '10 件数少 n=4', '无案件', '3']);
  expect(prefectures.texts('省本级', FIGURES)).toEqual(['△ 83.33% 5/6', '无案件', '无案件', '0']);
  expect(prefectures.texts('全省', FIGURES)).toEqual(['79.41% 27/34', '10 n=6', '无案件', '3']);
  const departments = tableOf(
    await renderAt(AT, <UnitList group={DEPARTMENTS} {...of} />),
    '2017年上半年各部门的案件指标',
  );
  expect(departments.rows).toEqual(['工商', '食药监', '全省']);
  expect(departments.texts('全省', FIGURES)).toEqual(['79.41% 27/34', '10 n=6', '无案件', '3']);
});
