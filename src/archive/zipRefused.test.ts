import { createHash } from 'node:crypto';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from './memory';
import { addFile, fileOf, openArchive } from './testing/submissions';
import { type Files, importZip, packed, refusal, sample, unpacked, zipOf } from './testing/zips';

describe('refused', () => {
  const exported = async () => unpacked(await zipOf(await sample()));
  const firstOriginal = (files: Files) => Object.keys(files).find((n) => n.startsWith('原文件/')) as string;
  const manifestWith = (files: Files, change: (m: Record<string, unknown>) => unknown) =>
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
    const zip = await zipOf(await sample());
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
    expect(await refusal(packed({ ...files, '原文件/evil': strToU8('x') }))).toMatchObject({
      code: 'zip_altered',
      facts: { file: '原文件/evil' },
    });
    expect((await refusal(packed({ ...files, '../../evil': strToU8('x') }))).code).toBe('zip_unreadable');
  });

  const bomb = async (bytes: number, claimed = bytes) => {
    const { submission } = await fileOf('x');
    const head = { format: 'kaoping-archive', version: 1, workspace: 'w', nextId: 2, history: [] };
    const manifest = { ...head, submissions: [{ ...submission, id: 1, bytes: claimed }] };
    const name = `originals/${submission.sha256}`;
    const zip = zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), [name]: new Uint8Array(bytes) });
    // The last entry of the directory: its name comes 46 bytes after its start, its unpacked size 24 bytes.
    const entry = Buffer.from(zip).lastIndexOf(name) - 46;
    new DataView(zip.buffer, zip.byteOffset, zip.byteLength).setUint32(entry + 24, claimed, true);
    return new Blob([zip as Uint8Array<ArrayBuffer>]);
  };

  it('one that would unpack to far more than it is, before anything is unpacked', async () => {
    expect((await refusal(await bomb(2 ** 28))).code).toBe('zip_too_large');
    expect((await refusal(await bomb(2 ** 20, 2 ** 31))).code).toBe('zip_too_large');
  });

  it('one that unpacks to more than it declares, as soon as it does', async () => {
    const { code } = await refusal(await bomb(2 ** 24, 100));
    expect(['zip_altered', 'zip_unreadable']).toContain(code);
  });

  it('one with more entries than any archive has, at once', async () => {
    const files = await exported();
    for (let i = 0; i < 20_000; i++) files[`originals/${String(i).padStart(64, '0')}`] = new Uint8Array(1);
    expect(await refusal(packed(files))).toMatchObject({
      code: 'zip_too_large',
      facts: { detail: '超过 10000 个文件' },
    });
  });

  it('but takes in what is small and packs extremely well', async () => {
    const archive = await openArchive(new MemoryStore());
    await addFile(archive, 'c'.repeat(3_000_000));
    const other = await openArchive(new MemoryStore());
    await importZip(other, await zipOf(archive));
    expect((await other.original(1)).size).toBe(3_000_000);
  });

  it.each<[string, object]>([
    ['an impossible number', { id: 5_000_000_000 }],
    ['an impossible year', { period: '9999Q4' }],
    ['rows that do not add up', { rowsRead: 99_999 }],
    ['a ledger whose name is none', { ledger: 'Tax-es' }],
  ])('one whose manifest has %s', async (_, change) => {
    const files = await exported();
    files['manifest.json'] = manifestWith(files, (m) => ({
      ...m,
      submissions: (m.submissions as object[]).map((s, i) => (i === 0 ? { ...s, ...change } : s)),
    }));
    expect((await refusal(packed(files))).code).toBe('zip_foreign');
  });

  it('one whose numbers leave none for what comes', async () => {
    const files = await exported();
    files['manifest.json'] = manifestWith(files, (m) => ({ ...m, nextId: 1_000_000_000 }));
    expect((await refusal(packed(files))).code).toBe('zip_foreign');
  });

  it('many entries that together would unpack to far more than they are', async () => {
    const files: Files = {};
    const submissions: object[] = [];
    for (let i = 0; i < 20; i++) {
      const bytes = new Uint8Array(4 * 2 ** 20).fill(i);
      const { submission } = await fileOf('x');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      files[`originals/${sha256}`] = bytes;
      submissions.push({ ...submission, id: i + 1, sha256, bytes: bytes.length, period: `20${String(i + 10)}Q1` });
    }
    const head = { format: 'kaoping-archive', version: 1, workspace: 'w', nextId: 99, history: [] };
    files['manifest.json'] = strToU8(JSON.stringify({ ...head, submissions }));
    expect((await refusal(packed(files))).code).toBe('zip_too_large');
  });

  it.each(['../evil', '/etc/passwd', 'C:/evil', 'a\\b', 'a//b', './a', 'a\u0000b', ''])(
    'one whose manifest has an original at %j',
    async (path) => {
      const files = await exported();
      files['manifest.json'] = manifestWith(files, (m) => ({
        ...m,
        submissions: (m.submissions as object[]).map((s, i) => (i === 0 ? { ...s, path } : s)),
      }));
      expect((await refusal(packed(files))).code).toBe('zip_foreign');
    },
  );

  it('one whose manifest has two originals in one place', async () => {
    const files = await exported();
    files['manifest.json'] = manifestWith(files, (m) => ({
      ...m,
      submissions: (m.submissions as object[]).map((s) => ({ ...s, path: firstOriginal(files) })),
    }));
    expect((await refusal(packed(files))).code).toBe('zip_foreign');
  });

  it('one of a later version', async () => {
    const files = await exported();
    files['manifest.json'] = manifestWith(files, (m) => ({ ...m, version: 9 }));
    expect((await refusal(packed(files))).code).toBe('manifest_newer');
  });

  it('into an archive that holds something', async () => {
    const archive = await sample();
    const before = archive.snapshot();
    await expect(importZip(archive, await zipOf(archive))).rejects.toMatchObject({ code: 'not_empty' });
    expect(archive.snapshot()).toEqual(before);
  });
});
