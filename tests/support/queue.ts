import type { Page } from 'playwright-core';

/** Waits until so many files of the queue are done. @returns what the page says of them */
export async function queueDone(page: Page, files: number): Promise<string> {
  const progress = page.getByTestId('queue-progress').filter({ hasText: `接收进度 ${files}/${files}` });
  // For screen readers; not to be seen.
  await progress.waitFor({ state: 'attached', timeout: 180_000 });
  return (await progress.textContent()) ?? '';
}
