import { warmReader } from '../intake/browser/reader';
import { allPartsHere, load } from '../ui/load';
import type { Screen } from '../ui/screen';
import type { Workspace } from '../workspace/workspace';

/**
 * Everything but the screens that the page loads when it is asked for: each `import()` and each worker of `src/`, but for the database,
 * which starts with the page. `parts.test.ts` holds this list against the sources.
 */
const PARTS: readonly (() => Promise<unknown>)[] = [
  warmReader,
  () => import('./spell'),
  () => import('../workspace/unpack'),
  () => import('../report/download'),
  () => import('../report/csv'),
  () => import('../report/problemTable'),
  () => import('../report/groupTable'),
  () => import('../report/workbook'),
  () => import('../report/unit'),
  () => import('../report/unitWorkbook'),
  () => import('../report/unitWorkbooks'),
  () => import('../report/askWorkspace'),
  () => import('../report/clock'),
  () => import('../report/sharedCaseTable'),
  () => import('../report/chartImage'),
  () => import('../report/backupPapers'),
  () => import('../report/saveTable'),
  () => import('../report/template'),
  () => import('../report/sheets/submissions'),
  () => import('../report/caseFacts'),
];

/** Until the next try where the server was away. */
const LATER = 30_000;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 3000 });
    else setTimeout(resolve, 200);
  });

/** Milliseconds after which parts are fetched, whatever is being read or asked. */
const BUSY = 5000;
/** Milliseconds without a question after which nothing more is asked for what is looked at. */
const QUIET = 300;

/** Resolves once what is looked at is there, or after a while: until then the processor has better to do than what nobody looks at yet. */
export const shownFirst = (workspace: Pick<Workspace, 'quiet'>): Promise<void> =>
  Promise.race([workspace.quiet(QUIET), new Promise<void>((resolve) => setTimeout(resolve, BUSY))]);

/**
 * Fetches all screens and parts one by one while the page is idle, so that from then on it works without the server. Where the server
 * is away it tries again later. Never throws.
 */
export async function fetchParts(screens: readonly Screen[]): Promise<void> {
  for (const part of [...screens.map((screen) => screen.load), ...PARTS])
    for (;;) {
      await idle();
      try {
        await load(part);
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, LATER));
      }
    }
  allPartsHere();
  // For tests and for whoever wonders: from here on the server may be away.
  document.documentElement.dataset.parts = 'here';
}
