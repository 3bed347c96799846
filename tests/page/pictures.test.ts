import { afterAll, beforeAll, expect, it } from 'vitest';
import { savedPicture } from '../support/exported';
import { type OfficePage, openOfficePage } from '../support/office-page';

let office: OfficePage;
beforeAll(async () => {
  office = await openOfficePage();
});
afterAll(() => office?.close());

it('a chart is saved as PNG of 17 cm at 300 dpi, named by sample, period, unit, question and cut-off', async () => {
  await office.open('#/prefectures?id=632500');
  const { name, bytes } = await savedPicture(office.page, 'PNG');
  expect(name).toBe('示例数据（非真实）_2017年_海南藏族自治州_按期办结率各季度怎样变化_截止2018-01-10.png');
  expect(bytes.readUInt32BE(16)).toBe(2008);
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(1000);
  expect(bytes.toString('latin1', 37, 41)).toBe('pHYs');
  expect(bytes.readUInt32BE(41)).toBe(11811);
  expect(office.errors).toEqual([]);
});

it('and as SVG whose words are text: mark, unit, period, cut-off, legend, and no word of what to click', async () => {
  await office.open('#/zones');
  // The chart of the other screen is gone.
  await office.page.getByRole('heading', { level: 1, name: '片区' }).waitFor();
  const { name, bytes } = await savedPicture(office.page, 'SVG');
  const svg = bytes.toString('utf8');
  expect(name).toMatch(/^示例数据（非真实）_2017年_全省_.+_截止2018-01-10\.svg$/);
  for (const said of [
    '示例数据（非真实）',
    '全省，2017年，数据截止日 2018-01-10',
    '及以上',
    '无案件',
    '粗框：东部地区',
  ])
    expect(svg).toContain(said);
  expect(svg).not.toMatch(/点开|点方格|点条/);
  expect(office.errors).toEqual([]);
});
