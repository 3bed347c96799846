import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { type Site, serveSite } from './site';

export const SAMPLE_FOLDER = fileURLToPath(new URL('../../datasets/qinghai-2017-sample', import.meta.url));
export const SAMPLE_FILES = readdirSync(SAMPLE_FOLDER)
  .filter((name) => !name.startsWith('.'))
  .sort()
  .map((name) => join(SAMPLE_FOLDER, name));

const FIRST = '?profile=qinghai-2017';

/** Milliseconds that a test waits for anything of a page: a machine with other work takes many times as long as an idle one. */
const PATIENCE = 120_000;
/** The first tab of each browser that is open. */
const firstTabs = new Set<Page>();

/** The built page in a browser of its own, with what it said and asked for. */
export interface OfficePage {
  page: Page;
  context: BrowserContext;
  /** Requests that left the page's own origin. */
  foreign: string[];
  /** Errors of the page and its console. */
  errors: string[];
  /** Opens an address in the first tab, or in another: of the first profile, unless it names one (`?profile=…#/year`). */
  open(address?: string, tab?: Page): Promise<void>;
  close(): Promise<void>;
}

/** A name that leads to this computer without being trusted as such: what is served there is plain http, as in an office. */
export const PLAIN_HOST = 'kaoping.test';

/**
 * Starts the page under a path, as an intranet server would have it, with the policy of docs/nginx.conf.
 * @param host PLAIN_HOST for a page that the browser does not hold for secure
 * @param options `timezoneId`: the zone of the computer, where not this one's; `folder`: another page than the built one
 */
export async function openOfficePage(
  host = '127.0.0.1',
  { folder, ...options }: { timezoneId?: string; folder?: string } = {},
): Promise<OfficePage> {
  const site: Site = await serveSite({ base: '/kaoping/', host, ...(folder !== undefined && { folder }) });
  const browser: Browser = await launchChromium([`--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`]);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  firstTabs.add(page);
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== site.origin) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    page,
    context,
    foreign,
    errors,
    // Named always: where there are several, the page names it, and another address than the present one is loaded anew.
    open: async (address = '', tab = page) =>
      void (await tab.goto(`${site.url}${address.startsWith('?') ? '' : FIRST}${address}`)),
    close: async () => {
      firstTabs.delete(page);
      await browser.close();
      await site.close();
    },
  };
}

/** Loads each first tab anew, on the screen: without the dialog, or the printing, that a test was in the middle of. */
export async function loadAnew(): Promise<void> {
  for (const page of firstTabs) {
    await page.emulateMedia({ media: null });
    await page.reload();
  }
}
