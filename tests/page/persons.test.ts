import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { downloaded } from '../support/exported';
import { type OfficePage, openOfficePage } from '../support/office-page';

const SLOW = { timeout: 120_000 };
/** All parties of the sample. */
const NAME = /示例商户\d{4}/;
const LIST = '#/cases?indicator=platform_entry&side=denominator&level=prefecture&id=632500';

let desk: OfficePage;
/** Every address and title that the window had, as the browser's history would keep them. */
const seen: string[] = [];
beforeAll(async () => {
  desk = await openOfficePage();
  await desk.page.exposeFunction('keepSeen', (text: string) => seen.push(decodeURIComponent(text)));
  await desk.page.addInitScript(`
    const told = () => window.keepSeen(location.href + ' ' + document.title);
    for (const name of ['pushState', 'replaceState']) {
      const real = history[name];
      history[name] = function (state, ...rest) {
        window.keepSeen(JSON.stringify(state) + ' ' + rest.join(' '));
        return real.call(this, state, ...rest);
      };
    }
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver(told).observe(document.head, { subtree: true, childList: true, characterData: true });
      addEventListener('hashchange', told);
      addEventListener('popstate', told);
    });`);
});
afterAll(() => desk?.close());

const list = () => desk.page.getByRole('table').first();
/** The first row below the head. */
const firstRow = () => list().locator('[aria-rowindex="2"]');

/** Leaves the list for another screen and comes back: whatever was shown or searched for before is over. */
async function comeBack(): Promise<void> {
  await desk.open('#/year');
  await desk.page.getByRole('table', { name: '市州排名' }).waitFor(SLOW);
  await desk.open(LIST);
  await list().getByText('示＊＊').first().waitFor(SLOW);
}

async function exportCsv(): Promise<{ name: string; text: string }> {
  const { page } = desk;
  const download = await downloaded(page, () => page.getByRole('button', { name: '导出 CSV' }).click());
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

it('parties are masked in list, drawer and export', async () => {
  const { page } = desk;
  await desk.open(LIST);
  await firstRow().waitFor(SLOW);
  await list().getByText('示＊＊').first().waitFor(SLOW);
  await firstRow().getByRole('button').click();
  await page.getByRole('dialog').getByText('示＊＊').waitFor(SLOW);
  expect(await page.locator('body').textContent()).not.toMatch(NAME);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden', ...SLOW });
  const { name, text } = await exportCsv();
  expect(text).toContain('示＊＊');
  expect(text).not.toMatch(NAME);
  expect(name).not.toContain('当事人');
});

it('they are shown on purpose, until the page is left', async () => {
  const { page } = desk;
  await comeBack();
  const named = page.getByRole('switch', { name: '显示当事人' });
  await named.click();
  await page.getByRole('button', { name: '不显示' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden', ...SLOW });
  expect(await named.getAttribute('aria-checked')).toBe('false');
  await named.click();
  await page.getByRole('dialog').getByRole('button', { name: '显示当事人' }).click();
  await list().getByText(NAME).first().waitFor(SLOW);
  const { name, text } = await exportCsv();
  expect(text).toMatch(NAME);
  expect(name).toContain('_含当事人');
  expect(page.url()).not.toMatch(/person|当事人/);
  await comeBack();
  expect(await named.getAttribute('aria-checked')).toBe('false');
  expect(await page.locator('body').textContent()).not.toMatch(NAME);
});

it('what is searched for finds the row and stands in no address, title or file name', async () => {
  const { page } = desk;
  await comeBack();
  await page.getByRole('switch', { name: '显示当事人' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '显示当事人' }).click();
  const party = (await list().getByText(NAME).first().textContent()) ?? '';
  expect(party).toMatch(NAME);
  await page.getByRole('switch', { name: '显示当事人' }).click();
  await list().getByText('示＊＊').first().waitFor(SLOW);
  await page.getByRole('searchbox').fill(party);
  await page.getByRole('heading', { name: /^找到/ }).waitFor(SLOW);
  await list().getByText('示＊＊').first().waitFor(SLOW);
  expect((await exportCsv()).name).not.toContain(party);
  // Sorted, the search stays; from anywhere, by Ctrl K.
  const decided = list().getByRole('columnheader', { name: '处罚决定日期' });
  await decided.getByRole('button').click();
  await expect.poll(() => decided.getAttribute('aria-sort')).toBe('ascending');
  await page.getByRole('heading', { name: /^找到/ }).waitFor(SLOW);
  await desk.open('#/year');
  await page.getByRole('table').first().waitFor(SLOW);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /搜索地区/ }).fill(party);
  await page.getByRole('option', { name: new RegExp(party) }).click();
  await page.waitForURL(/#\/cases$/, SLOW);
  await page.getByRole('heading', { name: `查找：${party}` }).waitFor(SLOW);
  await page.getByText(/^找到/).waitFor(SLOW);
  // What was searched for is forgotten once another page is opened.
  await desk.open('#/year');
  await page.getByRole('table').first().waitFor(SLOW);
  await desk.open(LIST);
  await page.getByText(/^共 /).waitFor(SLOW);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter((text) => text.includes(party))).toEqual([]);
});

it('a link of an earlier version opens without what it searched for, and the address is cleaned', async () => {
  const { page } = desk;
  const old = `${LIST}&find=${encodeURIComponent('某某甲')}`;
  await desk.open(old);
  await page.waitForURL((url) => !url.hash.includes('find='), SLOW);
  await page.getByText(/^共 /).waitFor(SLOW);
  expect(page.url()).toContain('id=632500');
  // The same when the page is opened with it.
  await desk.open('#/year');
  await page.reload();
  await page.goto('about:blank');
  await desk.open(old);
  await page.waitForURL((url) => !url.hash.includes('find='), SLOW);
  await page.getByText(/^共 /).waitFor(SLOW);
  expect(await page.title()).not.toContain('某某甲');
  expect(desk.errors).toEqual([]);
});

it('in a real workspace the history says what was shown and exported, and how many rows', async () => {
  const { page } = desk;
  await desk.open('#/submissions');
  await page.getByTestId('files').setInputFiles({
    name: '2017Q1_632200_penalties.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('案号,办案部门,县区,当事人,处罚决定日期\nP-1,工商,海晏县,示例商户9876,2017-03-05\n'),
  });
  await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
  await page.getByText('读取 1 行 = 接受 1 + 搁置 0').waitFor(SLOW);
  await desk.open('#/cases?indicator=platform_entry&side=denominator&level=province&id=630000');
  await list().getByText('示＊＊').waitFor(SLOW);
  await page.getByRole('switch', { name: '显示当事人' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '显示当事人' }).click();
  await list().getByText('示例商户9876').waitFor(SLOW);
  expect((await exportCsv()).text).toContain('示例商户9876');
  await desk.open('#/submissions?tab=files');
  for (const [event, form] of [
    ['显示当事人', ''],
    ['导出当事人', '（csv）'],
  ] as const) {
    const row = page.getByRole('row').filter({ hasText: event });
    await row.waitFor(SLOW);
    await row.getByText('全省 2017年 两法衔接录入率').waitFor(SLOW);
    await row.getByText(`1 件，截止日 2018-01-10${form}`).waitFor(SLOW);
  }
  expect(await page.locator('body').textContent()).not.toContain('示例商户9876');
});
