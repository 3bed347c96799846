import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Archive } from './archive';
import { exportZip, importZip } from './bundle';
import { MemoryStore } from './memory';
import { FaultyStore, quotaError } from './testing/faultyStore';
import { fileOf } from './testing/submissions';

type Files = Record<string, Uint8Array>;

async function sample() {
  const archive = await Archive.open(new MemoryStore());
  const texts = ['编号,类型\n1,投诉\n2,举报\n', `${'编号,类型\n'.repeat(40_000)}`, 'PAR1 not really'];
  for (const [i, text] of texts.entries()) {
    const { submission, content } = await fileOf(text, `2017Q${i + 1}/西宁市_投诉举报台账.csv`);
    await archive.add({ ...submission, encoding: i === 2 ? 'parquet' : 'gb18030' }, content);
  }
  await archive.withdraw(2, '2017-11-01T00:00:00.000Z');
  return archive;
}

const unpacked = async (zip: Blob): Promise<Files> => unzipSync(new Uint8Array(await zip.arrayBuffer()));
const packed = (files: Files): Blob => new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);

/** Imports into a fresh store; gives the error's code and shows that nothing was written. */
async function refusal(zip: Blob): Promise<{ code: string; message: string }> {
  const store = new FaultyStore();
  const error = await importZip(await Archive.open(store), zip).catch((e: unknown) => e);
  expect(store.writes).toEqual([]);
  return error as { code: string; message: string };
}

describe('round trip', () => {
  it('gives the same manifest and the same bytes', async () => {
    const archive = await sample();
    const zip = await exportZip(archive);
    const store = new MemoryStore();
    const other = await Archive.open(store);
    await importZip(other, zip);
    expect(other.snapshot()).toEqual(archive.snapshot());
    expect((await Archive.open(store)).snapshot()).toEqual(archive.snapshot());
    for (const { id } of archive.submissions) {
      await other.verify(id);
      expect(await (await other.original(id)).text()).toBe(await (await archive.original(id)).text());
    }
  });

  it('survives being unpacked and packed again by another tool', async () => {
    const archive = await sample();
    const files = await unpacked(await exportZip(archive));
    const other = await Archive.open(new MemoryStore());
    await importZip(other, packed({ 'originals/': new Uint8Array(0), ...files }));
    expect(other.snapshot()).toEqual(archive.snapshot());
  });

  it('of an empty archive', async () => {
    const archive = await Archive.open(new MemoryStore());
    await archive.empty();
    const other = await Archive.open(new MemoryStore());
    await importZip(other, await exportZip(archive));
    expect([other.begun, other.workspace]).toEqual([true, archive.workspace]);
  });

  it('does not put an altered original into an export', async () => {
    const store = new MemoryStore();
    const archive = await Archive.open(store);
    const { submission, content } = await fileOf('abc');
    await archive.add(submission, content);
    await store.remove(`originals/${submission.sha256}`);
    await expect(exportZip(archive)).rejects.toMatchObject({ code: 'original_missing' });
  });
});

describe('refused, with nothing written', () => {
  const exported = async () => unpacked(await exportZip(await sample()));
  const firstOriginal = (files: Files) => Object.keys(files).find((n) => n.startsWith('originals/')) as string;
  const manifestWith = (files: Files, change: (m: Record<string, never>) => unknown) =>
    strToU8(JSON.stringify(change(JSON.parse(strFromU8(files['manifest.json'] as Uint8Array)))));

  it('a zip of something else', async () => {
    const { code, message } = await refusal(packed({ 'report.txt': strToU8('hello') }));
    expect(code).toBe('zip_foreign');
    expect(message).toContain('不是本系统导出的压缩包');
    expect((await refusal(packed({ 'manifest.json': strToU8('{"name":"x"}') }))).code).toBe('zip_foreign');
  });

  it('what is no zip, and one that ends early', async () => {
    expect((await refusal(new Blob(['no zip']))).code).toBe('zip_unreadable');
    expect((await refusal(new Blob([]))).code).toBe('zip_unreadable');
    const zip = await exportZip(await sample());
    expect((await refusal(zip.slice(0, zip.size - 100))).code).toBe('zip_unreadable');
  });

  it('one with a changed byte', async () => {
    const files = await exported();
    const name = firstOriginal(files);
    (files[name] as Uint8Array)[3] = ((files[name] as Uint8Array)[3] as number) ^ 1;
    const { code, message } = await refusal(packed(files));
    expect(code).toBe('zip_altered');
    expect(message).toContain('SHA-256 不符');
  });

  it('one with an original missing, longer, or too many', async () => {
    const files = await exported();
    const name = firstOriginal(files);
    const { [name]: held, ...rest } = files as Files & Record<string, Uint8Array>;
    expect(await refusal(packed(rest))).toMatchObject({ code: 'zip_altered', facts: { detail: '缺少原始文件' } });
    const longer = new Uint8Array([...(held as Uint8Array), 0]);
    expect(await refusal(packed({ ...files, [name]: longer }))).toMatchObject({
      code: 'zip_altered',
      facts: { detail: '大小不符' },
    });
    expect(await refusal(packed({ ...files, '../../evil': strToU8('x') }))).toMatchObject({
      code: 'zip_altered',
      facts: { file: '../../evil' },
    });
  });

  it('one that claims to unpack to far more than it is, before anything is unpacked', async () => {
    const { submission } = await fileOf('x');
    const claimed = 2 ** 31;
    const manifest = {
      format: 'kaoping-archive',
      version: 1,
      workspace: 'w',
      nextId: 2,
      submissions: [{ ...submission, id: 1, bytes: claimed }],
      history: [],
    };
    const name = `originals/${submission.sha256}`;
    const zip = zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), [name]: new Uint8Array(2 ** 20) });
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    // The last entry of the directory: its name comes 46 bytes after its start, its unpacked size 24 bytes.
    const entry = Buffer.from(zip).lastIndexOf(name) - 46;
    expect(view.getUint32(entry + 24, true)).toBe(2 ** 20);
    view.setUint32(entry + 24, claimed, true);
    expect((await refusal(new Blob([zip as Uint8Array<ArrayBuffer>]))).code).toBe('zip_too_large');
  });

  it('but takes in what is small and packs extremely well', async () => {
    const archive = await Archive.open(new MemoryStore());
    const { submission, content } = await fileOf('c'.repeat(3_000_000));
    await archive.add(submission, content);
    const other = await Archive.open(new MemoryStore());
    await importZip(other, await exportZip(archive));
    await other.verify(1);
  });

  it('one of a later version', async () => {
    const files = await exported();
    files['manifest.json'] = manifestWith(files, (m) => ({ ...m, version: 9 }));
    expect((await refusal(packed(files))).code).toBe('manifest_newer');
  });

  it('into an archive that holds something', async () => {
    const archive = await sample();
    const before = archive.snapshot();
    await expect(importZip(archive, await exportZip(archive))).rejects.toMatchObject({ code: 'not_empty' });
    expect(archive.snapshot()).toEqual(before);
  });
});

it('takes back what it wrote when the disk fills up during an import', async () => {
  const zip = await exportZip(await sample());
  const store = new FaultyStore();
  const archive = await Archive.open(store);
  store.fault = (name) => (name === 'manifest.json' ? quotaError() : undefined);
  await expect(importZip(archive, zip)).rejects.toMatchObject({ code: 'store_full' });
  expect(await store.list('')).toEqual([]);
  expect(archive.begun).toBe(false);
});
