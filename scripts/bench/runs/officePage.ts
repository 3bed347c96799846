import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchProfile } from '../../../tests/support/chromium';
import type { Cost, Measured } from './cost';
import { emptyMemory } from './inPage';
import { withPeak } from './memory';

const LONG = { timeout: 300_000 };
/** Visits of each kind, of which the quickest counts. */
const TIMES = 3;

/** Where cases are asked for that were not looked at before: another place at each visit. */
const ELSEWHERE = ['630100', '630200', '632800'];

/** Opens the cases behind a figure of an area, until the first of them stands there. */
async function toCases(page: Page, url: string, area: string): Promise<void> {
  await page.goto(`${url}#/cases?indicator=closure_on_time&side=missing&${area}&period=2017`);
  await page
    .getByRole('rowheader', { name: /^BM\d{8}/ })
    .first()
    .waitFor(LONG);
}

type Visit = (page: Page, url: string, time: number) => Promise<void>;

/** What somebody opens at the next visit, having looked at it at the last one; and when it is there to be read. */
const AGAIN: Readonly<Record<string, Visit>> = {
  visitCells: async (page, url) => {
    await page.goto(`${url}#/year?period=2017`);
    await page.getByRole('button', { name: '导出排名 CSV' }).waitFor(LONG);
  },
  visitEvidence: (page, url) => toCases(page, url, 'level=province&id=630000'),
  visitProblems: async (page, url) => {
    await page.goto(`${url}#/submissions?tab=problems`);
    await page
      .getByRole('cell', { name: /2017Q4_aic_complaints/ })
      .first()
      .waitFor(LONG);
  },
};

/** And what nobody looked at before. */
const VISITS: Readonly<Record<string, Visit>> = {
  ...AGAIN,
  visitOtherEvidence: (page, url, time) =>
    toCases(page, url, `level=prefecture&id=${ELSEWHERE[time % ELSEWHERE.length]}`),
};

/**
 * The page as an office uses it, with all its screens: one file taken in and kept, then opened again. Nothing is known
 * here of how the page keeps what it read. The browser has a profile on the disk: a private window keeps no compiled code.
 * @param url of the built page as served
 */
export async function officePage(url: string, file: string): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'kaoping-bench-'));
  const context = await launchProfile(folder, { viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await emptyWorkspace(page, url);
    const empty = await emptyMemory(page);
    const { result: takeIn, peak } = await withPeak(() => takenIn(page, file));
    await settled(page);
    await page.close();
    for (const visit of Object.values(AGAIN)) {
      const last = await context.newPage();
      await visit(last, url, 0);
      await settled(last);
      await last.close();
    }
    const costs: Record<string, Cost> = { takeIn };
    for (let time = 0; time < TIMES; time++)
      for (const [name, visit] of Object.entries(VISITS)) {
        const cost = await visited(context, url, visit, time);
        if (cost.waiting < (costs[name]?.waiting ?? Number.POSITIVE_INFINITY)) costs[name] = cost;
      }
    return { costs, memory: { aboveEmpty: peak - empty } };
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens the page and removes the sample with which it begins. */
async function emptyWorkspace(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/submissions`);
  await page.locator('html[data-parts="here"]').waitFor({ state: 'attached', ...LONG });
  await page.locator('.kp-loading').waitFor({ state: 'detached', ...LONG });
  await page.getByRole('button', { name: '清空示例，开始正式工作' }).first().click(LONG);
  await page.getByRole('button', { name: '清空示例', exact: true }).click(LONG);
  await page.getByText('已清空示例').waitFor(LONG);
  // A new document: what the sample took is given back.
  await page.reload();
  await page.locator('html[data-parts="here"]').waitFor({ state: 'attached', ...LONG });
}

/** Hands a file in, until the page says what became of it. */
async function takenIn(page: Page, file: string): Promise<Cost> {
  await page.getByLabel(/收到日期/).fill('2018-01-08');
  const from = performance.now();
  await page.getByTestId('files').setInputFiles(file);
  const progress = page.locator('[aria-live="polite"]', { hasText: '接收进度 1/1' });
  await progress.waitFor({ state: 'attached', ...LONG });
  const waiting = performance.now() - from;
  const said = (await progress.textContent()) ?? '';
  if (/未采用|失败|待答复|需要确认/.test(said)) throw new Error(`the page did not take ${file} in: ${said}`);
  return { waiting, cpu: 0 };
}

/** Waits until the page writes no more: it may keep what it read after it has said so. */
async function settled(page: Page): Promise<void> {
  let same = 0;
  for (let last = -1; same < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 750));
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    same = used === last ? same + 1 : 0;
    last = used;
  }
}

/** From opening the page anew until it shows what was asked. */
async function visited(context: BrowserContext, url: string, visit: Visit, time: number) {
  const page = await context.newPage();
  const from = performance.now();
  await visit(page, url, time);
  const waiting = performance.now() - from;
  // What it is still reading must not go on beside the next visit.
  await page.close();
  return { waiting, cpu: 0 };
}
