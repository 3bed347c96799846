import { expect, test } from 'vitest';
import { workspaceState } from '../../tests/support/workspace-state';
import type { EvidenceQuestion } from '../domain/evidence';
import type { ProblemGroup } from '../domain/problemGroups';
import type { SubmissionProblem } from '../domain/problems';
import { allProblemGroups, allProblems, allRows, allSharedCases } from './allPages';

const question = { indicator: 'closure_on_time', side: 'missing' } as EvidenceQuestion;

/** A desk of numbered rows; `asked` has how many at once. */
function desk(total: number, revision = () => 1) {
  const page = (offset: number, limit: number) => {
    asked.push(limit);
    return Array.from({ length: Math.min(limit, total - offset) }, (_, i) => offset + i);
  };
  const asked: number[] = [];
  return {
    asked,
    state: () => workspaceState({ revision: revision() }),
    evidence: async (_: EvidenceQuestion, offset: number, limit: number) => ({
      total,
      rows: page(offset, limit).map((row) => ({ row })),
    }),
    problems: async ({ offset, limit }: { offset: number; limit: number }) => ({
      total,
      rows: page(offset, limit).map((row) => ({ row }) as SubmissionProblem),
    }),
    problemGroups: async ({ offset, limit }: { offset: number; limit: number }) => ({
      total,
      problems: total,
      groups: page(offset, limit).map((n) => ({ id: String(n) }) as ProblemGroup),
    }),
    sharedCases: async (offset: number, limit: number) => ({
      total,
      carried: [],
      cases: page(offset, limit).map((n) => ({ ledger: 'complaints', id: String(n), rows: [] })),
    }),
  };
}

type Desk = ReturnType<typeof desk>;
type Told = Parameters<typeof allRows>[2];
const kinds: [what: string, read: (of: Desk, told: Told) => Promise<number[]>, told: number[]][] = [
  ['rows', async (of, told) => (await allRows(of, question, told)).map((r) => Number(r.row)), [2000, 4000, 4500]],
  [
    'shared cases',
    async (of, told) => (await allSharedCases(of, told)).map((c) => Number(c.id)),
    [1000, 2000, 3000, 4000, 4500],
  ],
  ['problems', async (of, told) => (await allProblems(of, {}, told)).map((p) => Number(p.row)), [5000, 7000]],
  [
    'causes of problems',
    async (of, told) => (await allProblemGroups(of, {}, told)).map((g) => Number(g.id)),
    [500, 1000, 1500],
  ],
];

const told = (onProgress: Told['onProgress'] = () => undefined): Told => ({
  signal: new AbortController().signal,
  onProgress,
});

test.each(kinds)('fetches all %s once, some thousands at a time, and says how far it is', async (_, read, steps) => {
  const said: [number, number][] = [];
  const total = steps.at(-1) ?? 0;
  const of = desk(total);
  expect(
    await read(
      of,
      told((...step) => said.push(step)),
    ),
  ).toEqual(Array.from({ length: total }, (_, i) => i));
  expect(said).toEqual(steps.map((done) => [done, total]));
  expect(Math.max(...of.asked)).toBeLessThanOrEqual(5000);
});

test.each(kinds)('stops among %s where it is cancelled, and where they change meanwhile', async (_, read) => {
  const stop = new AbortController();
  const of = desk(9000);
  await expect(read(of, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow(/abort/i);
  expect(of.asked).toHaveLength(1);
  let revision = 0;
  await expect(
    read(
      desk(9000, () => revision++),
      told(),
    ),
  ).rejects.toThrow('导出过程中报送有变化');
});
