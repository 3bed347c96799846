import { createHash } from 'node:crypto';
import { BlobReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { exportZip } from './exportZip';
import { MemoryStore } from './memory';
import { addFile, fileOf, openArchive } from './testing/submissions';
import { importZip, packed, sample, unpacked, zipOf } from './testing/zips';
import type { Paper, ZipContents } from './zipPapers';

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
