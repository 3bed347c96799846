import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';

/** The last two: a page whose tab is not in front, or on a machine without a screen, must not be slowed down. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Starts this computer's Chromium without a window. The caller closes it. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await installed(), headless: true, args: [...ARGS, ...args] });
}

/**
 * The same with a profile of its own on the disk, as people use it: what is kept, and code that was compiled, is there the next time. A
 * context of `launchChromium` is a private window. The caller closes it.
 * @param folder of the profile
 */
export async function launchProfile(folder: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...options,
    executablePath: await installed(),
    headless: true,
    args: ARGS,
  });
}

async function installed(): Promise<string> {
  const path = await findChromium();
  if (!path) throw new Error('No Chromium or Chrome found. Install one, or set CHROME_PATH to it.');
  return path;
}
