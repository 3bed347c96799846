import { describe, expect, it, vi } from 'vitest';
import type { MemoryStore } from '../archive/memory';
import type { Database } from '../engine/port';
import { QueryError } from '../engine/queryError';
import type { DeskParts } from './deskParts';
import { encodeRows } from './keptRows';
import { AS_OF, NAME, reader, until } from './testing/desks';
import {
  answers,
  counting,
  keptOf,
  OTHER,
  open,
  openDatabase,
  originalOf,
  ROWS,
  take,
  visited,
} from './testing/visits';

describe('the next visit, where what was kept is in doubt', () => {
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

  it.each<[string, string, boolean]>([
    ['is gone', OTHER, true],
    ['is altered', OTHER, false],
    ['is gone, of a replaced version', NAME, true],
    ['is altered, of a replaced version', NAME, false],
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
});
