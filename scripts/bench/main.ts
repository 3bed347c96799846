/** `npm run bench`: the product beside its peers, all in one run on one machine (docs/performance.md). */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import duckdb from '@duckdb/node-bindings';
import { launchChromium } from '../../tests/support/chromium';
import type { Site } from '../../tests/support/site';
import { bench } from './bench';
import { Found } from './found';
import { inChild } from './measure';
import { readOptions, USAGE, UsageError } from './options';
import { groundText, publish } from './publish';
import { serveBenchPage, serveOfficePage } from './site';
import { terminalText } from './table';
import { tablesOf, verdict } from './tables';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, '.cache/bench');
const PAGE = join(ROOT, 'docs/performance.md');

const say = (text: string) => process.stdout.write(`${text}\n`);

/** One line that is written over where there is a terminal. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
  else process.stderr.write(`${text}\n`);
}

async function chromiumVersion(): Promise<string> {
  const browser = await launchChromium();
  try {
    return browser.version();
  } finally {
    await browser.close();
  }
}

async function main(signal: AbortSignal): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const sites: Site[] = [];
  try {
    progress('Building the pages');
    sites.push(await serveBenchPage(CACHE), await serveOfficePage(CACHE));
    const [benchSite, officeSite] = sites as [Site, Site];
    const plan = { ...options, urls: { bench: benchSite.url, office: officeSite.url } };
    const started = performance.now();
    const found = new Found(plan, await bench(join(CACHE, 'data'), plan, inChild(signal), progress));
    progress('');
    const chromium = await chromiumVersion();
    const ground = groundText(
      found,
      { day: new Date().toISOString().slice(0, 10), chromium },
      duckdb.library_version(),
    );
    say([ground, ...tablesOf(found).map(terminalText), verdict(found)].join('\n\n'));
    say(`\nMeasured in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
    for (const why of found.results.failed) process.stderr.write(`\n${why}\n`);
    if (found.results.failed.length) process.exitCode = 1;
    if (options.write) await publish(PAGE, found, ground);
  } finally {
    await Promise.all(sites.map((site) => site.close()));
  }
}

/** What was half written when the bench was ended. */
async function removeParts(): Promise<void> {
  const parts = await readdir(CACHE, { recursive: true }).catch(() => []);
  for (const name of parts.filter((n) => n.endsWith('.part'))) await rm(join(CACHE, name), { force: true });
}

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort(new Error('ended by hand')));
try {
  await main(ending.signal);
} catch (error) {
  progress('');
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = ending.signal.aborted ? 130 : error instanceof UsageError ? 2 : 1;
}
await removeParts();
