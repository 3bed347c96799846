import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from './hostileFiles';

const SOURCE = fileURLToPath(new URL('hostileChild.ts', import.meta.url));
/** Made once: to compile it anew for every file takes longer than most files do. As deep in the tree as what it is made of. */
const CHILD = fileURLToPath(new URL('../../node_modules/.cache/hostileChild.mjs', import.meta.url));
beforeAll(async () => {
  const calendar = 'chinese-days/dist/chinese-days.json';
  await build({
    entryPoints: [SOURCE],
    outfile: CHILD,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { [calendar]: fileURLToPath(new URL(`../../node_modules/${calendar}`, import.meta.url)) },
  });
});
/** Megabytes: of JavaScript's own, and of the whole process beyond what the making of the file took. */
const HEAP = 256;
const MEMORY = 400;

/** A sentence of the reader's, or how many rows came of the file. */
const SENTENCE = /[\u4e00-\u9fff].*。$/s;
const COUNTED = /^(\S+ )?(\d+) = (\d+) \+ (\d+)(?:, \d+ = \d+ \+ \d+)*; (\d+) rows, \d+ problems$/;

/** Files of which rows are read, though most of what they hold is none: rows read, and those put aside. */
const READ: Readonly<Record<string, readonly [read: number, aside: number]>> = {
  'a sheet that declares a billion rows': [2, 0],
  'a sheet that merges everything': [2000, 0],
  'a sheet whose merged areas lie over each other': [2000, 0],
  'a sheet of 16,384 columns': [20, 0],
  'an xlsx cell of 10 MB': [1, 0],
  'an HTML cell of 10 MB': [1, 0],
  'a text cell of 10 MB': [1, 0],
  '100,000 nested divs': [1, 0],
  '10,000 columns by 1,000 rows': [1000, 999],
  '60,000 columns by 100 rows': [100, 99],
  'nothing but a header, a million times': [0, 0],
  '300,000 rows with five faults each': [300_000, 300_000],
  'a million blank lines': [1, 0],
  'Parquet of 5,000 columns': [1, 0],
};

describe('a file that means harm', () => {
  it.each(Object.keys(HOSTILE))('%s', async (name) => {
    const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${HEAP}`, CHILD, name], {
      timeout: 250_000,
    });
    const { lines, good, before, peak } = JSON.parse(stdout) as {
      lines: string[];
      good: string;
      before: number;
      peak: number;
    };
    expect(lines.length).toBeGreaterThan(0);
    const wanted = READ[name];
    for (const line of lines) {
      if (!wanted) expect(line).toMatch(SENTENCE);
      else
        expect(COUNTED.exec(line)?.slice(2).map(Number)).toEqual([
          wanted[0],
          wanted[0] - wanted[1],
          wanted[1],
          wanted[0] - wanted[1],
        ]);
    }
    expect(good).toBe('1 = 1 + 0; 1 rows, 0 problems');
    expect(peak - before).toBeLessThan(MEMORY);
  });
});
