import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inChild } from '../measure';
import { ownPeak, tellsMemory } from './memory';

let cache: string | null = null;
afterAll(() => cache && rm(cache, { recursive: true, force: true }));

it.runIf(tellsMemory)('a measurement tells its own memory, and not that of the process that began it', async () => {
  cache = await mkdtemp(join(tmpdir(), 'kaoping-bench-memory-'));
  const held = Buffer.alloc(512 * 1024 * 1024, 1);
  const measure = inChild(new AbortController().signal);
  const asked = { form: 'utf8', kind: 'clean', rows: 100, cache, url: '' } as const;
  const { memory } = await measure({ ...asked, task: 'storedText' });
  expect(held.at(-1)).toBe(1);
  expect(ownPeak()).toBeGreaterThan(512);
  expect(memory?.process).toBeGreaterThan(30);
  expect(memory?.process).toBeLessThan(400);
});
