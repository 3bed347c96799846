import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MemoryStore } from './memory';
import { FolderStore } from './node/folder';
import type { ByteStore } from './store';

const folders: string[] = [];
const folder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'kaoping-store-'));
  folders.push(path);
  return path;
};
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

const stores: [string, () => Promise<ByteStore>][] = [
  ['memory', async () => new MemoryStore()],
  ['folder', async () => new FolderStore(join(await folder(), 'not', 'yet', 'there'))],
];

describe.each(stores)('%s store', (_name, make) => {
  it('keeps, replaces, lists and removes', async () => {
    const store = await make();
    expect(await store.read('manifest.json')).toBeNull();
    expect(await store.list('')).toEqual([]);
    await store.write('manifest.json', new Blob(['one']));
    await store.write('originals/b', new Blob(['b']));
    await store.write('originals/a', new Blob(['甲']));
    await store.write('manifest.json', new Blob(['two']));
    expect(await (await store.read('manifest.json'))?.text()).toBe('two');
    expect(await (await store.read('originals/a'))?.text()).toBe('甲');
    expect(await store.list('originals/')).toEqual(['originals/a', 'originals/b']);
    await store.remove('originals/a');
    await store.remove('originals/a');
    expect(await store.list('')).toEqual(['manifest.json', 'originals/b']);
  });

  it('keeps a large blob byte for byte', async () => {
    const store = await make();
    const bytes = new Uint8Array(3_000_001).map((_, i) => (i * 7919) % 251);
    await store.write('originals/large', new Blob([bytes]));
    const held = new Uint8Array(await ((await store.read('originals/large')) as Blob).arrayBuffer());
    expect(Buffer.compare(held, bytes)).toBe(0);
  });

  it('treats an empty blob as none', async () => {
    const store = await make();
    await store.write('a', new Blob(['a']));
    await store.write('a', new Blob([]));
    expect(await store.read('a')).toBeNull();
    expect(await store.list('')).toEqual([]);
  });

  it.each(['', '..', '../a', '/etc/passwd', 'a//b', 'a/../b', '.hidden', 'a\\b', 'a/'])(
    'refuses the name %j',
    async (name) => {
      await expect((await make()).write(name, new Blob(['x']))).rejects.toThrow(RangeError);
    },
  );
});

describe('folder store', () => {
  it('keeps the old bytes and leaves no draft when a write fails half-way', async () => {
    const path = await folder();
    const store = new FolderStore(path);
    await store.write('manifest.json', new Blob(['old']));
    const failing = new Blob(['new']);
    Object.defineProperty(failing, 'stream', {
      value: () =>
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('ne'));
          },
          pull() {
            throw new Error('unplugged');
          },
        }),
    });
    await expect(store.write('manifest.json', failing)).rejects.toThrow('unplugged');
    expect(await (await store.read('manifest.json'))?.text()).toBe('old');
    expect(await readdir(path)).toEqual(['manifest.json']);
  });

  it('does not list what a killed process left half-written', async () => {
    const path = await folder();
    await writeFile(join(path, '.0123456789abcdef'), 'half');
    expect(await new FolderStore(path).list('')).toEqual([]);
  });
});
