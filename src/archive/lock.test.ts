import { expect, it } from 'vitest';
import { lockHere } from './lock';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('runs the holders of one lock one after another, also after one that failed', async () => {
  const log: string[] = [];
  const work = (name: string, ms: number) => async () => {
    log.push(`${name} in`);
    await pause(ms);
    log.push(`${name} out`);
    if (name === 'b') throw new Error(name);
    return name;
  };
  const results = await Promise.allSettled([
    lockHere('x', work('a', 20)),
    lockHere('x', work('b', 10)),
    lockHere('x', work('c', 0)),
  ]);
  expect(log).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('does not hold up another lock', async () => {
  let release = () => {};
  const held = lockHere('x', () => new Promise<void>((resolve) => (release = resolve)));
  expect(await lockHere('y', async () => 'free')).toBe('free');
  release();
  await held;
});
