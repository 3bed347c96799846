/** `npm run bench [rows]`: times, ratios and peak memory of a million rows, all in one run on one machine. */
import { openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { officeOf } from '../../src/domain/office';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import { nodeReader } from '../../src/intake/node/reader';
import { launchChromium } from '../../tests/support/chromium';
import { serveSite } from '../../tests/support/site';
import { loadProfile } from '../assess/profile';
import { benchFiles } from './data';
import { job, type Run } from './job';
import { withPeak } from './memory';
import { plainJob } from './plain';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, '.cache/bench');
const rows = Number(process.argv[2] ?? 1_000_000);
const profile = await loadProfile(join(ROOT, 'public/profiles/qinghai-2017'));
const office = officeOf(profile);
const say = (text: string) => process.stdout.write(`${text}\n`);

say(`Making ${rows.toLocaleString('en-US')} complaint rows …`);
const files = await benchFiles(office, join(CACHE, 'data'), rows);
const out = join(CACHE, 'page');
await build({
  root: join(ROOT, 'scripts/bench/page'),
  configFile: false,
  base: './',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: { outDir: out, emptyOutDir: true, target: 'chrome109', assetsInlineLimit: 0 },
});
const site = await serveSite({ folder: out });

interface Peer {
  run: Run;
  peak: number;
}

async function inChromium(file: string): Promise<Peer> {
  const browser = await launchChromium();
  try {
    const page: Page = await browser.newPage();
    await page.goto(site.url);
    await page.setInputFiles('#file', file);
    await page.waitForFunction(() => 'run' in globalThis);
    const started = page.evaluate((p) => (globalThis as unknown as { run(p: unknown): Promise<Run> }).run(p), profile);
    const pid = childBrowser();
    const { result, peak } = await withPeak(pid, () => started);
    return { run: result, peak };
  } finally {
    await browser.close();
  }
}

/** Chromium is a child of this process; its tree is what is measured. */
const childBrowser = (): number => process.pid;

async function native(file: string): Promise<Peer> {
  const { result, peak } = await withPeak(process.pid, async () => {
    const db = await openNodeDatabase({ threads: 1 });
    try {
      return await job(office, db, nodeReader(office), await openAsBlob(file), basename(file));
    } finally {
      await db.close();
    }
  });
  return { run: result, peak };
}

const seconds = (ms: number) => (ms / 1000).toFixed(2).padStart(8);
const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}×`.padStart(8);
const line = (name: string, { run, peak }: Peer) =>
  say(
    `  ${name.padEnd(26)}${seconds(run.takeIn)}${seconds(run.cells)}${seconds(run.ranking)}${seconds(run.total)}${peak.toFixed(0).padStart(10)}`,
  );

const held = (what: string, value: number, limit: number, unit: string) => {
  const ok = value <= limit;
  say(`  ${ok ? 'within' : 'BEYOND'} ${what}: ${value.toFixed(2)}${unit} (aim ≤ ${limit}${unit})`);
};

try {
  for (const [form, file] of Object.entries(files)) {
    say(`\n${form}: ${basename(file)}`);
    say(
      `  ${'seconds'.padEnd(26)}${['take in', 'cells', 'ranking', 'total'].map((h) => h.padStart(8)).join('')}${'peak MiB'.padStart(10)}`,
    );
    const nativePeer = await native(file);
    line('native DuckDB, 1 thread', nativePeer);
    const page = await inChromium(file);
    line('Chromium, DuckDB-WASM', page);
    if (page.run.result !== nativePeer.run.result)
      throw new Error(`results differ:\n${page.run.result}\n${nativePeer.run.result}`);
    say(
      `  ${'Chromium ÷ native'.padEnd(26)}${ratio(page.run.takeIn, nativePeer.run.takeIn)}${ratio(page.run.cells, nativePeer.run.cells)}${ratio(page.run.ranking, nativePeer.run.ranking)}${ratio(page.run.total, nativePeer.run.total)}`,
    );
    held('cells', page.run.cells / nativePeer.run.cells, 1.3, '× native');
    held('file to ranking', page.run.total / nativePeer.run.total, 3, '× native');
    held('change of view, 95th percentile', page.run.change, 16, ' ms');
    if (form === 'utf8') {
      globalThis.gc?.();
      const plain = await withPeak(process.pid, () => plainJob(office, file));
      line('papaparse + JavaScript', { run: plain.result, peak: plain.peak });
      if (plain.result.result !== page.run.result)
        throw new Error(`results differ:\n${page.run.result}\n${plain.result.result}`);
      say(`  ${'Chromium ÷ plain'.padEnd(50)}${ratio(page.run.total, plain.result.total)}`);
    }
  }
} finally {
  await site.close();
}
