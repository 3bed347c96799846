import { describe, expect, it, vi } from 'vitest';
import { FileRefused } from '../../src/domain/problems';
import { GOOD, plainLines } from './goodFiles';
import { mutated, respelled } from './mutations';
import { type Taken, take } from './take';

/** Of each form; a search for faults takes more: MUTATIONS=5000, and other seeds: MUTATIONS_FROM=100000. */
const MUTATIONS = Number(process.env.MUTATIONS ?? 150);
const FROM = Number(process.env.MUTATIONS_FROM ?? 0);
/** Milliseconds; no file of a few kilobytes takes as long. */
const HANGS = 20_000;

// The library that reads xls says there which records it does not know.
vi.spyOn(console, 'error').mockReturnValue();

/** What the reader says of a file, within a time that none takes. Null for one that it refuses. */
async function taken(file: Blob): Promise<Taken | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('does not come to an end')), HANGS);
  });
  try {
    return await Promise.race([take(file), late]);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    expect(error.message).toMatch(/[\u4e00-\u9fff].*。$/s);
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function isWhole({ read, rows }: Taken): void {
  for (const { rowsRead, rowsAccepted, rowsRejected } of read.parts) {
    expect(rowsAccepted + rowsRejected).toBe(rowsRead);
    expect(rowsRejected).toBeGreaterThanOrEqual(0);
  }
  expect(rows.length).toBe(read.parts.reduce((n, p) => n + p.rowsAccepted, 0));
  for (const row of rows)
    for (const value of Object.values(row)) if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
}

/** @throws with the seed, so that the file can be made again */
async function withSeed(seed: number, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  }
}

describe('a damaged file is read whole or refused', () => {
  it.each(Object.entries(GOOD))('%s', async (_, good) => {
    const file = await good();
    expect(await taken(file)).not.toBeNull();
    const whole = new Uint8Array(await file.arrayBuffer());
    for (let seed = FROM; seed < FROM + MUTATIONS; seed++)
      await withSeed(seed, async () => {
        const found = await taken(new Blob([mutated(whole, seed)]));
        if (found) isWhole(found);
      });
  });
});

describe('where no line end comes or goes, every line is a row', () => {
  it.each(['utf-8', 'gb18030'] as const)('%s', async (encoding) => {
    const { file, rows } = plainLines(encoding);
    const whole = new Uint8Array(await file.arrayBuffer());
    const header = whole.indexOf(0x0a);
    const values = whole.slice(header);
    // Letters, digits and bytes of characters; the separators stay.
    const inValue = (byte: number) => byte >= 0x2d;
    const to = [0x41, 0x7a, 0x30, 0x39, 0x2d, 0x81, 0xb5, 0xe4, 0xfe, 0x7e];
    let read = 0;
    for (let seed = FROM; seed < FROM + MUTATIONS; seed++)
      await withSeed(seed, async () => {
        const found = await taken(new Blob([whole.slice(0, header), respelled(values, seed, inValue, to)]));
        if (!found) return;
        read++;
        isWhole(found);
        expect(found.read.parts.map((p) => p.rowsRead)).toEqual([rows]);
      });
    expect(read).toBeGreaterThan(MUTATIONS / 2);
  });
});
