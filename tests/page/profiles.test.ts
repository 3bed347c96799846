import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exported } from '../support/exported';
import { type OfficePage, openOfficePage, SAMPLE_FILES } from '../support/office-page';
import { type Dropped, dropToy, TOY } from '../support/twoProfiles';

const SLOW = { timeout: 120_000 };
const FILES = SAMPLE_FILES.filter((file) => /2017Q1_63[0-9]+_penalties\.csv$/.test(file)).slice(0, 3);

let dropped: Dropped;
let desk: OfficePage;
let page: Page;
beforeAll(async () => {
  dropped = dropToy();
  desk = await openOfficePage('127.0.0.1', { folder: dropped.folder });
  page = desk.page;
});
afterAll(async () => {
  await desk?.close();
  dropped?.remove();
});

const profileSwitch = () => page.getByRole('combobox', { name: /配置/ });
const profileOf = () => new URL(page.url()).searchParams.get('profile');
const held = (files: number) => page.getByText(new RegExp(`接收过的文件 ${files} 个`)).waitFor(SLOW);

async function hand(files: readonly string[]): Promise<void> {
  await page.getByTestId('files').setInputFiles([...files]);
  await page
    .locator('[aria-live="polite"]', { hasText: `接收进度 ${files.length}/${files.length}` })
    .waitFor({ state: 'attached', ...SLOW });
}

/** Chooses the nth profile of the list, with the keyboard alone. */
async function choose(name: string, key: 'ArrowDown' | 'ArrowUp'): Promise<void> {
  await profileSwitch().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name }).waitFor({ state: 'attached', ...SLOW });
  // Enter takes what is marked by then.
  const marked = () => profileSwitch().getAttribute('aria-activedescendant');
  await expect.poll(marked).not.toBeNull();
  const before = await marked();
  await page.keyboard.press(key);
  await expect.poll(marked).not.toBe(before);
  await page.keyboard.press('Enter');
}

it('an address of the time when there was one profile opens the first, and names it from then on', async () => {
  await desk.open('?#/submissions?tab=files');
  await profileSwitch().waitFor(SLOW);
  await expect.poll(profileOf).toBe('qinghai-2017');
  expect(page.url()).toMatch(/#\/submissions\?tab=files$/);
  await page.getByText('示例数据', { exact: true }).first().waitFor(SLOW);
});

it('each profile has its own submissions, there and back, and after a reload', async () => {
  await page.getByRole('button', { name: '清空示例，开始正式工作' }).first().click(SLOW);
  await page.getByRole('button', { name: '清空示例', exact: true }).click(SLOW);
  await page
    .getByText('示例数据', { exact: true })
    .first()
    .waitFor({ state: 'detached', ...SLOW });
  await hand(FILES.slice(0, 2));
  await held(2);

  await choose(TOY.name, 'ArrowDown');
  await page.waitForURL(/profile=toy-2017/, SLOW);
  // The same screen, and nothing of the other's.
  expect(page.url()).toMatch(/#\/submissions$/);
  await page.getByRole('tab', { name: '文件与备份' }).click(SLOW);
  await page.getByText('还没有接收过文件').waitFor(SLOW);
  expect(await page.getByText('示例数据', { exact: true }).count()).toBe(0);
  await hand(FILES.slice(2));
  await held(1);
  await expect.poll(() => page.title()).toContain(TOY.office);

  // Over the steps that were made there.
  while (profileOf() === TOY.id) await page.goBack(SLOW);
  expect(profileOf()).toBe('qinghai-2017');
  await page.getByRole('tab', { name: '文件与备份' }).click(SLOW);
  await held(2);
  await page.reload();
  await page.getByRole('tab', { name: '文件与备份' }).click(SLOW);
  await held(2);
  await desk.open('?profile=toy-2017#/submissions?tab=files');
  await held(1);
  const folders = await page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names.sort();
  });
  expect(folders).toEqual(['kaoping', 'kaoping-toy-2017']);
});

it('a change of the definitions is said once, and noted', async () => {
  dropped.change('profile.json', (profile) => {
    profile.localHolidays = ['2017-02-27'];
  });
  await page.reload();
  await page.getByRole('button', { name: /配置已变/ }).waitFor(SLOW);
  await page.getByRole('cell', { name: '配置变更' }).waitFor(SLOW);
  await held(1);
  await page.reload();
  await page.getByRole('cell', { name: '配置变更' }).waitFor(SLOW);
  expect(await page.getByRole('button', { name: /配置已变/ }).count()).toBe(0);
});

it('a backup of one is not taken in by the other, and leads to its own', async () => {
  await desk.open('#/submissions?tab=files');
  await held(2);
  const zip = await exported(page, '导出全部');
  const files = unzipSync(new Uint8Array(zip));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
  expect(manifest.office).toMatchObject({ profile: 'qinghai-2017', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(strFromU8(files['说明.txt'] as Uint8Array)).toContain(manifest.office.hash.slice(0, 16));

  await desk.open('?profile=toy-2017#/submissions?tab=files');
  await page.getByRole('button', { name: '清空工作区' }).click(SLOW);
  await page.getByLabel(/请输入/).fill('清空');
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByText('还没有接收过文件').waitFor(SLOW);
  const take = async (buffer: Buffer) => {
    await page.getByTestId('zip').setInputFiles({ name: '备份.zip', mimeType: 'application/zip', buffer });
    await page.getByRole('button', { name: '导入', exact: true }).click(SLOW);
  };
  await take(zip);
  const foreign = page.getByRole('dialog', { name: /另一个配置的备份/ });
  await foreign.getByText(/这是「青海省」（qinghai-2017）的备份，当前打开的是「试点省 2017」/).waitFor(SLOW);
  await foreign.getByRole('button', { name: '留在本页' }).click();
  await page.getByText('还没有接收过文件').waitFor(SLOW);

  // As the version wrote it that knew one profile: nobody can tell whose it is, so the person is asked.
  const { office: _, ...unmarked } = manifest;
  const earlier = { ...files, 'manifest.json': strToU8(JSON.stringify({ ...unmarked, version: 3 })) };
  await take(Buffer.from(zipSync(earlier)));
  await page
    .getByRole('dialog', { name: /没有写明属于哪个配置/ })
    .getByRole('button', { name: /^是「试点省 2017」的/ })
    .click(SLOW);
  await page.getByText('已导入 2 份报送').waitFor(SLOW);
  await held(2);

  await page.getByRole('button', { name: '清空工作区' }).click(SLOW);
  await page.getByLabel(/请输入/).fill('清空');
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByText('还没有接收过文件').waitFor(SLOW);
  await take(zip);
  await foreign.getByRole('button', { name: '打开「青海省」' }).click(SLOW);
  await page.waitForURL(/profile=qinghai-2017#\/submissions\?tab=files$/, SLOW);
  await held(2);
});

it('what is still on its way is not broken off: the other opens in another window', async () => {
  await page
    .getByTestId('files')
    .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: readFileSync(FILES[0] as string) });
  // It waits for an answer: whose it is stands nowhere.
  await page.getByText('待补充 1', { exact: true }).waitFor(SLOW);
  await choose(TOY.name, 'ArrowDown');
  const asked = page.getByRole('dialog', { name: /没有做完/ });
  const opened = page.waitForEvent('popup', SLOW);
  await asked.getByRole('button', { name: `在新窗口打开「${TOY.name}」` }).click(SLOW);
  const other = await opened;
  await other.waitForURL(/profile=toy-2017/, SLOW);
  await other.getByRole('combobox', { name: /配置/ }).waitFor(SLOW);
  await other.close();
  expect(profileOf()).toBe('qinghai-2017');
  expect(await page.getByText('待补充 1', { exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: '全部取消' }).click(SLOW);
});

it('an address of a profile that is not there lists those that are', async () => {
  await desk.open('?profile=nowhere#/year');
  await page.getByRole('heading', { name: '没有这个配置' }).waitFor(SLOW);
  await page.getByRole('alert').getByText('nowhere').waitFor();
  await page.getByRole('link', { name: TOY.name }).click();
  await page.waitForURL(/profile=toy-2017#\/year$/, SLOW);
  await profileSwitch().waitFor(SLOW);
  expect(desk.errors).toEqual([]);
});
