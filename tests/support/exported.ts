import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';

/** What the browser is given to save when something is done. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}

/** The first chart of the page as it is saved. */
export async function savedPicture(page: Page, format: 'PNG' | 'SVG'): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: '存为图片' }).first().click();
  const download = await downloaded(page, () => page.getByRole('menuitem', { name: format }).click());
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The file that a button of the page exports. */
export async function exported(page: Page, button: string): Promise<Buffer> {
  // An icon before the text is part of the button's name.
  const download = await downloaded(page, () => page.getByRole('button', { name: button }).first().click());
  return readFile(await download.path());
}
