import type { Page } from 'playwright-core';
import { type Office, officeData } from '../../../src/domain/office';
import { launchChromium } from '../../../tests/support/chromium';
import { RECEIVED_ON } from '../data/files';
import type { Question } from '../page/page';
import type { Measured } from './cost';
import { renderersMemory, tellsMemory, withPeak } from './memory';

/** What `page/page.ts` puts before whoever drives it. */
interface BenchPage {
  started(): Promise<void>;
  run(question: Question): Promise<Measured>;
}

/** The page's own intake, engine and counting in Chromium, in a page without screens. @param url of `page/` as served */
export async function inPage(office: Office, url: string, file: string, changing: boolean): Promise<Measured> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
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
  } finally {
    await browser.close();
  }
}

/** What a page holds before anything was done in it, its garbage taken away. */
export async function emptyMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return tellsMemory ? renderersMemory() : 0;
}
