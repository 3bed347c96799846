import { expect, it } from 'vitest';
import { checksumText } from './checksum';

it('is the same, whatever else is summed meanwhile', async () => {
  const texts = [['a'], ['b', 'c'], ['d'.repeat(1000)]];
  const alone: string[] = [];
  for (const parts of texts) alone.push(await checksumText(parts));
  expect(new Set(alone).size).toBe(3);
  expect(await Promise.all(texts.map(checksumText))).toEqual(alone);
});
