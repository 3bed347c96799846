import { describe, expect, it } from 'vitest';
import type { ArchiveError } from './errors';
import { MemoryStore } from './memory';
import { FaultyStore, FullStore, quotaError } from './testing/faultyStore';
import { addFile as add, fileOf, openArchive } from './testing/submissions';

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
