import type { Cell } from '../../../src/domain/cells';
import { enterFile } from '../../../src/workspace/enterFile';
import { csvOf } from '../data/csv';
import type { Cost } from './cost';
import { cellsOfBefore, sumsText } from './factsOfBefore';
import { AS_OF, OTHER_CUT_OFFS } from './figures';
import type { Filled } from './filled';

/** Rows of a submission that comes beside the large one. */
const FEW = 1000;

const sumsOf = (cells: readonly Cell[]): string => {
  const sums = new Map<string, [number, number]>();
  for (const { indicator, numerator, denominator } of cells) {
    const [n, d] = sums.get(indicator) ?? [0, 0];
    sums.set(indicator, [n + numerator, d + denominator]);
  }
  return sumsText(sums);
};

/**
 * The cells' first computing, a change of the cut-off (the middle one of three), the same as it was made before, and one
 * more submission: of another unit, and of the same unit, whose cases are then looked for in both.
 */
export async function changes(filled: Filled): Promise<Record<string, Cost>> {
  const { office, db, engine } = filled;
  const first = filled.costs();
  await engine.cells(AS_OF);
  const spent: Record<string, Cost> = { first: first() };
  const now: Cost[] = [];
  const before: Cost[] = [];
  for (const asOf of OTHER_CUT_OFFS) {
    const timed = filled.costs();
    const { cells } = await engine.cells(asOf);
    now.push(timed());
    const timedBefore = filled.costs();
    const sums = await cellsOfBefore(office.catalogue, db, office.profile.deadlines.rules, asOf);
    before.push(timedBefore());
    if (sums !== sumsOf(cells)) throw new Error(`figures differ at ${asOf}:\n${sums}\n${sumsOf(cells)}`);
  }
  await db.run('DROP TABLE facts_of_before');
  spent.change = middle(now);
  spent.before = middle(before);
  await engine.cells(AS_OF);
  spent.added = await adding(filled, 'fda', 'XZ');
  spent.addedToUnit = await adding(filled, filled.submission.unit, 'XJ');
  return spent;
}

const middle = (all: readonly Cost[]): Cost =>
  [...all].sort((a, b) => a.waiting - b.waiting)[Math.floor(all.length / 2)] as Cost;

/** From the file of one more submission to all cells. It is withdrawn again. */
async function adding({ office, engine, reader, rows, submission, costs }: Filled, unit: string, prefix: string) {
  const data = new Blob([...csvOf(office, { rows: FEW, kind: 'clean', prefix, last: '2017-09-30' })]);
  const spent = costs();
  const declared = { unit, period: '2017Q3', ledger: 'complaints' as const };
  const taken = await enterFile(office, engine, reader, { path: 'added.csv', data, declared, at: '' });
  if (!('read' in taken) || !taken.read[0]) throw new Error('the added submission was not read');
  const added = { ...taken.read[0].submission, id: 2 };
  rows.add(added.id, taken.read[0].key);
  await rows.settle([submission, added]);
  await engine.cells(AS_OF);
  const cost = spent();
  await rows.settle([submission]);
  await engine.cells(AS_OF);
  return cost;
}
