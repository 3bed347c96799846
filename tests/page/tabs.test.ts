import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { assessFolder } from '../../scripts/assess/run';
import { schemeOf } from '../../src/domain/scheme';
import { rankingCsv } from '../../src/report/csv';
import { exported } from '../support/exported';
import { type OfficePage, openOfficePage, PLAIN_HOST, SAMPLE_FILES } from '../support/office-page';
import { qinghai } from '../support/profile';
import { queueDone } from '../support/queue';

const SLOW = { timeout: 120_000 };
const { profile } = qinghai;
const scheme = schemeOf(profile.scheme, 2017);
const FILES = SAMPLE_FILES.filter((path) => basename(path) !== 'received.csv');

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

/** The command line's ranking of these files, no day of receipt known. */
async function rankingOf(files: readonly string[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'kaoping-tabs-'));
  folders.push(dir);
  for (const file of files) await cp(file, join(dir, basename(file)));
  const document = await assessFolder({
    dir,
    office: qinghai,
    scheme,
    period: '2017',
    asOf: '2018-01-10',
  });
  return rankingCsv(qinghai.groups, scheme, document);
}

async function openTab(desk: OfficePage, address: string): Promise<Page> {
  const page = await desk.context.newPage();
  page.on('pageerror', (error) => desk.errors.push(error.message));
  await desk.open(address, page);
  return page;
}

/** Hands files to a tab; they are on their way when this returns. */
async function hand(page: Page, files: readonly string[]): Promise<void> {
  await page.getByRole('textbox', { name: /收到日期/ }).fill('');
  await page.getByTestId('files').setInputFiles([...files]);
}

/** The ranking as a tab exports it, by way of the head bar: the page is not loaded anew. */
async function ranking(page: Page): Promise<string> {
  await page.getByRole('link', { name: '年度考核' }).first().click();
  await page.getByRole('button', { name: '导出排名 CSV' }).waitFor(SLOW);
  return (await exported(page, '导出排名 CSV')).toString('utf8');
}

const isReal = (page: Page) =>
  page
    .getByText('示例数据（非真实）')
    .first()
    .waitFor({ state: 'detached', ...SLOW });
const emptySample = async (page: Page) => {
  await page.getByRole('button', { name: '清空示例，开始正式工作' }).first().click(SLOW);
  await page.getByRole('button', { name: '清空示例', exact: true }).click(SLOW);
  await isReal(page);
};

describe.each([
  ['over https or on this computer', '127.0.0.1'],
  ['over plain http, without Web Locks', PLAIN_HOST],
])('tabs %s', (_, host) => {
  let desk: OfficePage;
  beforeAll(async () => {
    desk = await openOfficePage(host);
  });
  afterAll(() => desk?.close());

  it('take in at once and come to the figures of the files held', async () => {
    const { page: one } = desk;
    await desk.open('#/submissions');
    expect(await one.evaluate(() => 'locks' in navigator)).toBe(host !== PLAIN_HOST);
    const others = [await openTab(desk, '#/submissions'), await openTab(desk, '#/submissions')];
    await emptySample(one);
    // The others notice by themselves.
    for (const tab of others) await isReal(tab);
    const shares = [FILES.slice(0, 12), FILES.slice(6, 18), FILES.slice(15, 24)];
    const tabs = [one, ...others];
    await Promise.all(tabs.map((tab, i) => hand(tab, shares[i] as string[])));
    await Promise.all(tabs.map((tab, i) => queueDone(tab, (shares[i] as string[]).length)));
    const meant = await rankingOf(FILES.slice(0, 24));
    const fresh = await openTab(desk, '#/submissions');
    for (const tab of [...tabs, fresh]) {
      // What another took in it notices by itself.
      await tab.getByRole('tab', { name: '文件与备份' }).click();
      await tab.getByText(/接收过的文件 24 个/).waitFor(SLOW);
      expect(await ranking(tab)).toBe(meant);
    }
    for (const tab of [...others, fresh]) await tab.close();
    expect(desk.errors).toEqual([]);
  });
});

/** Writes over files that the page keeps: those whose path begins with `prefix`, only the first of them where `one` says so. */
const damage = (page: Page, prefix: string, to: 'half' | 'empty', one = false): Promise<void> =>
  page.evaluate(
    async ({ prefix, to, one }) => {
      const [folder, start] = prefix.includes('/') ? prefix.split('/') : ['', prefix];
      let root = await (await navigator.storage.getDirectory()).getDirectoryHandle('kaoping');
      if (folder) root = await root.getDirectoryHandle(folder);
      for await (const [name, handle] of root.entries()) {
        if (!name.startsWith(start ?? '')) continue;
        const file = handle as FileSystemFileHandle;
        const text = await (await file.getFile()).text();
        const stream = await file.createWritable();
        await stream.write(to === 'half' ? text.slice(0, text.length / 2) : '');
        await stream.close();
        if (one) return;
      }
    },
    { prefix, to, one },
  );

/** Bytes of what the page keeps, without what is derived, which comes when there is time for it. */
const held = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const sizeOf = async (folder: FileSystemDirectoryHandle): Promise<number> => {
      let bytes = 0;
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'file') bytes += (await (handle as FileSystemFileHandle).getFile()).size;
        else if (name !== 'cache') bytes += await sizeOf(handle as FileSystemDirectoryHandle);
      }
      return bytes;
    };
    return sizeOf(await (await navigator.storage.getDirectory()).getDirectoryHandle('kaoping'));
  });

describe('damage', () => {
  let desk: OfficePage;
  const some = FILES.slice(0, 8);
  let meant: string;
  beforeAll(async () => {
    meant = await rankingOf(some);
  });
  afterEach(() => desk?.close());

  const begun = async () => {
    desk = await openOfficePage();
    const { page } = desk;
    await desk.open('#/submissions');
    await emptySample(page);
    await hand(page, some);
    await queueDone(page, some.length);
    expect(await ranking(page)).toBe(meant);
    return page;
  };

  it.each(['half', 'empty'] as const)('to the manifest (%s) is mended from what lies beside it', async (to) => {
    const page = await begun();
    await damage(page, 'manifest-', to);
    await page.reload();
    await page.getByText(`已由保存的原文件重建出 ${some.length} 份报送`).waitFor(SLOW);
    expect(await page.getByText('示例数据（非真实）').count()).toBe(0);
    expect(await ranking(page)).toBe(meant);
    await page.reload();
    await page.getByRole('table').first().waitFor(SLOW);
    expect(await page.getByText('重建出').count()).toBe(0);
  });

  it('to an original is told, counts nowhere, and is mended by the same file', async () => {
    const page = await begun();
    await damage(page, 'originals/', 'half', true);
    // The cells of the last visit were right then; the rows say what is wrong now.
    await page.reload();
    await page.getByText('有报送未能读入').waitFor(SLOW);
    await page.getByRole('link', { name: /报送$/ }).first().click();
    await page.getByRole('tab', { name: '文件与备份' }).click();
    await page.getByText(/接收过的文件 8 个，参与计算 7 个/).waitFor(SLOW);
    await page.getByRole('cell', { name: '原文件不能读入，未计入' }).waitFor(SLOW);
    await hand(page, some);
    await queueDone(page, some.length);
    await page.getByText('本机损坏的原文件已由它换回').waitFor(SLOW);
    await page.getByText('有报送未能读入').waitFor({ state: 'detached', ...SLOW });
    expect(await ranking(page)).toBe(meant);
  });

  it('of a full disk leaves withdrawing and emptying', async () => {
    const page = await begun();
    const session = await desk.context.newCDPSession(page);
    // What is derived gives way to the first of them; then there is no more room.
    const quotaSize = (await held(page)) + 200_000;
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize });
    await page.getByRole('link', { name: /报送$/ }).first().click();
    const more = FILES.slice(20, 60);
    await hand(page, more);
    await queueDone(page, some.length + more.length);
    await page
      .getByText(/磁盘空间不足/)
      .first()
      .waitFor(SLOW);
    await page.getByRole('tab', { name: '文件与备份' }).click();
    await page.getByRole('button', { name: `撤回 ${basename(some[0] as string)}` }).click();
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByRole('cell', { name: '已撤回' }).waitFor(SLOW);
    await page.getByRole('button', { name: '清空工作区' }).click();
    await page.getByLabel(/请输入/).fill('清空');
    await Promise.all([
      page.getByText('工作区已清空').waitFor(SLOW),
      page.getByRole('button', { name: '全部删除' }).click(),
    ]);
    await page.getByText('还没有接收过文件').waitFor(SLOW);
  });
});
