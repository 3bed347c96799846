import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Office, officeData } from '../../../src/domain/office';
import { launchChromium, launchProfile } from '../../../tests/support/chromium';
import { RECEIVED_ON } from '../data/files';
import type { Question } from '../page/page';
import type { Measured } from './cost';
import { renderersMemory, tellsMemory, withPeak } from './memory';

/** What `page/page.ts` puts before whoever drives it. */
interface BenchPage {
  started(): Promise<void>;
  run(question: Question): Promise<Measured>;
}

/** Files that were taken in before, each at a visit of its own: the browser keeps what it compiled by the megabyte. */
const VISITS_BEFORE = 2;
/** Milliseconds after which it has written that: it begins two seconds after it compiled the last. */
const WRITTEN = 4000;

/**
 * The page's own intake, engine and counting in Chromium, in a page without screens; in a browser with a profile on the disk, in which
 * files were taken in before.
 * @param url of `page/` as served
 */
export async function inUsedBrowser(office: Office, url: string, file: string, changing: boolean): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'kaoping-bench-'));
  const visit = async (then: number): Promise<Measured> => {
    const context = await launchProfile(folder);
    try {
      const page = await context.newPage();
      const measured = await takenIn(page, office, url, file, changing);
      await page.waitForTimeout(then);
      return measured;
    } finally {
      await context.close();
    }
  };
  try {
    for (let time = 0; time < VISITS_BEFORE; time++) await visit(WRITTEN);
    return await visit(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same in a private window, where nothing was ever compiled: as at the very first visit. */
export async function inNewBrowser(office: Office, url: string, file: string): Promise<Measured> {
  const browser = await launchChromium();
  try {
    return await takenIn(await browser.newPage(), office, url, file, false);
  } finally {
    await browser.close();
  }
}

async function takenIn(page: Page, office: Office, url: string, file: string, changing: boolean): Promise<Measured> {
  await page.goto(url);
  await page.setInputFiles('#file', file);
  await page.waitForFunction(() => 'run' in globalThis);
  await page.evaluate(() => (globalThis as unknown as BenchPage).started());
  const empty = await emptyMemory(page);
  const { result, peak } = await withPeak(() =>
    page.evaluate((q) => (globalThis as unknown as BenchPage).run(q), {
      office: officeData(office),
      receivedOn: RECEIVED_ON,
      changing,
    }),
  );
  return { ...result, memory: { aboveEmpty: peak - empty } };
}

/** What a page holds before anything was done in it, its garbage taken away. */
export async function emptyMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return tellsMemory ? renderersMemory() : 0;
}
