import { BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { type Exported, exportZip } from './exportZip';
import { readZip } from './importZip';
import { MemoryStore } from './memory';
import { FaultyStore, quotaError } from './testing/faultyStore';
import { addFile, OFFICE, openArchive } from './testing/submissions';
import { earlierZip, gbkOf, importZip, packed, refusal, sample, unpacked, zipOf } from './testing/zips';

describe('round trip', () => {
  it('gives the same submissions and the same bytes, in a workspace of its own', async () => {
    const archive = await sample();
    const store = new MemoryStore();
    const other = await openArchive(store);
    await importZip(other, await zipOf(archive));
    const again = await openArchive(store);
    for (const imported of [other, again]) {
      expect(imported.submissions).toEqual(archive.submissions);
      expect(imported.history.slice(0, -1)).toEqual(archive.history);
      expect(imported.history.at(-1)).toMatchObject({ event: 'imported' });
    }
    // Another identity: a tab that holds the rows of the first must not take them for these.
    expect(other.workspace).not.toBe(archive.workspace);
    for (const { id } of archive.submissions)
      expect(await (await other.original(id)).text()).toBe(await (await archive.original(id)).text());
  });

  it('gives the same zip of the same archive', async () => {
    const archive = await sample();
    const [one, two] = [await zipOf(archive), await zipOf(archive)];
    expect(Buffer.compare(Buffer.from(await one.arrayBuffer()), Buffer.from(await two.arrayBuffer()))).toBe(0);
  });

  it('gives the same zip in another zone', async () => {
    const archive = await sample();
    const zone = process.env.TZ;
    const bytesIn = async (TZ: string) => {
      process.env.TZ = TZ;
      return Buffer.from(await (await zipOf(archive)).arrayBuffer());
    };
    try {
      expect((await bytesIn('Asia/Shanghai')).equals(await bytesIn('America/Los_Angeles'))).toBe(true);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('survives being unpacked and packed again by another tool', async () => {
    const archive = await sample();
    const files = await unpacked(await zipOf(archive));
    const other = await openArchive(new MemoryStore());
    await importZip(other, packed({ '原文件/': new Uint8Array(0), ...files }));
    expect(other.submissions).toEqual(archive.submissions);
  });

  it('survives a Mac, which takes names apart', async () => {
    const archive = await openArchive(new MemoryStore());
    await addFile(archive, 'a', 'r\u00e9sum\u00e9.csv');
    const files = Object.entries(await unpacked(await zipOf(archive))).map(([name, bytes]) => [
      name.normalize('NFD'),
      bytes,
    ]);
    const other = await openArchive(new MemoryStore());
    await importZip(other, packed(Object.fromEntries(files)));
    expect(other.submissions).toEqual(archive.submissions);
  });

  it('survives a Chinese Windows, which writes names in GBK and does not say so', async () => {
    const archive = await sample();
    const writer = new ZipWriter(new BlobWriter(), { useUnicodeFileNames: false, encodeText: gbkOf });
    for (const [name, bytes] of Object.entries(await unpacked(await zipOf(archive))))
      await writer.add(name, new Uint8ArrayReader(bytes));
    const other = await openArchive(new MemoryStore());
    await importZip(other, await writer.close());
    expect(other.submissions).toEqual(archive.submissions);
  });

  it('of an empty archive', async () => {
    const archive = await openArchive(new MemoryStore());
    await archive.empty(archive.seen);
    const other = await openArchive(new MemoryStore());
    await importZip(other, await zipOf(archive));
    expect([other.begun, other.submissions]).toEqual([true, []]);
  });

  it('gives numbers that were never given before, here or there', async () => {
    const store = new MemoryStore();
    const archive = await openArchive(store);
    for (const text of ['a', 'b', 'c', 'd', 'e']) await addFile(archive, text, `${text}.csv`);
    await archive.empty(archive.seen);
    await importZip(archive, await zipOf(await sample()));
    expect((await addFile(archive, 'x', 'x.csv')).id).toBe(6);
  });

  it('carries what is sound, and names what is not, in the zip too', async () => {
    const store = new MemoryStore();
    const archive = await openArchive(store);
    const [gone, sound, altered] = [
      await addFile(archive, 'gone', '缺失.csv'),
      await addFile(archive, 'sound', '完好.csv'),
      await addFile(archive, 'altered', '改动.csv'),
    ];
    await store.remove(`originals/${gone.sha256}`);
    await store.write(`originals/${altered.sha256}`, new Blob(['ALTERED']));
    const exported: Exported = await exportZip(archive, qinghai);
    expect(exported.count).toBe(1);
    expect(exported.left.map((l) => l.submission.file)).toEqual(['缺失.csv', '改动.csv']);
    const files = await unpacked(exported.zip);
    const list = strFromU8(files['未能导出的报送.txt'] as Uint8Array);
    expect(list).toMatch(
      /缺失\.csv（632500 2017Q3 complaints，SHA-256 [0-9a-f]{64}）：「缺失\.csv」的原始文件不在本机/,
    );
    expect(list).toContain('改动.csv');
    const other = await openArchive(new MemoryStore());
    const read = await readZip(exported.zip, OFFICE);
    expect(read.left.map((l) => l.submission.id)).toEqual([gone.id, altered.id]);
    await importZip(other, exported.zip);
    expect(other.submissions).toEqual([sound]);
  });

  it('carries the originals without a name', async () => {
    const store = new MemoryStore();
    const archive = await openArchive(store);
    await addFile(archive, 'named', 'named.csv');
    await addFile(archive, 'nameless', 'nameless.csv');
    for (const name of [...(await store.list('manifest-')), 'entries/2.json']) await store.write(name, new Blob(['x']));
    const damaged = await openArchive(store);
    const other = await openArchive(new MemoryStore());
    await importZip(other, await zipOf(damaged));
    expect(other.unnamed).toEqual(damaged.unnamed);
    expect(await (await other.unnamedOriginal(other.unnamed[0] as string)).text()).toBe('nameless');
  });

  it('begins the workspace before anything of an import lies there: what is killed is a leftover, not half of it', async () => {
    const zip = await zipOf(await sample());
    const store = new FaultyStore();
    await importZip(await openArchive(store), zip);
    expect(store.writes[0]).toMatch(/^manifest-/);
  });

  it('says how far it is, and stops where the person cancels', async () => {
    const archive = await sample();
    const told: number[] = [];
    const { zip } = await exportZip(archive, qinghai, { onProgress: (share) => told.push(share) });
    await readZip(zip, OFFICE, { onProgress: (share) => told.push(share) });
    expect(told).toHaveLength(6);
    expect(Math.max(...told)).toBeLessThanOrEqual(1);
    const signal = AbortSignal.abort();
    await expect(exportZip(archive, qinghai, { signal })).rejects.toThrow(/abort/i);
    await expect(readZip(zip, OFFICE, { signal })).rejects.toThrow(/abort/i);
  });
});

describe('a zip of an earlier version', () => {
  it.each([1, 2] as const)('(%i), its originals under their hash, is taken in as ever', async (version) => {
    const archive = await sample();
    const other = await openArchive(new MemoryStore());
    await importZip(other, await earlierZip(archive, version));
    expect(other.submissions).toEqual(archive.submissions);
    for (const { id } of archive.submissions)
      expect(await (await other.original(id)).text()).toBe(await (await archive.original(id)).text());
  });

  it('is checked as ever', async () => {
    const files = await unpacked(await earlierZip(await sample(), 2));
    const name = Object.keys(files).find((n) => n.startsWith('originals/')) as string;
    (files[name] as Uint8Array)[3] = 0;
    expect(await refusal(packed(files))).toMatchObject({ code: 'zip_altered', facts: { detail: 'SHA-256 不符' } });
    delete files[name];
    expect(await refusal(packed(files))).toMatchObject({ code: 'zip_altered', facts: { detail: '缺少原始文件' } });
  });

  it('tells what it lacked', async () => {
    const archive = await sample();
    const files = await unpacked(await earlierZip(archive, 2));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
    const left = [{ submission: manifest.submissions[0], reason: '缺失' }];
    files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, left }));
    expect((await readZip(packed(files), OFFICE)).left).toEqual(left);
    files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, left: [{ submission: 'x' }] }));
    expect((await refusal(packed(files))).code).toBe('zip_foreign');
  });
});

it('takes back what it wrote when the disk fills up during an import', async () => {
  const zip = await zipOf(await sample());
  const store = new FaultyStore();
  const archive = await openArchive(store);
  store.fault = (name) => (name.startsWith('manifest-') ? quotaError() : undefined);
  await expect(importZip(archive, zip)).rejects.toMatchObject({ code: 'store_full' });
  expect(await store.list('')).toEqual([]);
  expect(archive.begun).toBe(false);
});
