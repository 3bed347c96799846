import type { Page } from 'playwright-core';
import type { OfficePage } from './office-page';

/** Waits until the screen of the window's address stands there, in full: every row read, nothing waited for. */
export const shown = (page: Page) =>
  page.waitForFunction(
    () =>
      `#${document.querySelector('main')?.dataset.address}` === location.hash &&
      document.querySelectorAll('h1').length === 1 &&
      !document.querySelector('[data-testid="loading"], [aria-label="读入进度"], [aria-busy="true"]'),
    undefined,
    // Of all waits the longest: a whole sample is read.
    { timeout: 240_000 },
  );

/** Opens a screen and waits until it is shown. */
export async function show(desk: OfficePage, address: string): Promise<void> {
  await desk.open(address);
  await shown(desk.page);
}
