import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MemoryStore } from './memory';
import { FolderStore } from './node/folder';
import { FaultyStore, quotaError } from './testing/faultyStore';
import { addFile as add, fileOf, openArchive } from './testing/submissions';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

const stores: [string, () => Promise<MemoryStore | FolderStore>][] = [
  ['memory', async () => new MemoryStore()],
  [
    'folder',
    async () => {
      const path = await mkdtemp(join(tmpdir(), 'kaoping-archive-'));
      folders.push(path);
      return new FolderStore(path);
    },
  ],
];

describe.each(stores)('archive in a %s store', (_name, make) => {
  it('is empty and not begun where nothing was kept', async () => {
    const store = await make();
    const archive = await openArchive(store);
    expect(archive.begun).toBe(false);
    expect(archive.submissions).toEqual([]);
    expect(await store.list('')).toEqual([]);
  });

  it('keeps what was answered of a file', async () => {
    const answers = {
      encoding: 'gb18030',
      alike_columns: 'others',
      day_month_order: 'day_first',
      two_digit_year: '20yy',
      same_as_above: 'above',
      complaints_sheets: '0,3,12',
      penalties_sheets: 'all',
      fine_yuan_unit: '万元',
      goods_value_yuan_unit: '元',
    } as const;
    const store = await make();
    const { submission, content } = await fileOf('x');
    await (await openArchive(store)).add({ ...submission, answers }, content);
    expect((await openArchive(store)).submissions).toMatchObject([{ answers }]);
  });

  it('is there again after opening: submissions, history, bytes', async () => {
    const store = await make();
    const archive = await openArchive(store);
    const first = await add(archive, '编号\n1\n');
    const second = await add(archive, '编号\n2\n', '2017Q3_632500_complaints_v2.csv');
    await archive.withdraw(first.id, '2017-10-10T00:00:00.000Z');
    const again = await openArchive(store);
    expect(again.begun).toBe(true);
    expect(again.workspace).toBe(archive.workspace);
    expect(again.submissions).toEqual([{ ...first, withdrawnAt: '2017-10-10T00:00:00.000Z' }, second]);
    expect(again.history.map((h) => [h.event, h.submission])).toEqual([
      ['added', 1],
      ['added', 2],
      ['withdrawn', 1],
    ]);
    expect(await (await again.original(second.id)).text()).toBe('编号\n2\n');
    expect(await (await again.original(first.id)).text()).toBe('编号\n1\n');
    expect((await again.restore(first.id)).withdrawnAt).toBeNull();
    expect((await openArchive(store)).submissions).toEqual([first, second]);
  });

  it('keeps the same bytes once', async () => {
    const store = await make();
    const archive = await openArchive(store);
    const { submission, content } = await fileOf('same');
    await archive.add(submission, content);
    await archive.add({ ...submission, period: '2017Q2', file: 'b.csv' }, content);
    expect(await store.list('originals/')).toHaveLength(1);
    expect(archive.submissions.map((s) => s.period)).toEqual(['2017Q3', '2017Q2']);
  });

  it('keeps a file of several submissions whole, and not again what is here', async () => {
    const store = await make();
    const archive = await openArchive(store);
    const { submission, content } = await fileOf('same');
    const other = { ...submission, ledger: 'penalties' as const };
    await archive.add(submission, content);
    const outcomes = await archive.addAll([submission, other], content);
    expect(outcomes).toMatchObject([{ same: { id: 1 } }, { added: { id: 2, ledger: 'penalties' } }]);
    expect((await openArchive(store)).history.map((h) => h.submission)).toEqual([1, 2]);
    expect(await store.list('originals/')).toHaveLength(1);
  });

  it('takes the same file for the same unit, period and ledger once, whichever tab asks', async () => {
    const store = await make();
    const [one, other] = [await openArchive(store), await openArchive(store)];
    const { submission, content } = await fileOf('same');
    const results = await Promise.all([one.add(submission, content), other.add(submission, content)]);
    expect(results.map((r) => 'added' in r)).toEqual([true, false]);
    expect((await openArchive(store)).submissions).toHaveLength(1);
    // Once it is withdrawn it may come again, under a number of its own.
    await one.withdraw(1);
    expect(await other.add(submission, content)).toMatchObject({ added: { id: 2 } });
    await expect(one.restore(1)).rejects.toMatchObject({ code: 'same_stands' });
  });

  it('loses nothing when two tabs add at the same time', async () => {
    const store = await make();
    const [one, other] = [await openArchive(store), await openArchive(store)];
    await Promise.all([
      add(one, 'a', 'a.csv'),
      add(other, 'b', 'b.csv'),
      add(one, 'c', 'c.csv'),
      add(other, 'd', 'd.csv'),
    ]);
    await one.refresh();
    expect(one.submissions.map((s) => s.file).sort()).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.csv']);
    expect(new Set(one.submissions.map((s) => s.id)).size).toBe(4);
  });

  it('begins a new workspace when emptied and leaves it when discarded', async () => {
    const store = await make();
    const archive = await openArchive(store);
    await add(archive, 'a');
    await archive.cache.put('cells', { a: 1 });
    const before = archive.workspace;
    await archive.empty(archive.seen);
    expect((await store.list('')).filter((n) => !n.startsWith('manifest-'))).toEqual(['reserve.bin']);
    const again = await openArchive(store);
    expect([again.begun, again.submissions.length]).toEqual([true, 0]);
    expect(again.workspace).not.toBe(before);
    // No number is ever given twice, also not to what comes after emptying.
    expect((await add(again, 'b')).id).toBe(2);
    await expect(again.discard(again.seen)).rejects.toMatchObject({ code: 'not_empty' });
    await again.empty(again.seen);
    await again.discard(again.seen);
    expect((await openArchive(store)).begun).toBe(false);
    expect(await store.list('')).toEqual([]);
  });

  it('destroys nothing that the tab has not seen', async () => {
    const store = await make();
    const [one, stale] = [await openArchive(store), await openArchive(store)];
    const { seen } = stale;
    await add(one, 'a', 'a.csv');
    await expect(stale.empty(seen)).rejects.toMatchObject({ code: 'changed_elsewhere' });
    await expect(stale.discard(seen)).rejects.toMatchObject({ code: 'changed_elsewhere' });
    // The refusal has shown it what is there; what it saw before is still not enough.
    expect(stale.submissions).toHaveLength(1);
    await add(one, 'b', 'b.csv');
    await expect(stale.empty(stale.seen)).rejects.toMatchObject({ code: 'changed_elsewhere' });
    expect((await openArchive(store)).submissions).toHaveLength(2);
    await one.empty(one.seen);
    await expect(stale.withdraw(1)).rejects.toMatchObject({ code: 'changed_elsewhere' });
  });
});

describe('originals', () => {
  it('are missed and mistrusted by name, and mended by the same file', async () => {
    const store = new MemoryStore();
    const archive = await openArchive(store);
    const added = await add(archive, 'abc', '海南州.csv');
    const { id, sha256 } = added;
    const content = new Blob(['abc']);
    expect(await archive.mend(added, content, '2017-10-10T00:00:00.000Z')).toBe(false);
    for (const damaged of ['abd', 'abcd', '']) {
      await store.write(`originals/${sha256}`, new Blob([damaged]));
      const code = damaged ? 'original_altered' : 'original_missing';
      await expect(archive.original(id)).rejects.toMatchObject({ code, facts: { file: '海南州.csv' } });
      expect(await archive.mend(added, content, '2017-10-10T00:00:00.000Z')).toBe(true);
      expect(await (await archive.original(id)).text()).toBe('abc');
    }
    expect(archive.history.map((h) => h.event)).toEqual(['added', 'mended', 'mended', 'mended']);
  });

  it('that are damaged give way to the same file handed in after a withdrawal', async () => {
    const store = new MemoryStore();
    const archive = await openArchive(store);
    const { id, sha256 } = await add(archive, 'abc');
    await store.write(`originals/${sha256}`, new Blob(['abd']));
    await archive.withdraw(id);
    const again = await add(archive, 'abc');
    expect(await (await archive.original(again.id)).text()).toBe('abc');
  });

  it('are not taken with a size that is not theirs', async () => {
    const archive = await openArchive(new MemoryStore());
    const { submission } = await fileOf('abc');
    await expect(archive.add(submission, new Blob(['ab']))).rejects.toThrow(RangeError);
  });
});

it('recounts what the manifest has wrong, and writes nothing where it is right', async () => {
  const store = new FaultyStore();
  const archive = await openArchive(store);
  const { id } = await add(archive, 'abc');
  const writes = store.writes.length;
  await archive.recount(new Map([[id, { rowsRead: 2, rowsAccepted: 2, rowsRejected: 0 }]]));
  expect(store.writes).toHaveLength(writes);
  await archive.recount(new Map([[id, { rowsRead: 5, rowsAccepted: 4, rowsRejected: 1 }]]));
  expect((await openArchive(store)).submission(id)).toMatchObject({ rowsRead: 5, rowsAccepted: 4, rowsRejected: 1 });
});

describe('cache', () => {
  it('gives back JSON, null for nothing and for rubbish', async () => {
    const store = new FaultyStore();
    const { cache } = await openArchive(store);
    expect(await cache.get('cells')).toBeNull();
    expect(await cache.put('cells', { asOf: '2018-01-10', n: [1, 2] })).toBe(true);
    expect(await cache.get('cells')).toEqual({ asOf: '2018-01-10', n: [1, 2] });
    await store.write('cache/cells', new Blob(['{']));
    expect(await cache.get('cells')).toBeNull();
    store.fault = quotaError;
    expect(await cache.put('cells', 1)).toBe(false);
  });

  it('keeps the few put last', async () => {
    const store = new MemoryStore();
    const { cache } = await openArchive(store);
    expect(await cache.putBytes('rows.bin', new Blob(['rows']))).toBe(true);
    for (let i = 0; i < 40; i++) await cache.put(`cells-${i % 20}.json`, i);
    expect(await store.list('cache/')).toHaveLength(9);
    // Bytes are not among those that come and go.
    expect(await (await cache.bytes('rows.bin'))?.text()).toBe('rows');
    await cache.removeBytes('rows.bin');
    expect(await cache.bytes('rows.bin')).toBeNull();
    expect(await cache.get('cells-19.json')).toBe(39);
    expect(await cache.get('cells-12.json')).toBeNull();
    expect(await cache.get('cells-13.json')).toBe(33);
  });
});
