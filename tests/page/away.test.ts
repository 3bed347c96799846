import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium';
import { exported, savedPicture } from '../support/exported';
import { shown } from '../support/show';
import { type Site, serveSite } from '../support/site';

const SLOW = { timeout: 120_000 };
const SCREENS = {
  年度考核: 'year',
  片区: 'zones',
  市州: 'prefectures',
  部门: 'departments',
  指标: 'indicators',
  案件: 'cases',
  报送: 'submissions',
};

let browser: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

interface Opened {
  page: Page;
  /** Stops the server, as when the office's network is down. */
  away: () => Promise<void>;
  /** Starts it again where it was. */
  back: () => Promise<void>;
  /** Times that the page was loaded. */
  loads: () => number;
}

let leave: () => Promise<void> = async () => undefined;
afterEach(() => leave());

/** @param idle whether the page ever is: where not, nothing is fetched ahead */
async function open(address: string, idle = true): Promise<Opened> {
  let site: Site | null = await serveSite({ base: '/kaoping/' });
  const port = Number(new URL(site.url).port);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  leave = async () => {
    await context.close();
    await site?.close();
  };
  context.setDefaultTimeout(SLOW.timeout);
  const page = await context.newPage();
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  if (!idle) await page.addInitScript('window.requestIdleCallback = () => 0');
  await page.goto(site.url + address);
  await page.getByRole('table').first().waitFor(SLOW);
  return {
    page,
    loads: () => loads,
    away: async () => {
      await site?.close();
      site = null;
    },
    back: async () => {
      site = await serveSite({ base: '/kaoping/', port });
    },
  };
}

const partsHere = (page: Page) => page.locator('html[data-parts="here"]').waitFor({ state: 'attached', ...SLOW });
const heading = (page: Page, name = '') => page.getByRole('heading', { level: 1, name });
const goTo = (page: Page, screen: string) =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: screen }).click();

/** `goTo` a screen that opens: until it stands there, and nothing of the one that was left. */
async function opened(page: Page, screen: keyof typeof SCREENS): Promise<void> {
  await goTo(page, screen);
  await page.waitForURL(new RegExp(`#/${SCREENS[screen]}\\b`), SLOW);
  await shown(page);
}

/** Whether the browser asks again for a module whose import failed: Chromium 156 does, 150 holds it for failed until the page is loaded anew. */
async function importsAgain(page: Page): Promise<boolean> {
  const address = new URL('assets/not-yet.js', page.url()).href;
  // As a text: what is compiled here would not import there.
  const imported = () => page.evaluate<boolean>(`import('${address}').then(() => true, () => false)`);
  await page.route(address, (route) => route.abort());
  expect(await imported()).toBe(false);
  await page.unroute(address);
  await page.route(address, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  return imported();
}

describe('the server goes away', () => {
  it('once the page has been idle: every screen opens, exports are made, files come in', async () => {
    const { page, loads, away } = await open('#/year');
    await partsHere(page);
    await away();
    for (const screen of Object.keys(SCREENS) as (keyof typeof SCREENS)[]) {
      await opened(page, screen);
      expect(await page.getByRole('main').getByRole('alert').count(), screen).toBe(0);
    }
    await opened(page, '年度考核');
    const sheets = await readExcelFile(await exported(page, '导出 Excel'));
    expect(sheets.map((s) => s.sheet)).toContain('市州排名');
    expect((await savedPicture(page, 'PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
    await opened(page, '报送');
    await page.getByTestId('files').setInputFiles({
      name: '2017Q4_632600_complaints.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('编号,类型,县区,承办部门,接收日期\nX1,投诉,玛沁县,工商,2017-11-02\n'),
    });
    await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
    await page.getByText('读取 1 行 = 接受 1 + 搁置 0').waitFor(SLOW);
    expect(loads()).toBe(1);
  });

  it('before: a sentence in Chinese for screen and export; once it is back 重试 works, and nothing reloaded', async () => {
    // The list waits for the sample's rows, so that nothing but parts of the page is still to come.
    const { page, loads, away, back } = await open('#/cases?indicator=open_overdue&level=province&id=630000', false);
    await away();
    await page.getByRole('button', { name: '导出 Excel' }).first().click();
    await page.getByText(/导出 Excel未成功：服务器暂时连接不上/).waitFor(SLOW);
    await goTo(page, '指标');
    const sentence = page.getByRole('main').getByRole('alert').getByText('服务器暂时连接不上');
    await sentence.waitFor(SLOW);
    await page.getByRole('button', { name: '重试' }).click();
    await sentence.waitFor(SLOW);
    await back();
    await page.getByRole('button', { name: '重试' }).click();
    await heading(page, '指标').waitFor(SLOW);
    await opened(page, '年度考核');
    expect((await readExcelFile(await exported(page, '导出 Excel'))).length).toBeGreaterThan(3);
    expect(loads()).toBe(1);
  });

  it('in the middle of an import: tried again, it is really fetched again, where the browser does that', async () => {
    const { page, loads } = await open('#/year', false);
    const again = await importsAgain(page);
    // It still answers, but what is asked for is not there.
    await page.route(/assets\//, (route) => route.abort());
    await goTo(page, '片区');
    const failure = page.getByRole('main').getByRole('alert').getByText('没有从服务器取到');
    await failure.waitFor(SLOW);
    await page.unroute(/assets\//);
    await page.getByRole('button', { name: '重试' }).click();
    if (!again) {
      // As the sentence says: load the page anew.
      await failure.getByText('刷新本页').waitFor(SLOW);
      await page.reload();
    }
    await heading(page, '片区').waitFor(SLOW);
    // With its style sheet.
    const sheets = await page.evaluate(() => [...document.styleSheets].map((s) => s.href ?? ''));
    expect(sheets.some((href) => href.includes('ZonesScreen'))).toBe(true);
    expect(loads()).toBe(again ? 1 : 2);
  });
});

it('files that are not taken in yet: the browser asks before the page is left', async () => {
  const { page, loads } = await open('#/submissions');
  await page.getByTestId('files').setInputFiles({
    name: '不知谁报的.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('编号,类型,县区,承办部门,接收日期\nX1,投诉,玛沁县,工商,2017-11-02\n'),
  });
  await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
  await page.getByRole('button', { name: '全部取消' }).waitFor(SLOW);
  const asked = page.waitForEvent('dialog', SLOW);
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.getByRole('button', { name: '全部取消' }).click();
  await page.getByRole('button', { name: '清除列表' }).waitFor(SLOW);
  // Nothing is under way any more: no question.
  page.on('dialog', (d) => void d.accept());
  await page.reload();
  await heading(page).waitFor(SLOW);
  expect(loads()).toBe(2);
});
