import { createHash } from 'node:crypto';
import { BlobReader, BlobWriter, Uint8ArrayReader, ZipReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import type { Archive } from './archive';
import { type Exported, exportZip } from './exportZip';
import { readZip } from './importZip';
import { MemoryStore } from './memory';
import { FaultyStore, quotaError } from './testing/faultyStore';
import { addFile, fileOf, OFFICE, openArchive } from './testing/submissions';
import type { Paper, ZipContents } from './zipPapers';

type Files = Record<string, Uint8Array>;

/** Every two-byte character of GBK. */
const GBK = new Map<string, number[]>();
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    GBK.set(new TextDecoder('gbk').decode(new Uint8Array([lead, trail])), [lead, trail]);
const gbkOf = (text: string): Uint8Array =>
  new Uint8Array([...text].flatMap((c) => GBK.get(c) ?? [c.codePointAt(0) as number]));

async function sample() {
  const archive = await openArchive(new MemoryStore());
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

/** The zip as versions 1 and 2 wrote it: people keep such backups. */
async function earlierZip(archive: Archive, version: 1 | 2): Promise<Blob> {
  const { unnamed, ...held } = archive.snapshot();
  const files: Files = {
    'manifest.json': strToU8(JSON.stringify({ ...held, version, ...(version === 2 && { unnamed }) })),
  };
  for (const { id, sha256 } of archive.submissions)
    files[`originals/${sha256}`] = new Uint8Array(await (await archive.original(id)).arrayBuffer());
  return packed(files);
}

const zipOf = async (archive: Archive): Promise<Blob> => (await exportZip(archive, qinghai)).zip;

/** Reads the zip and takes it over, as the desk does once the rows are counted. */
async function importZip(archive: Archive, zip: Blob): Promise<void> {
  const { manifest, originals } = await readZip(zip, OFFICE);
  const at = '2018-01-11T00:00:00.000Z';
  await archive.adopt(manifest, originals, { at, event: 'imported', submission: null, file: '' });
}

/** The error of a zip that is not read. */
const refusal = async (zip: Blob): Promise<{ code: string; message: string; facts: object }> =>
  (await readZip(zip, OFFICE).catch((e: unknown) => e)) as { code: string; message: string; facts: object };

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

describe('for people', () => {
  const names = async (zip: Blob) => Object.keys(await unpacked(zip));

  it('holds the originals under their own names, by period and unit, names that are the same told apart', async () => {
    const archive = await openArchive(new MemoryStore());
    await addFile(archive, 'first', '收件箱/2017Q3_海南州_投诉举报台账.csv');
    await addFile(archive, 'second', '补发/2017Q3_海南州_投诉举报台账.csv');
    await addFile(archive, 'third', '2017q3_海南州_投诉举报台账.CSV');
    const { submission, content } = await fileOf('first', '2017Q3_西宁市_投诉举报台账.csv');
    await archive.add({ ...submission, unit: '630100' }, content);
    expect(await names(await zipOf(archive))).toEqual([
      'manifest.json',
      '原文件/2017Q3_三季度/海南藏族自治州/2017Q3_海南州_投诉举报台账.csv',
      '原文件/2017Q3_三季度/海南藏族自治州/同名第2份/2017Q3_海南州_投诉举报台账.csv',
      '原文件/2017Q3_三季度/海南藏族自治州/同名第3份/2017q3_海南州_投诉举报台账.CSV',
      '原文件/2017Q3_三季度/西宁市/2017Q3_西宁市_投诉举报台账.csv',
    ]);
  });

  it('holds a file once that came again after it was withdrawn', async () => {
    const archive = await openArchive(new MemoryStore());
    const { id } = await addFile(archive, 'same');
    await archive.withdraw(id);
    await addFile(archive, 'same');
    expect(await names(await zipOf(archive))).toHaveLength(2);
    const other = await openArchive(new MemoryStore());
    await importZip(other, await zipOf(archive));
    expect(other.submissions).toEqual(archive.submissions);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..', '未命名'],
    ['C:\\Windows\\system.ini', 'C__Windows_system.ini'],
    ['con.csv', '_con.csv'],
    ['台账?.csv ', '台账_.csv'],
    [`${'长'.repeat(300)}.csv`, `${'长'.repeat(65)}.csv`],
  ])('names an original that came as %j safely', async (file, safe) => {
    const archive = await openArchive(new MemoryStore());
    await addFile(archive, 'x', file);
    const zip = await zipOf(archive);
    expect((await names(zip))[1]).toBe(`原文件/2017Q3_三季度/海南藏族自治州/${safe}`);
    const other = await openArchive(new MemoryStore());
    await importZip(other, zip);
    // The name in the manifest stays what it was.
    expect(other.submissions[0]?.file).toBe(file);
  });

  it('says that its names are UTF-8, and the hash of each original in the manifest', async () => {
    const archive = await sample();
    const reader = new ZipReader(new BlobReader(await zipOf(archive)));
    const entries = await reader.getEntries();
    // ASCII alone is the same without the flag.
    expect(entries.map((e) => [e.filename === 'manifest.json', e.bitFlag?.languageEncodingFlag])).toEqual([
      [true, false],
      ...archive.submissions.map(() => [false, true]),
    ]);
    const files = await unpacked(await zipOf(archive));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
    expect(manifest.submissions).toHaveLength(3);
    for (const { path, sha256 } of manifest.submissions)
      expect(
        createHash('sha256')
          .update(files[path] as Uint8Array)
          .digest('hex'),
      ).toBe(sha256);
  });

  it('holds the papers that are made for it, which no import reads', async () => {
    const archive = await sample();
    const told: ZipContents[] = [];
    const papers = async (contents: ZipContents): Promise<Paper[]> => {
      told.push(contents);
      return [
        { name: '说明.txt', content: new Blob(['说明']) },
        { name: '报送清单.xlsx', content: new Blob(['清单']) },
      ];
    };
    const { zip } = await exportZip(archive, qinghai, { papers });
    const files = await unpacked(zip);
    expect(Object.keys(files).slice(0, 3)).toEqual(['说明.txt', '报送清单.xlsx', 'manifest.json']);
    expect(told[0]?.submissions.map((s) => [s.id, s.path])).toEqual(
      archive.submissions.map((s, i) => [s.id, Object.keys(files)[i + 3]]),
    );
    const other = await openArchive(new MemoryStore());
    await importZip(other, packed({ ...files, '说明.txt': strToU8('改过') }));
    expect(other.submissions).toEqual(archive.submissions);
  });
});

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

it('takes back what it wrote when the disk fills up during an import', async () => {
  const zip = await zipOf(await sample());
  const store = new FaultyStore();
  const archive = await openArchive(store);
  store.fault = (name) => (name.startsWith('manifest-') ? quotaError() : undefined);
  await expect(importZip(archive, zip)).rejects.toMatchObject({ code: 'store_full' });
  expect(await store.list('')).toEqual([]);
  expect(archive.begun).toBe(false);
});
