import type { IDBPDatabase } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LeaseLock, LeaseLost } from './lease';

/** The lease as two tabs see it. */
let lease: unknown;
const database = {
  transaction: () => ({
    store: {
      get: async () => lease,
      put: async (value: unknown) => {
        lease = value;
      },
      delete: async () => {
        lease = undefined;
      },
    },
    done: Promise.resolve(),
  }),
} as unknown as IDBPDatabase;
const held = async () => lease;

beforeEach(() => {
  vi.useFakeTimers();
  lease = undefined;
});
afterEach(() => {
  vi.useRealTimers();
});

it('lets one tab work at a time, for as long as the work lasts', async () => {
  const [one, other] = [new LeaseLock(database), new LeaseLock(database)];
  const log: string[] = [];
  const work = (name: string, lock: LeaseLock) =>
    lock.exclusively(async () => {
      log.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      await lock.assertHeld(held);
      log.push(`${name} out`);
    });
  const first = work('a', one);
  // One after the other: what stands for the database here knows no transactions.
  await vi.advanceTimersByTimeAsync(10);
  const both = Promise.all([first, work('b', other)]);
  await vi.advanceTimersByTimeAsync(200_000);
  await both;
  expect(log).toEqual(['a in', 'a out', 'b in', 'b out']);
  expect(lease).toBeUndefined();
});

it('does not take back what it lost while it slept, and writes nothing then', async () => {
  const [one, other] = [new LeaseLock(database), new LeaseLock(database)];
  let wake: () => void = () => undefined;
  const sleeping = one.exclusively(async () => {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    await one.assertHeld(held);
  });
  await vi.advanceTimersByTimeAsync(100);
  // Asleep: its timers do not run, and its lease runs out.
  lease = { ...(lease as object), until: Date.now() - 1 };
  let done: () => void = () => undefined;
  const taking = other.exclusively(
    () =>
      new Promise<void>((resolve) => {
        done = resolve;
      }),
  );
  await vi.advanceTimersByTimeAsync(5000);
  await expect(one.assertHeld(held)).rejects.toThrow(LeaseLost);
  done();
  await taking;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(lease).toBeUndefined();
  const woken = expect(sleeping).rejects.toThrow(LeaseLost);
  wake();
  await woken;
});

it('does not wait for a lease from before the clock was set back', async () => {
  lease = { holder: 'gone', until: Date.now() + 86_400_000 };
  await expect(new LeaseLock(database).exclusively(async () => 'free')).resolves.toBe('free');
});
