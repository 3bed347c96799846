import { expect, test } from 'vitest';
import { assessment, GONGHE } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { AreaFigures } from './AreaFigures';
import { MembersPanel } from './MembersPanel';
import { OverlapPanel } from './OverlapPanel';
import { ZonesPanel } from './ZonesPanel';

const AT = '/zones?period=2017H1';
const ZONES = [
  '东部地区',
  '柴达木地区',
  '环青海湖地区',
  '三江源地区',
  '沿黄河发展带',
  '沿湟水发展带',
  '兰青—青藏铁路发展轴线',
];

test('a case counts in every zone of its county, and against the province', async () => {
  const zones = tableOf(await renderAt(AT, <ZonesPanel assessment={assessment} />), '2017年上半年各片区指标与全省比较');
  expect(zones.columns).toEqual(['指标', '全省', ...ZONES]);
  // 共和 lies at the lake and at the Yellow River; 城东 in the east, at the Huangshui and at the railway; 同德 and 玛沁
  // at the three sources. 省本级 and 市州本级 lie nowhere.
  expect(zones.texts('按期办结率', ['全省', ...ZONES])).toEqual([
    '79.41% 27/34',
    '△ 90.00% 9/10',
    '无案件',
    '▽ 72.73% 8/11',
    '△ 80.00% 4/5',
    '▽ 72.73% 8/11',
    '△ 90.00% 9/10',
    '△ 90.00% 9/10',
  ]);
  expect(zones.texts('报送及时率', ['全省', '东部地区'])).toEqual(['50.00% 1/2', '按报送单位计，不分片区']);
  expect(zones.cell('按期办结率', '环青海湖地区').link).toMatch(/level=zone&id=\w+/);
});

test('a county opened from the map: its figures, their intervals, and the rows behind its counts', async () => {
  const part = <AreaFigures assessment={assessment} level="county" id={GONGHE} name="共和县" />;
  const figures = tableOf(await renderAt(AT, part), '共和县各项指标');
  const COLUMNS = ['指标值', '全省', '达到', '未达到', 'n'];
  expect(figures.texts('按期办结率', COLUMNS)).toEqual([
    '▽ 72.73% ，略差于全省（可能出于偶然） 43.44%–90.25%',
    '79.41%',
    '8',
    '3',
    '11',
  ]);
  expect(figures.texts('办理时长（中位数）', COLUMNS)).toEqual([
    '件数少 10 个工作日 ，件数少，不比优劣 九成在 10 个工作日内',
    '10 个工作日',
    '—',
    '—',
    '3',
  ]);
  expect(figures.texts('群众满意率', COLUMNS)).toEqual(['无案件', '无案件', '0', '0', '0']);
  expect(figures.cell('按期办结率', '未达到').link).toMatch(`side=missing&level=county&id=${GONGHE}`);
});

test('the counties of a zone stand with how sure they are; candidates are not counted', async () => {
  const members = tableOf(await renderAt(AT, <MembersPanel />), '各片区所含县区');
  expect(members.rows).toEqual(ZONES);
  expect(members.texts('环青海湖地区', ['县区数', '所含县区', '待定（未计入）'])).toEqual([
    '4',
    '[中] 海晏 刚察 共和 天峻',
    '[低] 祁连 门源 贵南 贵德',
  ]);
});

test('the counties of several zones stand with each of them, those of none last', async () => {
  const html = await renderAt(AT, <OverlapPanel />);
  const overlaps = tableOf(html, '同时属于多个片区的县区和未列入片区的县区');
  const IN = '● 属于';
  expect(overlaps.texts('共和县', ['片区数', ...ZONES])).toEqual(['2', '', '', IN, '', IN, '', '']);
  for (const row of overlaps.lines) expect(row.filter((cell) => cell === IN).length, row[0]).toBe(Number(row[1]));
  const counts = overlaps.lines.map((row) => Number(row[1]));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  const none = counts.filter((n) => n === 0).length;
  expect(html).toContain(`${counts.length - none} 个同时属于多个片区`);
  expect(html).toContain(`${none} 个未列入片区，只计入市州和全省`);
  expect(overlaps.texts('祁连县', ['片区数', '东部地区'])).toEqual(['0', '未列入片区']);
});
