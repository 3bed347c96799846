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

/** The built page in a browser of its own, with what it said and asked for. */
export interface OfficePage {
  page: Page;
  context: BrowserContext;
  /** Requests that left the page's own origin. */
  foreign: string[];
  /** Errors of the page and its console. */
  errors: string[];
  open(address?: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the page under a path, as an intranet server would have it, with the policy of docs/nginx.conf. */
export async function openOfficePage(): Promise<OfficePage> {
  const site: Site = await serveSite({ base: '/kaoping/' });
  const browser: Browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
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
    open: async (address = '') => void (await page.goto(`${site.url}${address}`)),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}
