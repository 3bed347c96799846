import { expect, test } from 'vitest';
import { assessment, table } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { AreaTable } from './AreaTable';

const areasAt = async (search: string, name: string) =>
  tableOf(
    await renderAt(`/indicators?period=2017H1&${search}`, <AreaTable assessment={assessment} table={table} />),
    `2017年上半年${name}`,
  );
const COUNTS = ['达到（件）', '未达到（件）', 'n（件）', '一季度', '二季度'];

test('the prefectures and 省本级 stand below the province and add up to it, in the period and in each quarter', async () => {
  const areas = await areasAt('id=closure_on_time', '各市州按期办结率');
  expect(areas.rows).toHaveLength(10);
  expect([areas.rows[0], areas.rows.at(-1)]).toEqual(['全省', '省本级']);
  expect(areas.texts('全省', COUNTS)).toEqual(['27', '7', '34', '81.82% 27/33', '0.00% 0/1']);
  expect(areas.texts('西宁市', COUNTS)).toEqual(['9', '1', '10', '90.00% 9/10', '无案件']);
  expect(areas.texts('海南藏族自治州', COUNTS)).toEqual(['12', '5', '17', '75.00% 12/16', '0.00% 0/1']);
  expect(areas.texts('果洛藏族自治州', COUNTS)).toEqual(['1', '0', '1', '100.00% 1/1', '无案件']);
  expect(areas.texts('省本级', COUNTS)).toEqual(['5', '1', '6', '83.33% 5/6', '无案件']);
  expect(areas.texts('海东市', COUNTS)).toEqual(['0', '0', '0', '无案件', '无案件']);
});

test('a value stands with its interval, its sign and its words; the province with neither', async () => {
  const areas = await areasAt('id=closure_on_time', '各市州按期办结率');
  const of = (row: string) => areas.texts(row, ['指标值', '95% 区间']);
  expect(of('全省')).toEqual(['79.41%', '63.20%–89.65%']);
  expect(of('西宁市')).toEqual(['△ 略优于全省（可能出于偶然）， 90.00%', '59.58%–98.21%']);
  expect(of('海南藏族自治州')).toEqual(['▽ 略差于全省（可能出于偶然）， 70.59%', '46.87%–86.72%']);
  expect(of('果洛藏族自治州')).toEqual(['件数少 件数少，不比优劣， 100.00%', '20.65%–100.00%']);
  expect(of('海东市')).toEqual(['无案件', '—']);
});

test('every count opens its rows, of 省本级 its own alone; a quarter opens that quarter', async () => {
  const areas = await areasAt('id=closure_on_time', '各市州按期办结率');
  const asked = (row: string, column: string) =>
    Object.fromEntries(new URLSearchParams(areas.cell(row, column).link.split('?')[1]));
  expect(asked('海南藏族自治州', '未达到（件）')).toMatchObject({ side: 'missing', level: 'prefecture', id: '632500' });
  expect(asked('海南藏族自治州', '达到（件）')).toMatchObject({ side: 'numerator', period: '2017H1' });
  expect(asked('海南藏族自治州', '二季度')).toMatchObject({ side: 'missing', period: '2017Q2' });
  expect(asked('省本级', 'n（件）')).toMatchObject({ side: 'denominator', level: 'province', own: '1' });
  expect(areas.cell('海东市', 'n（件）').link).toBe('');
});

test('the counties of one prefecture with its 市州本级 add up to it', async () => {
  const counties = await areasAt('id=closure_on_time&level=county&within=632500', '各县区按期办结率');
  expect(counties.rows).toEqual(['全省', '共和县', '同德县', '贵德县', '兴海县', '贵南县', '海南藏族自治州本级']);
  expect(counties.texts('共和县', COUNTS)).toEqual(['8', '3', '11', '80.00% 8/10', '0.00% 0/1']);
  expect(counties.texts('同德县', COUNTS)).toEqual(['3', '1', '4', '75.00% 3/4', '无案件']);
  expect(counties.texts('海南藏族自治州本级', COUNTS)).toEqual(['1', '1', '2', '50.00% 1/2', '无案件']);
});

test('days have a median and no counts of what was met', async () => {
  const areas = await areasAt('id=handling_days', '各市州办理时长（中位数）');
  const value = areas.columns[1] as string;
  expect(areas.columns).toEqual(expect.not.arrayContaining(['达到（件）', '未达到（件）']));
  expect(areas.texts('全省', [value, 'n（件）', '一季度'])).toEqual(['10', '6', '10 n=6']);
  expect(areas.texts('西宁市', [value, 'n（件）', '一季度'])).toEqual(['件数少 件数少，不比优劣， 5', '2', '5 n=2']);
  expect(areas.texts('海南藏族自治州', [value, 'n（件）', '二季度'])).toEqual([
    '件数少 件数少，不比优劣， 10',
    '4',
    '无案件',
  ]);
});

test('submissions are counted in 份, the departments beside the prefectures, and 0/0 is 无应报', async () => {
  const areas = await areasAt('id=submission_on_time', '各市州报送及时率');
  const COLUMNS = ['指标值', '达到（份）', '未达到（份）', 'n（份）', '一季度', '二季度'];
  expect(areas.texts('全省', COLUMNS)).toEqual(['50.00%', '1', '1', '2', '无应报', '50.00% 1/2']);
  expect(areas.texts('西宁市', COLUMNS)).toEqual(['无应报', '0', '0', '0', '无应报', '无应报']);
  expect(areas.rows.at(-1)).toBe('省级部门');
});
