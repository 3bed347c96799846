import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ArchiveError } from './errors';
import { MemoryStore } from './memory';
import { FolderStore } from './node/folder';
import { FaultyStore, FullStore, quotaError } from './testing/faultyStore';
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

describe('a damaged manifest', () => {
  /** Three submissions, one withdrawn, and the store they lie in. */
  const kept = async () => {
    const store = new MemoryStore();
    const archive = await openArchive(store);
    for (const text of ['a', 'b', 'c']) await add(archive, text, `2017Q3_632500_complaints_${text}.csv`);
    await archive.withdraw(2, '2017-10-10T00:00:00.000Z');
    return { store, before: archive.submissions };
  };
  const manifests = async (store: MemoryStore) => (await store.list('')).filter((n) => n.startsWith('manifest-'));
  const cut = async (store: MemoryStore, name: string) => {
    const text = (await (await store.read(name))?.text()) as string;
    await store.write(name, new Blob([text.slice(0, text.length / 2)]));
  };

  it.each([0, 1])('in one of its two places loses nothing (%i)', async (at) => {
    const { store, before } = await kept();
    await cut(store, (await manifests(store))[at] as string);
    const again = await openArchive(store);
    expect(again.submissions).toEqual(before);
    expect(again.rebuilt).toEqual({ submissions: 3, unnamed: 0 });
    expect(again.history.at(-1)).toMatchObject({ event: 'rebuilt' });
    expect((await openArchive(store)).rebuilt).toBeNull();
    expect((await add(again, 'd')).id).toBe(4);
  });

  it.each<[string, (store: MemoryStore, name: string) => Promise<void>]>([
    ['cut in half', cut],
    ['emptied', (store, name) => store.write(name, new Blob([]))],
    ['gone', (store, name) => store.remove(name)],
    ['of another program', (store, name) => store.write(name, new Blob(['{"name":"x"}']))],
  ])('in both places, %s, is made anew from what lies beside it', async (_, damage) => {
    const { store, before } = await kept();
    for (const name of await manifests(store)) await damage(store, name);
    const again = await openArchive(store);
    expect(again.begun).toBe(true);
    expect(again.submissions).toEqual(before);
    expect(await (await again.original(1)).text()).toBe('a');
    expect(again.rebuilt).toEqual({ submissions: 3, unnamed: 0 });
    expect(again.history.map((h) => h.event)).toEqual(['added', 'added', 'withdrawn', 'added', 'rebuilt']);
    expect((await add(again, 'd')).id).toBe(4);
  });

  it('beside an original that is gone too names the one that is missing', async () => {
    const { store, before } = await kept();
    for (const name of await manifests(store)) await store.remove(name);
    await store.remove(`originals/${before[0]?.sha256}`);
    const again = await openArchive(store);
    expect(again.submissions).toEqual(before);
    await expect(again.original(1)).rejects.toMatchObject({ code: 'original_missing' });
    expect((await openArchive(store)).submissions).toEqual(before);
  });

  it('with the lines beside it damaged too keeps the originals that nobody can name', async () => {
    const { store } = await kept();
    for (const name of [...(await manifests(store)), 'entries/1.json']) await cut(store, name);
    const again = await openArchive(store);
    expect(again.submissions.map((s) => s.id)).toEqual([2, 3]);
    expect(again.rebuilt).toEqual({ submissions: 2, unnamed: 1 });
    const reopened = await openArchive(store);
    const [sha256 = ''] = reopened.unnamed;
    expect(await (await reopened.unnamedOriginal(sha256)).text()).toBe('a');
    // Handed in again it has a name.
    await add(reopened, 'a');
    expect(reopened.unnamed).toEqual([]);
  });

  it('is not written over by a tab that is open, but told', async () => {
    const store = new MemoryStore();
    const archive = await openArchive(store);
    await add(archive, 'a', 'a.csv');
    for (const name of await manifests(store)) await store.write(name, new Blob(['x']));
    await expect(add(archive, 'b', 'b.csv')).rejects.toMatchObject({ code: 'manifest_damaged' });
    for (const name of await manifests(store)) await store.remove(name);
    await expect(add(archive, 'b', 'b.csv')).rejects.toMatchObject({ code: 'manifest_damaged' });
    expect((await openArchive(store)).submissions.map((s) => s.file)).toEqual(['a.csv']);
  });
});

it('of the first version, in one place, is taken over', async () => {
  const store = new MemoryStore();
  const { submission, content } = await fileOf('old');
  const old = { format: 'kaoping-archive', version: 1, workspace: 'w', nextId: 8 };
  const history = [{ at: submission.takenInAt, event: 'added', submission: 7, file: submission.file }];
  await store.write(`originals/${submission.sha256}`, content);
  await store.write(
    'manifest.json',
    new Blob([JSON.stringify({ ...old, submissions: [{ ...submission, id: 7 }], history })]),
  );
  const archive = await openArchive(store);
  expect([archive.workspace, archive.submissions]).toEqual(['w', [{ ...submission, id: 7 }]]);
  expect((await add(archive, 'new')).id).toBe(8);
  // A tab of the first version that is still open reads that this is not for it, and leaves everything as it is.
  expect(await (await store.read('manifest.json'))?.text()).toBe('{"format":"kaoping-archive","version":2}');
  expect((await openArchive(store)).submissions.map((s) => s.id)).toEqual([7, 8]);
});

it('collects what a killed intake left, and nothing else', async () => {
  const store = new MemoryStore();
  const archive = await openArchive(store);
  const { sha256 } = await add(archive, 'a');
  for (const name of [`originals/${'f'.repeat(64)}`, `originals/${sha256}.crswap`, 'entries/9.json', 'probe-x'])
    await store.write(name, new Blob(['left over']));
  await archive.cache.put('cells', 1);
  await openArchive(store);
  expect(await store.list('')).toEqual([
    'cache/cells',
    'cache/recent.json',
    'entries/1.json',
    'manifest-a.json',
    `originals/${sha256}`,
    'reserve.bin',
  ]);
});

it('refuses a manifest of a later version and leaves it as it is', async () => {
  const store = new MemoryStore();
  await store.write('manifest.json', new Blob([JSON.stringify({ format: 'kaoping-archive', version: 9 })]));
  await expect(openArchive(store)).rejects.toMatchObject({ code: 'manifest_newer' });
  expect(await store.list('')).toEqual(['manifest.json']);
});

describe('when a write fails', () => {
  const opened = async () => {
    const store = new FaultyStore();
    const archive = await openArchive(store);
    const held = await add(archive, 'held', 'held.csv');
    return { store, archive, held };
  };
  const unchanged = async (store: FaultyStore, held: unknown) => {
    expect((await openArchive(store)).submissions).toEqual([held]);
    expect(await store.list('originals/')).toHaveLength(1);
  };

  it('of an original: everything is as before', async () => {
    const { store, archive, held } = await opened();
    store.fault = (name) => (name.startsWith('originals/') ? new Error('unplugged') : undefined);
    await expect(add(archive, 'new', 'new.csv')).rejects.toMatchObject({
      code: 'write_failed',
      facts: { file: 'new.csv' },
    });
    expect(archive.submissions).toEqual([held]);
    await unchanged(store, held);
  });

  it('of the manifest, after the original: the original is taken back', async () => {
    const { store, archive, held } = await opened();
    store.fault = (name) => (name.startsWith('manifest-') ? new Error('unplugged') : undefined);
    await expect(add(archive, 'new', 'new.csv')).rejects.toMatchObject({ code: 'write_failed' });
    await unchanged(store, held);
    store.fault = () => undefined;
    expect((await add(archive, 'new', 'new.csv')).id).toBe(2);
  });

  it('of the manifest, the original being an old one: it stays', async () => {
    const { store, archive, held } = await opened();
    store.fault = (name) => (name.startsWith('manifest-') ? new Error('unplugged') : undefined);
    const { submission, content } = await fileOf('held');
    await expect(archive.add({ ...submission, period: '2017Q1' }, content)).rejects.toMatchObject({
      code: 'write_failed',
    });
    await unchanged(store, held);
  });

  it('of the second of two submissions of a file: keeps neither', async () => {
    const { store, archive, held } = await opened();
    const { submission, content } = await fileOf('two');
    const both = [submission, { ...submission, ledger: 'penalties' as const }];
    store.fault = (name) => (name.startsWith('entries/3') ? new Error('unplugged') : undefined);
    await expect(archive.addAll(both, content)).rejects.toMatchObject({ code: 'write_failed' });
    await unchanged(store, held);
    expect(await store.list('entries/')).toHaveLength(1);
    store.fault = () => undefined;
    expect(await archive.addAll(both, content)).toMatchObject([{ added: {} }, { added: {} }]);
  });

  it('because the disk is full: says so, and what to do', async () => {
    const { store, archive, held } = await opened();
    store.fault = quotaError;
    const error = (await add(archive, 'new', '新.csv').catch((e: unknown) => e)) as ArchiveError;
    expect(error.code).toBe('store_full');
    expect(error.message).toContain('磁盘空间不足，「新.csv」没有保存，已有数据未受影响');
    await unchanged(store, held);
    expect(archive.submissions).toEqual([held]);
  });

  it('because the disk is full: withdrawing and emptying work all the same', async () => {
    const store = new FullStore();
    const archive = await openArchive(store);
    for (let i = 0; i < 20; i++) await add(archive, `file ${i}`, `${i}.csv`);
    await (await openArchive(store)).cache.put('cells', [1]);
    // Not a byte more than what lies there now.
    store.limit = store.size();
    await expect(add(archive, 'more', 'more.csv')).rejects.toMatchObject({ code: 'store_full' });
    for (let id = 1; id <= 20; id++) expect((await archive.withdraw(id)).withdrawnAt).not.toBeNull();
    await archive.restore(1);
    expect((await openArchive(store)).submissions.filter((s) => !s.withdrawnAt)).toHaveLength(1);
    store.limit = store.size();
    await archive.refresh();
    await archive.empty(archive.seen);
    expect((await openArchive(store)).submissions).toEqual([]);
    expect(await store.list('originals/')).toEqual([]);
  });

  it('because the disk is full of what is derived: that gives way', async () => {
    const { store, archive } = await opened();
    expect(await archive.cache.put('cells', [1])).toBe(true);
    let full = true;
    store.fault = () => (full ? quotaError() : undefined);
    const remove = store.remove.bind(store);
    store.remove = async (name) => {
      await remove(name);
      full = false;
    };
    expect((await add(archive, 'new', 'new.csv')).id).toBe(2);
    expect(await archive.cache.get('cells')).toBeNull();
  });
});

it('is opened between two writes of another tab, never amid one', async () => {
  const store = new FaultyStore();
  const archive = await openArchive(store);
  let release = () => {};
  const write = store.write.bind(store);
  store.write = async (name, blob) => {
    if (name.startsWith('manifest-')) await new Promise<void>((resolve) => (release = resolve));
    await write(name, blob);
  };
  const adding = add(archive, 'a', 'a.csv');
  await expect.poll(() => store.writes.length).toBe(2);
  const opening = openArchive(store).then((opened) => opened.submissions.length);
  expect(await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, 50, 'waiting'))])).toBe('waiting');
  release();
  await adding;
  expect(await opening).toBe(1);
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
    expect(await store.list('cache/')).toHaveLength(8);
    // Bytes are not among those that come and go.
    expect(await (await cache.bytes('rows.bin'))?.text()).toBe('rows');
    await cache.removeBytes('rows.bin');
    expect(await cache.bytes('rows.bin')).toBeNull();
    expect(await cache.get('cells-19.json')).toBe(39);
    expect(await cache.get('cells-13.json')).toBeNull();
    expect(await cache.get('cells-14.json')).toBe(34);
  });
});
