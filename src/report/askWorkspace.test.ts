import { expect, it } from 'vitest';
import { type Asked, askWorkspace } from './askWorkspace';
import { assessed } from './testing/assessed';

const { office, scheme, submissions } = assessed();
const question = { period: '2017Q3', asOf: '2017-10-10' };

/** A workspace whose submissions change after so many questions. */
const desk = (changesAfter = Number.POSITIVE_INFINITY): Asked => {
  let asked = 0;
  const answer = async <T>(value: T): Promise<T> => {
    asked++;
    return value;
  };
  return {
    office,
    state: () => ({ submissions, kind: 'real', revision: asked > changesAfter ? 2 : 1 }),
    cells: () => answer({ cells: [], durations: [], undated: [] }),
    problemGroups: () => answer({ total: 0, problems: 0, groups: [] }),
    evidence: () => answer({ total: 0, rows: [] }),
  };
};

it('asks for everything in one state, and says how far it is', async () => {
  const shares: number[] = [];
  const signal = new AbortController().signal;
  const input = await askWorkspace(desk(), scheme, question, signal, (share) => shares.push(share));
  expect(input.assessment).toMatchObject(question);
  expect([...input.problems.keys()]).toEqual([1, 3, 4]);
  expect(shares.at(-1)).toBe(1);
});

it.each([1, 2, 3, 5, 6, 7])('makes no workbook of two states: a change after %i answers', async (after) => {
  const made = askWorkspace(desk(after), scheme, question, new AbortController().signal);
  await expect(made).rejects.toThrow('导出过程中报送有变化，请重新导出。');
});

it('waits for the rows that are still being read, and is not put out by them', async () => {
  const input = await askWorkspace(desk(0), scheme, question, new AbortController().signal);
  expect(input.problems.size).toBe(3);
});

it('can be cancelled', async () => {
  const stop = new AbortController();
  const made = askWorkspace(desk(), scheme, question, stop.signal, () => stop.abort());
  await expect(made).rejects.toThrow(/abort/i);
});

it('can be cancelled while it waits for rows that never come', async () => {
  const stop = new AbortController();
  const waiting: Asked = { ...desk(), problemGroups: () => new Promise(() => undefined) };
  const made = askWorkspace(waiting, scheme, question, stop.signal);
  stop.abort();
  await expect(made).rejects.toThrow(/abort/i);
});
