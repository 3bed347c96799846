import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OfficePage, openOfficePage } from '../support/office-page';
import { show } from '../support/show';
import { numberIn, readTable, tableNamed } from '../support/tables';

const SLOW = { timeout: 120_000 };
const MATRIX = '2017年各市州指标与全省比较';
const PARTS = '2017年各市州的案件指标';

let desk: OfficePage;
beforeAll(async () => {
  desk = await openOfficePage();
});
afterAll(() => desk?.close());

/** [numerator, denominator] of a cell; n alone of a duration; nothing of 无案件. */
const countsIn = (cell: string): number[] => {
  const [, ...found] = /(\d[\d,]*)\/(\d[\d,]*)|n=(\d[\d,]*)/.exec(cell) ?? [];
  return found.filter((text) => text !== undefined).map(numberIn);
};
const sumOf = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

it('what stands below 全省 adds up to it: matrix of the year', async () => {
  await desk.open('#/year');
  const matrix = await readTable(desk.page, MATRIX);
  expect(matrix.rows).toHaveLength(12);
  const areas = matrix.columns.slice(2);
  expect(areas).toHaveLength(9);
  for (const row of matrix.rows) {
    const whole = countsIn(matrix.cell(row, '全省').text);
    expect(whole, row).not.toEqual([]);
    const parts = matrix.texts(row, areas).map(countsIn);
    expect(
      whole.map((_, at) => sumOf(parts.map((p) => p[at] ?? 0))),
      row,
    ).toEqual(whole);
  }
});

it('what stands below 全省 adds up to it: list of prefectures, table of an indicator', async () => {
  const { page } = desk;
  await desk.open('#/prefectures');
  const parts = await readTable(page, PARTS);
  expect(parts.rows.slice(-2)).toEqual(['省本级', '全省']);
  const overdue = parts.rows.map((row) => numberIn(parts.cell(row, '超期未办结').text));
  expect(sumOf(overdue.slice(0, -1))).toBe(overdue.at(-1));

  await desk.open('#/indicators?id=disclosure_rate');
  const areas = await readTable(page, '2017年各市州处罚信息公示率');
  expect(areas.rows).toHaveLength(10);
  expect([areas.rows[0], areas.rows.at(-1)]).toEqual(['全省', '省本级']);
  const missing = areas.rows.map((row) => numberIn(areas.cell(row, '未达到（件）').text));
  expect(sumOf(missing.slice(1))).toBe(missing[0]);
});

it('opens the cases of 省本级 like any other', async () => {
  const { page } = desk;
  await desk.open('#/prefectures');
  const link = tableNamed(page, PARTS).getByRole('link', { name: /^省本级 超期未办结 [\d,]+ 件/ });
  await link.waitFor(SLOW);
  const count = await link.textContent();
  await link.click();
  await page.getByText(`共 ${count} 件`).waitFor(SLOW);
  await expect.poll(() => page.title()).toContain('省本级');
});

it('what needs attention now is counted now, and its list says so, the longest overdue first', async () => {
  const { page } = desk;
  await desk.open('#/year?period=2017Q3&asOf=2018-01-10');
  const card = page.getByRole('region', { name: '现在需要关注什么？' });
  const now = card.getByRole('link', { name: /超期未办结 \d+ 件/ }).first();
  await now.waitFor(SLOW);
  const count = numberIn((await now.textContent()) ?? '');
  const share = numberIn((await card.getByRole('link', { name: /第三季度 超期未办结/ }).textContent()) ?? '');
  expect(share).toBeGreaterThan(0);
  expect(count).toBeGreaterThan(share);
  // Above the matrix.
  const [top, below] = [
    await card.boundingBox(),
    await page.getByRole('table', { name: /指标与全省比较/ }).boundingBox(),
  ];
  expect(top?.y).toBeLessThan(below?.y ?? Number.NaN);
  await now.click();
  await page.getByText(`共 ${count} 件`).waitFor(SLOW);
  const waiting = page.getByTestId('waiting');
  await waiting.first().waitFor(SLOW);
  const days = (await waiting.allTextContents()).slice(0, 10).map((t) => Number(/已超期 (\d+) 天/.exec(t)?.[1]));
  expect(days).toEqual([...days].sort((a, b) => b - a));
  expect(days[0]).toBeGreaterThan(100);
});

it('a figure of 报送及时率 opens exactly the slots that it counts', async () => {
  const { page } = desk;
  await desk.open('#/prefectures?id=632700');
  await page.getByRole('link', { name: '玉树藏族自治州 报送及时率 2/6 份，查看登记' }).click(SLOW);
  await page.getByText('分母：6 份').waitFor(SLOW);
  const register = tableNamed(page, '2017年市州报送登记');
  await expect.poll(() => register.getByRole('button').count()).toBe(8);
  expect(await register.getByTestId('slot-counted').count()).toBe(6);
  // And back to the unit.
  await register.getByRole('link', { name: '玉树藏族自治州' }).click();
  await page.waitForURL(/prefectures\?.*id=632700/, SLOW);
});

it('0/0 of 报送及时率 is not called 无案件', async () => {
  const { page } = desk;
  await desk.open('#/indicators?id=submission_on_time');
  const table = tableNamed(page, '2017年各市州报送及时率');
  await table.getByText('无应报').first().waitFor(SLOW);
  expect(await table.getByText('无案件').count()).toBe(0);
});

it('too few cases are neither better nor worse', async () => {
  await desk.open('#/year');
  const matrix = await readTable(desk.page, MATRIX);
  expect(matrix.cell('涉嫌犯罪移送率', '玉树州').text).toBe('66.67% 件数少 2/3');
});

it('a cell of the matrix tells all by pointer and by keyboard, within the window, until Escape', async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 960, height: 600 });
  await show(desk, '#/year');
  // Where it rested before, the page would scroll below it, and the cell that comes to lie there has its say.
  await page.mouse.move(0, 0);
  const tip = page.getByRole('tooltip');
  const cell = (name: RegExp) => tableNamed(page, MATRIX).getByRole('link', { name });
  const closure = cell(/^海南藏族自治州 按期办结率 /);
  for (const link of [closure, cell(/^省级部门 报送及时率 /), cell(/^青海省 受理及时率 /)]) {
    await link.focus(SLOW);
    await tip.waitFor(SLOW);
    expect(await link.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
    const box = (await tip.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(960);
    expect(box.y + box.height).toBeLessThanOrEqual(600);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached', ...SLOW });
    expect(await link.getAttribute('aria-describedby')).toBeNull();
  }
  await closure.hover();
  await tip.waitFor(SLOW);
  for (const words of ['海南藏族自治州 按期办结率', '744/814 件', '89.27%–93.14%', '−2.14 个百分点', '明显差于全省'])
    expect(await tip.getByText(words).count(), words).toBeGreaterThan(0);
  expect(desk.errors).toEqual([]);
});
