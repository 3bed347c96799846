import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const CHILD = fileURLToPath(new URL('binaryChild.ts', import.meta.url));
/** A search for faults takes more: MUTATIONS=5000, and other seeds: MUTATIONS_FROM=100000. */
const MUTATIONS = Number(process.env.MUTATIONS ?? 60);
const FROM = Number(process.env.MUTATIONS_FROM ?? 0);
/** Milliseconds of a file, and of starting. No file of a few kilobytes takes as long. */
const HANGS = 300 * MUTATIONS + 60_000;

it.each(['records of an xls', 'records of an xls with formulas', 'an xls', 'parts of an xlsb with names'])(
  '%s, damaged: the library comes to an end',
  async (form) => {
    const child = promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', CHILD, form, String(FROM), String(FROM + MUTATIONS)],
      { timeout: HANGS },
    );
    const { stdout } = await child.catch(({ stdout, stderr }) => {
      throw new Error(`seed ${stdout.trim().split('\n').at(-1)}`, { cause: stderr });
    });
    expect(stdout).toMatch(/read \d+\n$/);
  },
  HANGS + 5000,
);
