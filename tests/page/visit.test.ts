import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { programVersion } from '../../scripts/vite/programVersion';
import { exported } from '../support/exported';
import { type OfficePage, openOfficePage, SAMPLE_FILES } from '../support/office-page';
import { queueDone } from '../support/queue';
import { readTable } from '../support/tables';

const SLOW = { timeout: 180_000 };
const FILES = SAMPLE_FILES.length - 1;
/** Some versions were replaced: they count no rows and are not read for any. */
const COUNTING = FILES - 2;
const ROWS = ['cache', 'rows.bin'];

/** What a tab asked of the workers that read files. */
interface Asked {
  reads: number;
  hashes: number;
}

let desk: OfficePage;
let page: Page;
let before: { ranking: string; problems: string[][] };

/** Counts what is asked of workers, in every document from now on. */
const countAsked = () =>
  desk.context.addInitScript(() => {
    const asked = { reads: 0, hashes: 0 };
    // A reader is asked over a port, one that hashes as a worker.
    for (const asking of [Worker.prototype, MessagePort.prototype]) {
      const { postMessage } = asking;
      asking.postMessage = function (this: Worker & MessagePort, message: unknown, ...rest: never[]) {
        if (message instanceof Object && 'read' in message) asked.reads++;
        if (message instanceof Blob) asked.hashes++;
        return postMessage.call(this, message, ...rest);
      } as typeof postMessage;
    }
    Object.assign(globalThis, { asked });
  });
const asked = () => page.evaluate(() => (globalThis as unknown as { asked: Asked }).asked);

/** Size of a file that the page keeps, its place in time included: another one after every write. */
const stamp = (path: string[]) =>
  page.evaluate(async (names) => {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('kaoping');
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
    const file = await (await folder.getFileHandle(names.at(-1) as string)).getFile();
    return `${file.size} ${file.lastModified}`;
  }, path);

/** Turns a byte in the middle of a file that the page keeps; of a folder, of its largest file. */
const damage = (path: string[]) =>
  page.evaluate(async (names) => {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('kaoping');
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
    let last = names.at(-1) as string;
    if (last === '*') {
      let most = 0;
      for await (const [name, handle] of folder.entries()) {
        const { size } = await (handle as FileSystemFileHandle).getFile();
        if (size > most) [most, last] = [size, name];
      }
    }
    const handle = await folder.getFileHandle(last);
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] as number) ^ 1;
    const stream = await handle.createWritable();
    await stream.write(bytes);
    await stream.close();
  }, path);

/** Without the cells of the last visit the rows have to answer. */
const forgetCells = () =>
  page.evaluate(async () => {
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('kaoping');
    const cache = await top.getDirectoryHandle('cache');
    const names: string[] = [];
    for await (const name of cache.keys()) if (name.endsWith('.json')) names.push(name);
    for (const name of names) await cache.removeEntry(name);
  });

/** The file is there, and empty, from when it is begun. */
const kept = () => vi.waitFor(async () => expect(await stamp(ROWS)).not.toMatch(/^0 /), { ...SLOW, interval: 200 });

async function answers() {
  await desk.open('#/year');
  await page.getByRole('button', { name: '导出排名 CSV' }).waitFor(SLOW);
  const ranking = (await exported(page, '导出排名 CSV')).toString('utf8');
  await desk.open('#/submissions?tab=problems');
  return { ranking, problems: (await readTable(page, '问题清单')).lines };
}

/**
 * Leaves the page, and does something to what it kept from an empty one of the same server, where none of it runs that
 * might still be writing; the next that is opened is another visit.
 */
async function comeBack(change: () => Promise<unknown> = async () => undefined) {
  await page.goto(new URL('empty.html', page.url()).href);
  // What the page that was left held open may be let go a moment later.
  await vi.waitFor(forgetCells, { ...SLOW, interval: 200 });
  await change();
}

beforeAll(async () => {
  desk = await openOfficePage();
  page = desk.page;
  await countAsked();
  await page.route('**/empty.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  );
  await desk.open('#/submissions');
  await page.getByLabel(/收到日期/).fill('');
  await page.getByTestId('files').setInputFiles(SAMPLE_FILES);
  await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
  await queueDone(page, FILES);
  before = await answers();
  await kept();
});
afterAll(() => desk?.close());

it('reads no file again on the next visit, answers the same, and proves the originals afterwards', async () => {
  await comeBack();
  expect(await answers()).toEqual(before);
  expect((await asked()).reads).toBe(0);
  await expect.poll(async () => (await asked()).hashes, SLOW).toBeGreaterThanOrEqual(FILES);
  expect((await asked()).reads).toBe(0);
  expect(desk.errors).toEqual([]);
});

it('reads all again where what was kept is damaged, and keeps it anew', async () => {
  await comeBack(() => damage(ROWS));
  expect(await answers()).toEqual(before);
  expect((await asked()).reads).toBeGreaterThanOrEqual(COUNTING);
  await kept();
  await comeBack();
  expect(await answers()).toEqual(before);
  expect((await asked()).reads).toBe(0);
});

it('reads all again where another build kept it', async () => {
  const version = programVersion('.');
  const other = '0'.repeat(version.length);
  let replaced = 0;
  await desk.context.route('**/*.js', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    if (text.includes(version)) replaced++;
    await route.fulfill({ response, body: text.replaceAll(version, other) });
  });
  await comeBack();
  expect(await answers()).toEqual(before);
  expect(replaced).toBe(1);
  expect((await asked()).reads).toBeGreaterThanOrEqual(COUNTING);
  await desk.context.unroute('**/*.js');
  // This build does not believe what that one kept either.
  await comeBack();
  expect(await answers()).toEqual(before);
  expect((await asked()).reads).toBeGreaterThanOrEqual(COUNTING);
  await kept();
});

it('says that an original is damaged, and counts it nowhere, without its having been read for its rows', async () => {
  await comeBack(() => damage(['originals', '*']));
  await desk.open('#/year');
  await page
    .getByText(/与接收时不一致/)
    .first()
    .waitFor(SLOW);
  expect((await asked()).reads).toBe(0);
});
