import { expect, it, vi } from 'vitest';
import { Turns } from './turns';

it('rests once nothing is under way and nothing was asked for a while', async () => {
  vi.useFakeTimers();
  const log: string[] = [];
  const turns = new Turns(20, async () => void log.push('rest'));
  const work = (name: string) =>
    turns.take(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      log.push(name);
    });
  // All at once, then one after another, each longer than the lull.
  const asked = Promise.all(['a', 'b', 'c'].map(work)).then(async () => {
    for (const name of ['d', 'e']) await work(name);
  });
  await vi.advanceTimersByTimeAsync(300);
  await asked;
  expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
  await vi.advanceTimersByTimeAsync(20);
  expect(log.at(-1)).toBe('rest');

  const failed = turns.take(() => Promise.reject(new Error('x'))).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(100);
  await failed;
  expect(log.filter((l) => l === 'rest')).toHaveLength(2);
  vi.useRealTimers();
});
