import { afterEach, describe, expect, it, vi } from 'vitest';
import { openKeepingDatabase } from '../../tests/support/keepingDatabase';
import { qinghai } from '../../tests/support/profile';
import { Archive } from '../archive/archive';
import { MemoryStore } from '../archive/memory';
import { officeMark } from '../archive/officeMark';
import { FaultyStore, FullStore, quotaError } from '../archive/testing/faultyStore';
import type { Day } from '../domain/day';
import type { Submission } from '../domain/submission';
import type { Database } from '../engine/port';
import { QueryError } from '../engine/queryError';
import { nodeReader } from '../intake/node/reader';
import type { FileReader } from '../intake/read/reader';
import { Desk } from './desk';
import type { DeskParts } from './deskParts';
import { decodeRows, encodeRows, rowsOf } from './keptRows';
import { until } from './testing/desks';

const AS_OF: Day = '2018-01-10';
const ROWS = 'cache/rows.bin';
const PROGRAM = 'this';
const HEADER = '编号,类型,县区,承办部门,接收日期,受理日期';
const row = (id: number, accepted = '2017-03-06') => `T-${id},投诉,海晏县,工商,2017-03-05,${accepted}`;
const csv = (...rows: string[]) => [HEADER, ...rows].map((l) => `${l}\n`).join('');
const FIRST = '2017Q1_632200_complaints.csv';
const SECOND = '2017Q1_632200_complaints_v2.csv';
const OTHER = '2017Q2_632200_complaints.csv';

const databases: Database[] = [];
afterEach(async () => {
  for (const db of databases.splice(0)) await db.close().catch(() => undefined);
});
async function openDatabase(): Promise<Database> {
  const db = await openKeepingDatabase();
  databases.push(db);
  return db;
}

const reader = nodeReader(qinghai);
/** A reader that counts what it reads. */
function counting() {
  const read = vi.fn<FileReader['read']>((...asked) => reader.read(...asked));
  const hash = vi.fn<FileReader['hash']>((...asked) => reader.hash(...asked));
  return { read, hash };
}

async function open(store: MemoryStore, more: Partial<DeskParts> = {}): Promise<Desk> {
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
const take = (desk: Desk, name: string, text: string) =>
  desk.takeIn(new File([text], name), name, { receivedOn: '2017-04-05' });

/** Everything that can be asked: cells, the rows behind them, problems, and what the submissions come to. */
async function answers(desk: Desk) {
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
const keptIn = (store: MemoryStore) => until(async () => expect(await store.read(ROWS)).not.toBeNull());

/** A visit that leaves three files behind, one of them replaced, one with a row put aside. */
async function visited(store = new MemoryStore()) {
  const desk = await open(store);
  await desk.refresh().catch(() => undefined);
  await desk.empty(desk.state().seen);
  await take(desk, FIRST, csv(row(1), row(2)));
  await take(desk, SECOND, csv(row(1), row(2), row(3, 'x')));
  await take(desk, OTHER, csv(row(2, '2017-05-05'), row(4)));
  const before = await answers(desk);
  await keptIn(store);
  // Without the cells of the last visit, which would answer first.
  for (const name of await store.list('cache/cells-')) await store.remove(name);
  return { store, before };
}
const originalOf = async (store: MemoryStore, file: string) => {
  const names = await store.list('originals/');
  const text = { [FIRST]: csv(row(1), row(2)), [OTHER]: csv(row(2, '2017-05-05'), row(4)) }[file];
  for (const name of names) if ((await (await store.read(name))?.text()) === text) return name;
  throw new Error(`${file} is not there`);
};

describe('the next visit', () => {
  it('reads nothing and answers the same, goes on from there, and proves the originals afterwards', async () => {
    const { store, before } = await visited();
    const counted = counting();
    const desk = await open(store, { reader: counted });
    expect(await answers(desk)).toEqual(before);
    expect(before.rows.total).toBe(3);
    expect(before.problems.total).toBe(2);
    expect(counted.read).not.toHaveBeenCalled();
    await until(() => expect(counted.hash).toHaveBeenCalledTimes(3));

    await take(desk, '2017Q3_632200_complaints.csv', csv(row(5)));
    expect(counted.read).toHaveBeenCalledTimes(1);
    await desk.withdraw(2);
    const after = await answers(desk);
    expect(after.submissions).toHaveLength(4);
    // Read anew by another program the same comes out.
    expect(await answers(await open(store, { program: null }))).toEqual(after);
  });

  it('does not count again what was counted of the same submissions, also once their rows are there', async () => {
    const { store, before } = await visited();
    const asked: string[] = [];
    const startDatabase = async () => {
      const db = await openDatabase();
      const rows = (sql: string) => {
        asked.push(sql);
        return db.rows(sql);
      };
      return { ...db, rows };
    };
    const counts = () => asked.filter((sql) => /count\(\*\) FILTER/.test(sql) && sql.includes('_facts')).length;
    const first = await open(store, { startDatabase });
    expect((await answers(first)).cells).toEqual(before.cells);
    const counted = counts();
    expect(counted).toBeGreaterThan(0);

    const desk = await open(store, { startDatabase });
    await desk.refresh();
    expect(desk.state().revision).toBe(1);
    expect((await answers(desk)).cells).toEqual(before.cells);
    expect(counts()).toBe(counted);

    await desk.withdraw(3);
    expect((await answers(desk)).cells).not.toEqual(before.cells);
    expect(counts()).toBeGreaterThan(counted);
  });

  it('keeps what it came to once, and again when it has changed', async () => {
    const store = new FaultyStore();
    await visited(store);
    const writes = () => store.writes.filter((name) => name === ROWS).length;
    const desk = await open(store);
    await answers(desk);
    const before = writes();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(writes()).toBe(before);
    await desk.withdraw(3);
    await until(() => expect(writes()).toBe(before + 1));
  });

  it.each<[string, (store: MemoryStore) => Promise<Partial<DeskParts>>]>([
    ['another program', async () => ({ program: 'other' })],
    ['nothing is to be believed', async () => ({ program: null })],
    [
      'a byte of it is another',
      async (store) => {
        const bytes = new Uint8Array(await ((await store.read(ROWS)) as Blob).arrayBuffer());
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
        await store.write(ROWS, new Blob([bytes]));
        return {};
      },
    ],
    [
      'it cannot be read',
      async (store) => {
        const read = store.read.bind(store);
        store.read = async (name) => {
          if (name === ROWS) throw new DOMException('gone', 'NotReadableError');
          return read(name);
        };
        return {};
      },
    ],
    [
      'its database is none',
      async (store) => {
        const kept = await keptOf(store);
        await store.write(ROWS, await encodeRows({ ...kept, database: new Uint8Array(20_000).fill(7) }));
        return {};
      },
    ],
    [
      'its database holds other rows',
      async (store) => {
        const kept = await keptOf(store);
        const rows = kept.rows.map((r) => ({ ...r, counts: { ...r.counts, rowsAccepted: r.counts.rowsAccepted + 1 } }));
        await store.write(ROWS, await encodeRows({ ...kept, rows }));
        return {};
      },
    ],
  ])('reads all anew where %s', async (_, alter) => {
    const { store, before } = await visited();
    const more = await alter(store);
    const counted = counting();
    const desk = await open(store, { reader: counted, ...more });
    expect(await answers(desk)).toEqual(before);
    expect(counted.read).toHaveBeenCalledTimes(2);
  });

  it.each(['rows', 'run'] as const)('reads all anew where the database fails over what was kept (%s)', async (call) => {
    const { store, before } = await visited();
    const counted = counting();
    let restored = false;
    const failing = async (): Promise<Database> => {
      const db = await openDatabase();
      let broken = false;
      const failure = () => new QueryError('SELECT', new Error('IO Error: Corrupt database file'));
      return {
        ...db,
        restore: async (bytes) => {
          await db.restore?.(bytes);
          broken = true;
          restored = true;
        },
        [call]: async (sql: string) => {
          if (broken && /_facts|current_submission/.test(sql)) throw failure();
          return db[call](sql);
        },
      };
    };
    const desk = await open(store, { reader: counted, startDatabase: failing });
    expect(await answers(desk)).toEqual(before);
    expect(restored).toBe(true);
    expect(counted.read).toHaveBeenCalledTimes(2);
  });

  it('reads what another tab added since, and leaves out what it withdrew', async () => {
    const { store } = await visited();
    const kept = (await store.read(ROWS)) as Blob;
    const other = await open(store, { program: null });
    await take(other, '2017Q3_632200_complaints.csv', csv(row(5)));
    await other.withdraw(3);
    const after = await answers(other);
    await store.write(ROWS, kept);
    const counted = counting();
    const desk = await open(store, { reader: counted });
    expect(await answers(desk)).toEqual(after);
    expect(counted.read).toHaveBeenCalledTimes(1);
  });

  it.each<[string, string, boolean]>([
    ['is gone', OTHER, true],
    ['is altered', OTHER, false],
    ['is gone, of a replaced version', FIRST, true],
    ['is altered, of a replaced version', FIRST, false],
  ])('says of an original that it %s, counts it nowhere, and takes it back', async (_, file, gone) => {
    const { store, before } = await visited();
    const name = await originalOf(store, file);
    const whole = (await store.read(name)) as Blob;
    const altered = (await whole.text()).replace('T-2', 'T-7');
    if (gone) await store.remove(name);
    else await store.write(name, new Blob([altered]));
    const desk = await open(store);
    await until(() => expect(desk.state().faults).toMatchObject([{ file }]));
    expect(desk.state().faults[0]?.message).toContain(gone ? '不在本机' : '与接收时不一致');
    expect(desk.state().submissions.find((s) => s.file === file)).toMatchObject({ unreadable: true });
    // It is known from the first on the visit after that: nothing of it is believed until the lull.
    await desk.cells(AS_OF);
    const next = await open(store, { lull: 100_000 });
    expect(await next.cells(AS_OF)).toEqual(await desk.cells(AS_OF));
    await answers(next);
    // That of a replaced version counts no rows.
    if (gone || file === OTHER) expect(next.state().faults).toMatchObject([{ file }]);
    // As if it had been read anew.
    const anew = await open(store, { program: null });
    expect((await answers(desk)).rows).toEqual((await answers(anew)).rows);

    expect(await take(desk, file, await whole.text())).toMatchObject({ outcome: 'same', mended: true });
    expect(await answers(desk)).toMatchObject({ cells: before.cells, rows: before.rows, faults: [] });
  });

  it('holds no original for altered because its reader cannot be had', async () => {
    const { store, before } = await visited();
    const hash = vi.fn(() => Promise.reject(new Error('away')));
    const desk = await open(store, { reader: { ...reader, hash } });
    expect(await answers(desk)).toEqual(before);
    await until(() => expect(hash).toHaveBeenCalledTimes(3));
    expect(desk.state().faults).toEqual([]);
  });

  it('keeps nothing where there is no room, and loses nothing over it', async () => {
    const store = new FaultyStore();
    store.fault = (name) => (name === ROWS ? quotaError() : undefined);
    const desk = await open(store);
    await desk.refresh().catch(() => undefined);
    await desk.empty(desk.state().seen);
    await take(desk, FIRST, csv(row(1), row(2)));
    const before = await answers(desk);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await store.read(ROWS)).toBeNull();
    expect(await answers(await open(store))).toEqual(before);
  });

  it('counts nothing of it for the workspace that comes in its place', async () => {
    const other = await visited();
    const elsewhere = await open(other.store);
    await take(elsewhere, '2017Q3_632200_complaints.csv', csv(row(5), row(6), row(7), row(8), row(9)));
    await elsewhere.withdraw(1);
    const { zip } = await elsewhere.exportZip();
    const { submissions } = elsewhere.state();

    const store = new MemoryStore();
    const first = await open(store);
    await first.refresh().catch(() => undefined);
    await first.empty(first.state().seen);
    for (const n of [1, 2, 3, 4])
      await take(first, `2017Q${n}_632200_complaints.csv`, csv(row(n, '2018-01-05'), row(10 + n, 'x')));
    await keptIn(store);

    const desk = await open(store);
    await answers(desk);
    await desk.empty(desk.state().seen);
    await desk.importZip(zip);
    const counts = (list: readonly Submission[]) => list.map((s) => [s.id, s.rowsRead, s.rowsAccepted, s.rowsRejected]);
    expect(counts(desk.state().submissions)).toEqual(counts(submissions));
    expect(counts((await Archive.open(store, await officeMark(qinghai))).submissions)).toEqual(counts(submissions));
  });

  it('gives way to originals that need its room', async () => {
    const store = new FullStore();
    await visited(store);
    const text = csv(...Array.from({ length: 2000 }, (_, i) => row(100 + i)));
    store.limit = store.size() + 20_000;
    const desk = await open(store);
    expect(await take(desk, '2017Q3_632200_complaints.csv', text)).toMatchObject({ outcome: 'accepted' });
  });

  it('is gone with the workspace', async () => {
    const { store } = await visited();
    const desk = await open(store);
    await desk.refresh();
    await desk.empty(desk.state().seen);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await store.list('cache/')).toEqual([]);
  });
});

async function keptOf(store: MemoryStore) {
  const of = rowsOf(PROGRAM, (await Archive.open(store, await officeMark(qinghai))).workspace ?? '', qinghai);
  const kept = await decodeRows((await store.read(ROWS)) as Blob, of);
  if (!kept) throw new Error('nothing is kept');
  return kept;
}
