import { afterEach, expect, vi } from 'vitest';
import { openKeepingDatabase } from '../../../tests/support/keepingDatabase';
import { qinghai } from '../../../tests/support/profile';
import { Archive } from '../../archive/archive';
import { MemoryStore } from '../../archive/memory';
import { officeMark } from '../../archive/officeMark';
import type { Database } from '../../engine/port';
import type { FileReader } from '../../intake/read/reader';
import { Desk } from '../desk';
import type { DeskParts } from '../deskParts';
import { decodeRows, rowsOf } from '../keptRows';
import { AS_OF, csv, NAME, PROGRAM, reader, row, SECOND, until } from './desks';

export const OTHER = '2017Q2_632200_complaints.csv';

export const ROWS = 'cache/rows.bin';

const databases: Database[] = [];
afterEach(async () => {
  for (const db of databases.splice(0)) await db.close().catch(() => undefined);
});
export async function openDatabase(): Promise<Database> {
  const db = await openKeepingDatabase();
  databases.push(db);
  return db;
}

/** A reader that counts what it reads. */
export function counting() {
  const read = vi.fn<FileReader['read']>((...asked) => reader.read(...asked));
  const hash = vi.fn<FileReader['hash']>((...asked) => reader.hash(...asked));
  return { read, hash };
}

export async function open(store: MemoryStore, more: Partial<DeskParts> = {}): Promise<Desk> {
  const parts: DeskParts = {
    store,
    startDatabase: openDatabase,
    reader,
    sample: () => Promise.reject(new Error('no sample')),
    now: () => '2017-04-05T08:00:00.000Z',
    changed: () => undefined,
    program: PROGRAM,
    lull: 1,
    ...more,
  };
  return Desk.open(qinghai, parts);
}
export const take = (desk: Desk, name: string, text: string) =>
  desk.takeIn(new File([text], name), name, { receivedOn: '2017-04-05' });

/** Everything that can be asked: cells, the rows behind them, problems, and what the submissions come to. */
export async function answers(desk: Desk) {
  const cells = await desk.cells(AS_OF);
  const rows = await desk.evidence(
    {
      asOf: AS_OF,
      level: 'province',
      id: '630000',
      period: '2017',
      indicator: 'acceptance_on_time',
      part: 'denominator',
    } as never,
    0,
    50,
  );
  const problems = await desk.problems({ offset: 0, limit: 50 });
  return { cells, rows, problems, submissions: desk.state().submissions, faults: desk.state().faults };
}

/** Until what can wait is done. */
export const keptIn = (store: MemoryStore) => until(async () => expect(await store.read(ROWS)).not.toBeNull());

/** A visit that leaves three files behind, one of them replaced, one with a row put aside. */
export async function visited(store = new MemoryStore()) {
  const desk = await open(store);
  await desk.refresh().catch(() => undefined);
  await desk.empty(desk.state().seen);
  await take(desk, NAME, csv(row(1), row(2)));
  await take(desk, SECOND, csv(row(1), row(2), row(3, 'x')));
  await take(desk, OTHER, csv(row(2, '2017-05-05'), row(4)));
  const before = await answers(desk);
  await keptIn(store);
  // Without the cells of the last visit, which would answer first.
  for (const name of await store.list('cache/cells-')) await store.remove(name);
  return { store, before };
}
export const originalOf = async (store: MemoryStore, file: string) => {
  const names = await store.list('originals/');
  const text = { [NAME]: csv(row(1), row(2)), [OTHER]: csv(row(2, '2017-05-05'), row(4)) }[file];
  for (const name of names) if ((await (await store.read(name))?.text()) === text) return name;
  throw new Error(`${file} is not there`);
};

export async function keptOf(store: MemoryStore) {
  const of = rowsOf(PROGRAM, (await Archive.open(store, await officeMark(qinghai))).workspace ?? '', qinghai);
  const kept = await decodeRows((await store.read(ROWS)) as Blob, of);
  if (!kept) throw new Error('nothing is kept');
  return kept;
}
