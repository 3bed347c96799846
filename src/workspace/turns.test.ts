import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { type TurnKind, Turns } from './turns';

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

const kinds = fc.array(fc.constantFrom<TurnKind>('change', 'question', 'number'), { maxLength: 12 });

it('lets questions pass those of a number alone, and nothing pass a change', async () => {
  vi.useFakeTimers();
  await fc.assert(
    fc.asyncProperty(kinds, async (asked) => {
      const turns = new Turns(10_000, async () => undefined);
      let running = 0;
      const done: number[] = [];
      const all = Promise.all(
        asked.map((kind, i) =>
          turns.take(async () => {
            expect(++running).toBe(1);
            await Promise.resolve();
            running--;
            done.push(i);
          }, kind),
        ),
      );
      await vi.runAllTimersAsync();
      await all;
      // Between two changes questions first, each kind in its order.
      const stretch = (i: number) => asked.slice(0, i).filter((kind) => kind === 'change').length * 3;
      const place = (i: number) =>
        asked[i] === 'change' ? stretch(i) + 2 : stretch(i) + (asked[i] === 'question' ? 0 : 1);
      expect(done).toEqual(asked.map((_, i) => i).sort((a, b) => place(a) - place(b) || a - b));
    }),
  );
  vi.useRealTimers();
});

it('lets a number wait a while behind a question for what follows from its answer', async () => {
  const turns = new Turns(10_000, async () => undefined);
  const log: string[] = [];
  const taken = (name: string, kind: TurnKind) => turns.take(async () => void log.push(name), kind);
  const number = taken('page', 'question').then(() => {
    // What is shown of an answer takes its time before it asks.
    setTimeout(() => void taken('widths', 'question'), 20);
  });
  const last = taken('number', 'number');
  await Promise.all([number, last]);
  expect(log).toEqual(['page', 'widths', 'number']);
});

it('is quiet once all that was asked is answered, and nothing was asked for a while', async () => {
  vi.useFakeTimers();
  const turns = new Turns(10_000, async () => undefined);
  const log: string[] = [];
  const work = (name: string) =>
    turns.take(async () => {
      await new Promise((resolve) => setTimeout(resolve, 70));
      log.push(name);
    });
  void work('rows').then(() => setTimeout(() => void work('page'), 20));
  void turns.quiet(50).then(() => log.push('quiet'));
  await vi.advanceTimersByTimeAsync(500);
  vi.useRealTimers();
  expect(log).toEqual(['rows', 'page', 'quiet']);
});

it('goes on after work that fails at once', async () => {
  const turns = new Turns(10_000, async () => undefined);
  const failed = turns.take(() => {
    throw new Error('x');
  });
  const next = turns.take(async () => 'next', 'question');
  await expect(failed).rejects.toThrow('x');
  expect(await next).toBe('next');
});
