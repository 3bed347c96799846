import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OfficePage, openOfficePage } from '../support/office-page';

const SLOW = { timeout: 120_000 };

let desk: OfficePage;
beforeAll(async () => {
  desk = await openOfficePage();
});
afterAll(() => desk?.close());

it.each([
  [1440, 900],
  [960, 600],
])('the reading bar moves nothing as it comes and goes, at %i×%i', async (width, height) => {
  const { page } = desk;
  await page.setViewportSize({ width, height });
  await page.goto('about:blank');
  // Nothing is read before the bar has been looked at.
  let read = () => {};
  const looked = new Promise<void>((resolve) => (read = resolve));
  await page.route(/reader\.worker/, (route) => looked.then(() => route.continue()));
  await desk.open('#/year');
  const heading = page.getByRole('heading', { level: 1 });
  await heading.waitFor(SLOW);
  const bar = page.getByRole('region', { name: '读入进度' });
  await bar.waitFor(SLOW);
  const during = await heading.boundingBox();
  // Whole within the window.
  const at = await bar.boundingBox();
  expect(at?.x).toBeGreaterThanOrEqual(0);
  expect((at?.x ?? 0) + (at?.width ?? 0)).toBeLessThanOrEqual(width);
  expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThanOrEqual(height);
  read();
  await bar.waitFor({ state: 'detached', ...SLOW });
  expect(await heading.boundingBox()).toEqual(during);
});
