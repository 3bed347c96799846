import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { CellSet } from '../../domain/cells';
import type { Submission } from '../../domain/submission';
import { cellsQuery } from './assessment';

const submission = (id: number) => ({ id }) as Submission;

it('cells that stand until new ones are counted are of the submissions that they were counted over', async () => {
  const counts: ((set: CellSet) => void)[] = [];
  const workspace = { cells: () => new Promise<CellSet>((resolve) => counts.push(resolve)) };
  const set = (numerator: number): CellSet => ({
    cells: [{ indicator: 'a', quarter: 8068, place: '1', department: '', numerator, denominator: 1 }],
    durations: [],
    undated: [],
  });
  const at = (revision: number, asOf = '2018-01-10') =>
    cellsQuery(
      workspace,
      { revision, submissions: Array.from({ length: revision }, (_, i) => submission(i + 1)) },
      asOf,
    );
  const observer = new QueryObserver(new QueryClient(), at(1));
  const unsubscribe = observer.subscribe(() => {});
  const shown = () => observer.getCurrentResult().data;
  counts[0]?.(set(0));
  await expect.poll(shown).toEqual({ cells: set(0), submissions: [submission(1)] });
  observer.setOptions(at(2));
  expect(shown()).toEqual({ cells: set(0), submissions: [submission(1)] });
  counts[1]?.(set(1));
  await expect.poll(shown).toEqual({ cells: set(1), submissions: [submission(1), submission(2)] });
  observer.setOptions(at(2, '2018-02-10'));
  expect(shown()).toBeUndefined();
  unsubscribe();
});
