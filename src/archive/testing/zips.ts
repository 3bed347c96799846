import { strToU8, unzipSync, zipSync } from 'fflate';
import { qinghai } from '../../../tests/support/profile';
import type { Archive } from '../archive';
import { exportZip } from '../exportZip';
import { readZip } from '../importZip';
import { MemoryStore } from '../memory';
import { fileOf, OFFICE, openArchive } from './submissions';

export type Files = Record<string, Uint8Array>;

/** Every two-byte character of GBK. */
const GBK = new Map<string, number[]>();
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    GBK.set(new TextDecoder('gbk').decode(new Uint8Array([lead, trail])), [lead, trail]);
export const gbkOf = (text: string): Uint8Array =>
  new Uint8Array([...text].flatMap((c) => GBK.get(c) ?? [c.codePointAt(0) as number]));

export async function sample() {
  const archive = await openArchive(new MemoryStore());
  const texts = ['编号,类型\n1,投诉\n2,举报\n', `${'编号,类型\n'.repeat(40_000)}`, 'PAR1 not really'];
  for (const [i, text] of texts.entries()) {
    const { submission, content } = await fileOf(text, `2017Q${i + 1}/西宁市_投诉举报台账.csv`);
    await archive.add({ ...submission, encoding: i === 2 ? 'parquet' : 'gb18030' }, content);
  }
  await archive.withdraw(2, '2017-11-01T00:00:00.000Z');
  return archive;
}

export const unpacked = async (zip: Blob): Promise<Files> => unzipSync(new Uint8Array(await zip.arrayBuffer()));
export const packed = (files: Files): Blob => new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);

/** The zip as versions 1 and 2 wrote it: people keep such backups. */
export async function earlierZip(archive: Archive, version: 1 | 2): Promise<Blob> {
  const { unnamed, ...held } = archive.snapshot();
  const files: Files = {
    'manifest.json': strToU8(JSON.stringify({ ...held, version, ...(version === 2 && { unnamed }) })),
  };
  for (const { id, sha256 } of archive.submissions)
    files[`originals/${sha256}`] = new Uint8Array(await (await archive.original(id)).arrayBuffer());
  return packed(files);
}

export const zipOf = async (archive: Archive): Promise<Blob> => (await exportZip(archive, qinghai)).zip;

/** Reads the zip and takes it over, as the desk does once the rows are counted. */
export async function importZip(archive: Archive, zip: Blob): Promise<void> {
  const { manifest, originals } = await readZip(zip, OFFICE);
  const at = '2018-01-11T00:00:00.000Z';
  await archive.adopt(manifest, originals, { at, event: 'imported', submission: null, file: '' });
}

/** The error of a zip that is not read. */
export const refusal = async (zip: Blob): Promise<{ code: string; message: string; facts: object }> =>
  (await readZip(zip, OFFICE).catch((e: unknown) => e)) as { code: string; message: string; facts: object };
