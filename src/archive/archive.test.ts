import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Archive } from './archive';
import { ArchiveError } from './errors';
import { MemoryStore } from './memory';
import { FolderStore } from './node/folder';
import { FaultyStore, quotaError } from './testing/faultyStore';
import { fileOf } from './testing/submissions';

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

const add = async (archive: Archive, text: string, file?: string) => {
  const { submission, content } = await fileOf(text, file);
  return archive.add(submission, content);
};

describe.each(stores)('archive in a %s store', (_name, make) => {
  it('is empty and not begun where nothing was kept', async () => {
    const store = await make();
    const archive = await Archive.open(store);
    expect(archive.begun).toBe(false);
    expect(archive.submissions).toEqual([]);
    expect(await store.list('')).toEqual([]);
  });

  it('is there again after opening: submissions, history, bytes', async () => {
    const store = await make();
    const archive = await Archive.open(store);
    const first = await add(archive, '编号\n1\n');
    const second = await add(archive, '编号\n2\n', '2017Q3_632500_complaints_v2.csv');
    await archive.withdraw(first.id, '2017-10-10T00:00:00.000Z');
    const again = await Archive.open(store);
    expect(again.begun).toBe(true);
    expect(again.workspace).toBe(archive.workspace);
    expect(again.submissions).toEqual([{ ...first, withdrawnAt: '2017-10-10T00:00:00.000Z' }, second]);
    expect(again.history.map((h) => [h.event, h.submission])).toEqual([
      ['added', 1],
      ['added', 2],
      ['withdrawn', 1],
    ]);
    expect(await (await again.original(second.id)).text()).toBe('编号\n2\n');
    await again.verify(first.id);
    expect((await again.restore(first.id)).withdrawnAt).toBeNull();
    expect((await Archive.open(store)).submissions).toEqual([first, second]);
  });

  it('keeps the same bytes once', async () => {
    const store = await make();
    const archive = await Archive.open(store);
    await add(archive, 'same', 'a.csv');
    await add(archive, 'same', 'b.csv');
    expect(await store.list('originals/')).toHaveLength(1);
    expect(archive.submissions.map((s) => s.file)).toEqual(['a.csv', 'b.csv']);
  });

  it('loses nothing when two tabs add at the same time', async () => {
    const store = await make();
    const [one, other] = [await Archive.open(store), await Archive.open(store)];
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
    const archive = await Archive.open(store);
    await add(archive, 'a');
    await archive.cache.put('cells', { a: 1 });
    const before = archive.workspace;
    await archive.empty();
    expect(await store.list('')).toEqual(['manifest.json']);
    const again = await Archive.open(store);
    expect([again.begun, again.submissions.length]).toEqual([true, 0]);
    expect(again.workspace).not.toBe(before);
    await again.discard();
    expect((await Archive.open(store)).begun).toBe(false);
    expect(await store.list('')).toEqual([]);
  });

  it('refuses a damaged manifest and leaves the bytes as they are', async () => {
    const store = await make();
    await store.write('manifest.json', new Blob(['{"format":"kaoping-archive","version":1,"workspace":']));
    await store.write('originals/a', new Blob(['a']));
    const error = await Archive.open(store).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ArchiveError);
    expect((error as ArchiveError).code).toBe('manifest_damaged');
    expect((error as ArchiveError).message).toContain('报送目录已损坏');
    expect(await store.list('')).toEqual(['manifest.json', 'originals/a']);
    expect((await Archive.reset(store)).submissions).toEqual([]);
    expect(await store.list('')).toEqual(['manifest.json']);
  });
});

const manifests: [string, unknown, string][] = [
  ['of a later version', { format: 'kaoping-archive', version: 2 }, 'manifest_newer'],
  ['of something else', { name: 'kaoping', version: 1 }, 'manifest_damaged'],
  [
    'with an impossible next id',
    {
      format: 'kaoping-archive',
      version: 1,
      workspace: 'w',
      nextId: 0,
      submissions: [],
      history: [],
    },
    'manifest_damaged',
  ],
];

it.each(manifests)('refuses a manifest %s', async (_what, content, code) => {
  const store = new MemoryStore();
  await store.write('manifest.json', new Blob([JSON.stringify(content)]));
  await expect(Archive.open(store)).rejects.toMatchObject({ code });
});

describe('when a write fails', () => {
  const opened = async () => {
    const store = new FaultyStore();
    const archive = await Archive.open(store);
    const held = await add(archive, 'held', 'held.csv');
    return { store, archive, held };
  };
  const unchanged = async (store: FaultyStore, held: unknown) => {
    expect((await Archive.open(store)).submissions).toEqual([held]);
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
    store.fault = (name) => (name === 'manifest.json' ? new Error('unplugged') : undefined);
    await expect(add(archive, 'new', 'new.csv')).rejects.toMatchObject({ code: 'write_failed' });
    expect(store.writes.at(-1)).toMatch(/^originals\//);
    await unchanged(store, held);
    store.fault = () => undefined;
    expect((await add(archive, 'new', 'new.csv')).id).toBe(2);
  });

  it('of the manifest, the original being an old one: it stays', async () => {
    const { store, archive, held } = await opened();
    store.fault = (name) => (name === 'manifest.json' ? new Error('unplugged') : undefined);
    await expect(add(archive, 'held', 'copy.csv')).rejects.toMatchObject({ code: 'write_failed' });
    await unchanged(store, held);
  });

  it('because the disk is full: says so, and what to do', async () => {
    const { store, archive, held } = await opened();
    store.fault = quotaError;
    const error = (await add(archive, 'new', '新.csv').catch((e: unknown) => e)) as ArchiveError;
    expect(error.code).toBe('store_full');
    expect(error.message).toContain('磁盘空间不足，「新.csv」没有保存，已有数据未受影响');
    await unchanged(store, held);
    await expect(archive.withdraw(1)).rejects.toMatchObject({ code: 'store_full' });
    expect(archive.submissions).toEqual([held]);
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
  const archive = await Archive.open(store);
  let release = () => {};
  const write = store.write.bind(store);
  store.write = async (name, blob) => {
    if (name === 'manifest.json') await new Promise<void>((resolve) => (release = resolve));
    await write(name, blob);
  };
  const adding = add(archive, 'a', 'a.csv');
  await expect.poll(() => store.writes.length).toBe(1);
  const opening = Archive.open(store).then((opened) => opened.submissions.length);
  expect(await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, 50, 'waiting'))])).toBe('waiting');
  release();
  await adding;
  expect(await opening).toBe(1);
});

describe('originals', () => {
  it('are missed and mistrusted by name', async () => {
    const store = new MemoryStore();
    const archive = await Archive.open(store);
    const { id, sha256 } = await add(archive, 'abc', '海南州.csv');
    await store.write(`originals/${sha256}`, new Blob(['abd']));
    await expect(archive.verify(id)).rejects.toMatchObject({ code: 'original_altered', facts: { file: '海南州.csv' } });
    await store.write(`originals/${sha256}`, new Blob(['abcd']));
    await expect(archive.original(id)).rejects.toMatchObject({ code: 'original_altered' });
    await store.remove(`originals/${sha256}`);
    await expect(archive.original(id)).rejects.toMatchObject({ code: 'original_missing' });
    // Taking the same file in again heals it.
    await add(archive, 'abc', '海南州.csv');
    await archive.verify(id);
  });

  it('are not taken with a size that is not theirs', async () => {
    const archive = await Archive.open(new MemoryStore());
    const { submission } = await fileOf('abc');
    await expect(archive.add(submission, new Blob(['ab']))).rejects.toThrow(RangeError);
  });
});

describe('cache', () => {
  it('gives back JSON, null for nothing and for rubbish', async () => {
    const store = new FaultyStore();
    const { cache } = await Archive.open(store);
    expect(await cache.get('cells')).toBeNull();
    expect(await cache.put('cells', { asOf: '2018-01-10', n: [1, 2] })).toBe(true);
    expect(await cache.get('cells')).toEqual({ asOf: '2018-01-10', n: [1, 2] });
    await store.write('cache/cells', new Blob(['{']));
    expect(await cache.get('cells')).toBeNull();
    store.fault = quotaError;
    expect(await cache.put('cells', 1)).toBe(false);
  });
});
