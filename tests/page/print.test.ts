import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES } from '../support/addresses';
import { type OfficePage, openOfficePage } from '../support/office-page';
import { show } from '../support/show';
import { tableNamed } from '../support/tables';

const SLOW = { timeout: 120_000 };
const PAPER = 1046;
const OFFICE = '青海省打击侵犯知识产权和制售假冒伪劣商品工作领导小组办公室';
const SAMPLE = '示例数据（非真实）';

let desk: OfficePage;
beforeAll(async () => {
  desk = await openOfficePage();
});
afterAll(() => desk?.close());
afterEach(async () => {
  await desk.page.emulateMedia({ media: null });
  await desk.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await desk.page.setViewportSize({ width: 1440, height: 900 });
});

/** What is to be read, without what is hidden. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden in print is the very question
const readable = (part: Locator): Promise<string> => part.innerText();

/** Puts the page as it is on paper, without the paper. */
async function onPaper(width: number): Promise<void> {
  await desk.page.setViewportSize({ width, height: 900 });
  await desk.page.emulateMedia({ media: 'print' });
  await desk.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

const pagesOf = async (): Promise<number> => {
  const pdf = await desk.page.pdf({ preferCSSPageSize: true, printBackground: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
};

describe('whose page it is', () => {
  it('stands in the head bar, in the title of the tab and on paper, with the mark of the sample', async () => {
    const { page } = desk;
    await show(desk, '#/prefectures?id=632500');
    await expect.poll(() => page.title()).toBe(`海南藏族自治州考核 · 2017年 · ${SAMPLE} · ${OFFICE} · 考评`);
    // The province stands in the choice of profiles, the rest of the name after it.
    expect((await readable(page.getByRole('banner'))).replace(/\s/g, '')).toContain(OFFICE);
    await onPaper(718);
    const head = await readable(page.getByTestId('print-header'));
    const day = await page.evaluate(() => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    });
    for (const part of [OFFICE, SAMPLE, '考核期：2017年', '数据截止日：2018-01-10', `制表日期：${day}`])
      expect(head).toContain(part);
    expect(await readable(page.getByRole('note').first())).toContain('不作为考核依据');
  });

  it.each([
    [1440, 900],
    [1280, 720],
  ])('what is to be said of the sample stands in one line at %d px, and whole in a bubble', async (width, height) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    for (const address of ['#/year', '#/zones']) {
      await show(desk, address);
      const height = async () => (await page.getByRole('complementary', { name: '提示' }).boundingBox())?.height;
      await expect.poll(height).toBeLessThan(34);
    }
    expect(await page.getByRole('main').getByRole('note').count()).toBe(0);
    await page.getByRole('button', { name: /^口径/ }).click();
    await page.getByRole('tooltip').getByText('片区数字不可相加').waitFor(SLOW);
    await page.mouse.move(0, 0);
    expect(await page.getByRole('banner').getByText('示例数据').isVisible()).toBe(true);
  });
});

describe('on paper', () => {
  it.each(['#/year', '#/year?period=2017Q3'])('%s is one sheet, signed once', async (address) => {
    await show(desk, address);
    expect(await pagesOf()).toBe(1);
    await onPaper(PAPER);
    expect(await desk.page.getByTestId('signature').filter({ visible: true }).count()).toBe(1);
  });

  it.each(ADDRESSES)('%s says nothing of how the screen is used, and cuts no chart', async (address) => {
    await show(desk, address);
    await onPaper(PAPER);
    const text = await readable(desk.page.locator('body'));
    expect(
      text.match(/.{0,12}((?<!重)点开|点击|点一|点名称|点数字|点指标|点列名|点方格|点地图|点图|按住|Ctrl|拖).{0,12}/g),
    ).toBeNull();
    const heights = await desk.page
      .getByTestId('chart')
      .filter({ visible: true })
      .evaluateAll((charts) => charts.map((c) => c.getBoundingClientRect().height));
    expect(heights.filter((height) => height > 900)).toEqual([]);
  });

  it.each([
    ['#/submissions?tab=problems', /共 ([\d,]+) 条/],
    ['#/submissions?tab=files', /接收过的文件 ([\d,]+) 个/],
    ['#/cases?indicator=closure_on_time&side=missing&level=prefecture&id=632500', /共 ([\d,]+) 件/],
    ['#/cases?indicator=closure_on_time&side=denominator', /共 ([\d,]+) 件/],
  ])('%s prints all its rows, or says how many it leaves out', async (address, counted) => {
    const { page } = desk;
    await show(desk, address);
    const said = counted.exec((await readable(page.getByRole('main'))).replace(/\s+/g, ' '))?.[1];
    const total = Number(said?.replaceAll(',', ''));
    expect(total).toBeGreaterThan(0);
    const printed = Math.min(total, 500);
    const list = page.getByTestId('print-list').first();
    // The rows to print are read in the background.
    await expect
      .poll(async () => {
        await onPaper(PAPER);
        return (await list.getByRole('row').count()) - 1;
      }, SLOW)
      .toBe(printed);
    const left = list.getByTestId('left-out');
    if (total > printed) expect(await readable(left)).toContain(`前 ${printed} 件，共 ${said} 件`);
    else expect(await left.count()).toBe(0);
    // No column is narrower than its words, and none runs out of the paper.
    const narrow = await list
      .locator('th, td')
      .evaluateAll(
        (cells, right) =>
          cells
            .filter((c) => c.scrollWidth > c.clientWidth + 1 || c.getBoundingClientRect().right > right)
            .map((c) => c.textContent),
        PAPER + 2,
      );
    expect(narrow).toEqual([]);
    const widths = await list
      .locator('th[data-kind="text"], th[data-kind="name"]')
      .evaluateAll((cells) => cells.map((c) => c.getBoundingClientRect().width));
    expect(Math.min(...widths)).toBeGreaterThan(36);
  });

  it('the problems take few pages', async () => {
    await show(desk, '#/submissions?tab=problems');
    expect(await pagesOf()).toBeLessThan(8);
  });
});

describe('a small window', () => {
  it('of 1280 × 720 shows the ranking and the head of the matrix of the year', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 1280, height: 720 });
    await show(desk, '#/year');
    for (const last of [
      tableNamed(page, '市州排名').getByRole('row').last(),
      tableNamed(page, '2017年各市州指标与全省比较').getByRole('row').first(),
    ]) {
      const box = await last.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(720);
    }
  });

  it.each(ADDRESSES)('of 960 × 600 cuts nothing of %s without a sign that more is there', async (address) => {
    const { page } = desk;
    await page.setViewportSize({ width: 960, height: 600 });
    await show(desk, address);
    const cut = () =>
      page.evaluate(() => {
        // The head of a library's table is moved along with its body.
        const scrolls = (e: Element) =>
          ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || e.matches('.ant-table-header');
        const wide: string[] = [];
        for (const e of document.querySelectorAll('header *, aside *, main *')) {
          const { right, width } = e.getBoundingClientRect();
          if (width === 0 || right <= innerWidth + 1 || e.closest('.kp-hidden')) continue;
          let up = e.parentElement;
          while (up && !scrolls(up)) up = up.parentElement;
          // Cut on purpose, with the whole text in a bubble.
          if (!up && e.closest('.kp-notice')) continue;
          const box = up?.closest<HTMLElement>('.kp-scroll-box');
          if (!up || !box?.dataset.more?.includes('right')) wide.push(`${e.tagName}.${e.className}`);
        }
        return wide.slice(0, 5);
      });
    // The signs come as the parts get their widths.
    await expect.poll(cut, SLOW).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(960);
  });
});

describe('the list of cases', () => {
  const LIST = '#/cases?indicator=disclosure_rate&side=missing&level=province&id=630000';
  const list = () => desk.page.getByRole('region', { name: '案件清单' });
  const heads = () => list().getByRole('columnheader').allTextContents();

  it('leaves out columns that are blank throughout, says so, and shows them when asked', async () => {
    const { page } = desk;
    await show(desk, LIST);
    await page.getByText(/列全空，未列出（公示日期/).waitFor(SLOW);
    expect(await heads()).not.toContain('公示日期');
    await page.getByRole('button', { name: '显示', exact: true }).click();
    await expect.poll(heads).toContain('公示日期');
    expect(await page.getByText('列全空，未列出').count()).toBe(0);
  });

  it('cuts no id, and keeps file and row in sight', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 960, height: 600 });
    await show(desk, LIST);
    const ids = list().getByRole('rowheader');
    await ids.first().waitFor(SLOW);
    expect(await ids.evaluateAll((cells) => cells.filter((c) => c.scrollWidth > c.clientWidth + 1).length)).toBe(0);
    const columns = await heads();
    for (const column of ['来源文件', '行号']) {
      // The first cell of a row is its head.
      const at = columns.indexOf(column) - 1;
      expect(at, column).toBeGreaterThan(0);
      const box = await list().locator('[aria-rowindex="2"]').getByRole('cell').nth(at).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(960);
    }
  });
});

it('raised no error', () => {
  expect(desk.errors).toEqual([]);
});
