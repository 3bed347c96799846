import AxeBuilder from 'axe-core';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES } from '../support/addresses';
import { exported } from '../support/exported';
import { type OfficePage, openOfficePage } from '../support/office-page';
import { show } from '../support/show';

const SLOW = { timeout: 120_000 };

describe('the page as it opens', () => {
  let desk: OfficePage;
  beforeAll(async () => {
    desk = await openOfficePage();
    await desk.open();
  });
  afterAll(() => desk?.close());

  it('shows the sample workspace, and says that it is one', async () => {
    const { page } = desk;
    await page.getByText('示例数据（非真实）').first().waitFor(SLOW);
    const ranking = page.getByRole('table').first();
    await ranking.getByText('果洛藏族自治州').waitFor(SLOW);
    // And its head.
    await expect.poll(() => ranking.getByRole('row').count()).toBe(1 + 8);
    expect(await page.title()).toContain('考评');
  });

  it('opens exactly the rows of the number that is clicked', async () => {
    const { page } = desk;
    await desk.open('#/year');
    const row = page.getByRole('row', { name: /^按期办结率/ });
    const link = row.getByRole('link', { name: /海南/ }).first();
    await link.waitFor(SLOW);
    // 744/814: the rows are those that are lacking.
    const [, numerator, denominator] = /，(\d+)\/(\d+)，/.exec((await link.getAttribute('aria-label')) ?? '') ?? [];
    const lacking = Number(denominator) - Number(numerator);
    expect(lacking).toBeGreaterThan(0);
    await link.click();
    await page.getByText(`共 ${lacking} 件`).waitFor(SLOW);
    const list = page.getByRole('region', { name: '案件清单' }).getByRole('table');
    await expect.poll(() => list.getAttribute('aria-rowcount')).toBe(String(lacking + 1));

    const csv = (await exported(page, '导出 CSV')).toString('utf8');
    const { data } = Papa.parse<Record<string, string>>(csv.replace('\uFEFF', ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(lacking);
    for (const r of data) {
      expect(r.来源文件).toBeTruthy();
      expect(Number(r.行号)).toBeGreaterThan(1);
      const due = r.办结期限 as string;
      expect(due <= '2018-01-10').toBe(true);
      // Not closed by its due date; what was closed after the cut-off has not happened yet.
      expect(!r.办结日期 || r.办结日期 > due).toBe(true);
    }
  });

  it('restores a view from its address', async () => {
    const { page } = desk;
    await desk.open('#/year?period=2017Q3&asOf=2017-12-31');
    await page.getByText('数据截止日 2017-12-31').first().waitFor(SLOW);
    await page.reload();
    await page.getByText('数据截止日 2017-12-31').first().waitFor(SLOW);
    expect(page.url()).toContain('period=2017Q3');
  });

  it('finds a region from the keyboard', async () => {
    const { page } = desk;
    await desk.open('#/year');
    await page.getByRole('table').first().waitFor(SLOW);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('循化');
    await page.getByRole('option', { name: /循化/, selected: true }).waitFor(SLOW);
    await page.keyboard.press('Enter');
    await page.waitForURL(/county=630225/, SLOW);
  });

  it.each(ADDRESSES)('has nothing serious against accessibility on %s', async (address) => {
    const { page } = desk;
    await show(desk, address);
    await page.evaluate(AxeBuilder.source);
    const serious = await page.evaluate(async () => {
      const { violations } = await (
        globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run();
      return violations
        .filter((v) => v.impact === 'serious' || v.impact === 'critical')
        .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
    });
    expect(serious).toEqual([]);
  });

  it('asked nobody else for anything, and raised no error', () => {
    expect(desk.foreign).toEqual([]);
    expect(desk.errors).toEqual([]);
  });
});
