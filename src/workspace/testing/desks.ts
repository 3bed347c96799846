import { afterEach, vi } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { MemoryStore } from '../../archive/memory';
import type { CellSet } from '../../domain/cells';
import { openNodeDatabase } from '../../engine/node/duckdb';
import type { Database } from '../../engine/port';
import { nodeReader } from '../../intake/node/reader';
import type { FileReader } from '../../intake/read/reader';
import { Desk } from '../desk';
import type { DeskParts } from '../deskParts';
import type { Declared, TakeInResult } from '../workspace';

export const AS_OF = '2018-01-10';
export const PROGRAM = 'this';
const HEADER = '编号,类型,县区,承办部门,接收日期,受理日期';
export const row = (id: number, accepted = '2017-03-06') => `T-${id},投诉,海晏县,工商,2017-03-05,${accepted}`;
export const csv = (...rows: string[]) => [HEADER, ...rows].map((l) => `${l}\n`).join('');
export const NAME = '2017Q1_632200_complaints.csv';
export const SECOND = '2017Q1_632200_complaints_v2.csv';

const databases: Database[] = [];
afterEach(async () => {
  for (const db of databases.splice(0)) await db.close();
});

export const reader = nodeReader(qinghai);
/** A reader whose files come only once something is done. */
export const waitingFor = (done: Promise<unknown>): FileReader => ({
  hash: (file) => done.then(() => reader.hash(file)),
  read: (...asked) => done.then(() => reader.read(...asked)),
});

export const SAMPLE = { [NAME]: csv(row(1), row(2), row(3, 'x')) };
export const parts = (store: MemoryStore, more: Partial<DeskParts> = {}): DeskParts => ({
  store,
  startDatabase: async () => {
    const db = await openNodeDatabase({ threads: 1 });
    databases.push(db);
    return db;
  },
  reader,
  sample: async () => ({
    files: [{ path: NAME, receivedOn: '2017-04-05', read: async () => new Blob([SAMPLE[NAME]]) }],
    kept: null,
  }),
  now: () => '2017-04-05T08:00:00.000Z',
  changed: () => undefined,
  program: PROGRAM,
  lull: 0,
  ...more,
});

export const open = (store = new MemoryStore(), more: Partial<DeskParts> = {}) =>
  Desk.open(qinghai, parts(store, more));
export const begun = async (store = new MemoryStore(), more: Partial<DeskParts> = {}) => {
  const desk = await open(store, more);
  await desk.empty(desk.state().seen);
  return desk;
};
export const take = (
  desk: Desk,
  name: string,
  text: string,
  declared: Declared = { receivedOn: '2017-04-05' },
  signal?: AbortSignal,
): Promise<TakeInResult> => desk.takeIn(new File([text], name), name, declared, signal ? { signal } : {});

/** What the desk holds, apart from the count of its changes. */
export const heldBy = (desk: Desk) => ({ ...desk.state(), revision: null });

/** Cells over cases in a fixed order; 报送及时率 aside. */
export async function cases(desk: Desk): Promise<CellSet> {
  const { cells, durations } = await desk.cells(AS_OF);
  const inOrder = <T>(list: readonly T[]) =>
    list
      .map((c) => JSON.stringify(c))
      .sort()
      .map((c) => JSON.parse(c) as T);
  return {
    cells: inOrder(cells.filter((c) => c.indicator !== 'submission_on_time')),
    durations: inOrder(durations),
    undated: [],
  };
}
export const accepted = async (desk: Desk) =>
  (await cases(desk)).cells
    .filter((c) => c.indicator === 'acceptance_on_time')
    .map((c) => [c.numerator, c.denominator]);

/** A store with three submissions, of which one replaces another, and what they came to. */
export const kept = async () => {
  const store = new MemoryStore();
  const desk = await begun(store);
  await take(desk, NAME, csv(row(1), row(2)));
  await take(desk, SECOND, csv(row(1), row(2), row(3)));
  await take(desk, '2017Q2_632200_complaints.csv', csv(row(2, '2017-05-05')));
  return { store, before: await cases(desk), asked: await desk.cells(AS_OF) };
};

/** Waits until something holds, on a busy machine too. */
export const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, 30_000);
