import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OfficePage, openOfficePage } from '../support/office-page';

const SLOW = { timeout: 120_000 };

let desk: OfficePage;
beforeAll(async () => {
  desk = await openOfficePage();
});
afterAll(() => desk?.close());

const numberIn = (text: string | null): number => Number((text ?? '').replaceAll(',', ''));

/** [numerator, denominator] of each cell of a row; n alone of a duration; nothing of 无案件. */
async function countsOf(cells: Locator): Promise<number[][]> {
  const texts = await cells.locator('small').allTextContents();
  return texts.map((t) => (t.match(/\d[\d,]*/g) ?? []).map(numberIn));
}

it('what stands below 全省 adds up to it: matrix of the year', async () => {
  const { page } = desk;
  await desk.open('#/year');
  const matrix = page.locator('table.kp-heat');
  await matrix.waitFor(SLOW);
  const rows = await matrix.locator('tbody tr').all();
  expect(rows).toHaveLength(12);
  for (const row of rows) {
    const [whole, ...parts] = await countsOf(row.locator('td'));
    const sum = (at: number) => parts.reduce((n, p) => n + (p[at] ?? 0), 0);
    expect(
      whole?.map((_, at) => sum(at)),
      (await row.textContent()) ?? '',
    ).toEqual(whole);
  }
});

it('what stands below 全省 adds up to it: list of prefectures, table of an indicator', async () => {
  const { page } = desk;
  await desk.open('#/prefectures');
  const parts = page.locator('table.kp-parts');
  await parts.waitFor(SLOW);
  expect(await parts.locator('tbody th').last().textContent()).toBe('省本级');
  const overdue = (await parts.locator('tbody td.kp-parts-overdue').allTextContents()).map(numberIn);
  const all = numberIn(await parts.locator('tfoot td.kp-parts-overdue').textContent());
  expect(overdue.reduce((a, b) => a + b, 0)).toBe(all);

  await desk.open('#/indicators?id=disclosure_rate');
  const table = page.locator('.kp-area-table');
  await table.getByText('省本级').waitFor(SLOW);
  const missing = (await table.locator('tbody tr.ant-table-row td:nth-child(6)').allTextContents()).map(numberIn);
  expect(missing).toHaveLength(10);
  expect(missing.slice(1).reduce((a, b) => a + b, 0)).toBe(missing[0]);
});

it('opens the cases of 省本级 like any other', async () => {
  const { page } = desk;
  await desk.open('#/prefectures');
  const link = page.locator('table.kp-parts tbody tr').last().locator('td.kp-parts-overdue a');
  await link.waitFor(SLOW);
  const count = numberIn(await link.textContent());
  await link.click();
  await page.getByText(`共 ${count} 件`).waitFor(SLOW);
  expect(await page.title()).toContain('省本级');
});

it('what needs attention now is counted now, and its list says so, the longest overdue first', async () => {
  const { page } = desk;
  await desk.open('#/year?period=2017Q3&asOf=2018-01-10');
  const card = page.locator('.kp-attention');
  const now = card.getByRole('link', { name: /超期未办结 \d+ 件/ }).first();
  await now.waitFor(SLOW);
  const count = numberIn(await now.textContent());
  const share = numberIn(await card.getByRole('link', { name: /第三季度 超期未办结/ }).textContent());
  expect(share).toBeGreaterThan(0);
  expect(count).toBeGreaterThan(share);
  // Above the matrix.
  const top = async (of: Locator) => (await of.boundingBox())?.y ?? Number.NaN;
  expect(await top(card)).toBeLessThan(await top(page.locator('table.kp-heat')));
  await now.click();
  await page.getByText(`共 ${count} 件`).waitFor(SLOW);
  const waiting = page.locator('.kp-case-waiting');
  await waiting.first().waitFor(SLOW);
  const days = (await waiting.allTextContents()).slice(0, 10).map((t) => Number(/已超期 (\d+) 天/.exec(t)?.[1]));
  expect(days).toEqual([...days].sort((a, b) => b - a));
  expect(days[0]).toBeGreaterThan(100);
});

it('a figure of 报送及时率 opens exactly the slots that it counts', async () => {
  const { page } = desk;
  await desk.open('#/prefectures?id=632700');
  const link = page.locator('.kp-reported-rate a');
  await link.waitFor(SLOW);
  expect(await link.textContent()).toBe('2/6 份');
  await link.click();
  await page.getByText('分母：6 份').waitFor(SLOW);
  const slots = page.locator('.kp-register-cell');
  expect(await slots.count()).toBe(8);
  expect(await page.locator('.kp-register-cell:not(.kp-register-unwanted)').count()).toBe(6);
  // And back to the unit.
  await page.locator('table.kp-register').getByRole('link', { name: '玉树藏族自治州' }).click();
  await page.waitForURL(/prefectures\?.*id=632700/, SLOW);
});

it('0/0 of 报送及时率 is not called 无案件', async () => {
  const { page } = desk;
  await desk.open('#/indicators?id=submission_on_time');
  const table = page.locator('.kp-area-table');
  await table.getByText('无应报').first().waitFor(SLOW);
  expect(await table.getByText('无案件').count()).toBe(0);
});

it('too few cases are neither better nor worse', async () => {
  const { page } = desk;
  await desk.open('#/year');
  const cell = page.locator('[data-cell="transfer_rate/632700"]');
  await cell.waitFor(SLOW);
  expect(await cell.textContent()).toMatch(/^66\.67%件数少2\/3$/);
});

it('a cell of the matrix tells all by pointer and by keyboard, within the window, until Escape', async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 960, height: 600 });
  await desk.open('#/year');
  // Where it rested before, the page would scroll below it, and the cell that comes to lie there has its say.
  await page.mouse.move(0, 0);
  const tip = page.getByRole('tooltip');
  for (const name of ['closure_on_time/632500', 'submission_on_time/own', 'acceptance_on_time/province']) {
    const cell = page.locator(`[data-cell="${name}"]`);
    await cell.waitFor(SLOW);
    const link = cell.locator('a').first();
    await link.focus();
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
  await page.locator('[data-cell="closure_on_time/632500"]').hover();
  await tip.waitFor(SLOW);
  for (const words of ['海南藏族自治州 按期办结率', '744/814 件', '89.27%–93.14%', '−2.14 个百分点', '明显差于全省'])
    expect(await tip.textContent()).toContain(words);
  expect(desk.errors).toEqual([]);
});
