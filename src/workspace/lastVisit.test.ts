import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { Archive } from '../archive/archive';
import { MemoryStore } from '../archive/memory';
import { officeMark } from '../archive/officeMark';
import { FaultyStore, FullStore, quotaError } from '../archive/testing/faultyStore';
import type { Submission } from '../domain/submission';
import { csv, NAME, row, until } from './testing/desks';
import { answers, counting, keptIn, open, openDatabase, ROWS, take, visited } from './testing/visits';

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

  it('keeps nothing where there is no room, and loses nothing over it', async () => {
    const store = new FaultyStore();
    store.fault = (name) => (name === ROWS ? quotaError() : undefined);
    const desk = await open(store);
    await desk.refresh().catch(() => undefined);
    await desk.empty(desk.state().seen);
    await take(desk, NAME, csv(row(1), row(2)));
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
