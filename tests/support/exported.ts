import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** The file that a button of the page exports. */
export async function exported(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download', { timeout: 180_000 });
  // An icon before the text is part of the button's name.
  await page.getByRole('button', { name: button }).first().click();
  return readFile(await (await download).path());
}
