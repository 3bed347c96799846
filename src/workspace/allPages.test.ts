import { expect, test } from 'vitest';
import { workspaceState } from '../../tests/support/workspace-state';
import type { EvidenceQuestion } from '../domain/evidence';
import { allRows } from './allPages';

const question = { indicator: 'closure_on_time', side: 'missing' } as EvidenceQuestion;
const desk = (total: number, revision = () => 1) => ({
  state: () => workspaceState({ revision: revision() }),
  evidence: async (_: EvidenceQuestion, offset: number, limit: number) => ({
    total,
    rows: Array.from({ length: Math.min(limit, total - offset) }, (_, i) => ({ row: offset + i })),
  }),
});

test('fetches every row once and says how far it is', async () => {
  const told: number[] = [];
  const rows = await allRows(desk(4500), question, new AbortController().signal, (done) => told.push(done));
  expect(rows.map((r) => r.row)).toEqual(Array.from({ length: 4500 }, (_, i) => i));
  expect(told).toEqual([2000, 4000, 4500]);
});

test('stops where it is cancelled, and where the rows change meanwhile', async () => {
  const stop = new AbortController();
  await expect(allRows(desk(4500), question, stop.signal, () => stop.abort())).rejects.toThrow(/abort/i);
  let revision = 0;
  await expect(
    allRows(
      desk(4500, () => revision++),
      question,
      new AbortController().signal,
      () => undefined,
    ),
  ).rejects.toThrow('导出过程中报送有变化');
});
