import { type UnzipFileInfo, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Archive } from './archive';
import { ArchiveError } from './errors';
import { MANIFEST, type Manifest, manifestBlob, parseManifest } from './manifest';
import { sha256Of } from './sha256';

const GIB = 2 ** 30;
const MIB = 2 ** 20;
/** The zip format without its 64-bit extension ends at 4 GiB; a little is left for the directory. */
const LARGEST_EXPORT = 4 * GIB - 16 * MIB;
const LARGEST_MANIFEST = 64 * MIB;
/** Ledgers shrink to a tenth, the most repetitive to a fiftieth; a large zip that claims far more is a bomb. */
const SUSPECT_SIZE = GIB;
const LARGEST_RATIO = 500;
const NAME = /^originals\/([0-9a-f]{64})$/;

/**
 * The whole archive as one zip: `manifest.json` and `originals/<sha256>`. Files are streamed one after another.
 * @throws ArchiveError `original_missing`, `original_altered` or `export_too_large`
 */
export async function exportZip(archive: Archive): Promise<Blob> {
  const manifest = archive.snapshot();
  const files = new Map(manifest.submissions.map((s) => [s.sha256, s]));
  const total = [...files.values()].reduce((sum, s) => sum + s.bytes, 0);
  if (total > LARGEST_EXPORT) throw new ArchiveError('export_too_large');
  const parts: Blob[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    // A blob each: browsers move blobs out of the page's memory.
    else parts.push(new Blob([data as Uint8Array<ArrayBuffer>]));
  });
  const put = async (name: string, content: Blob, packed: boolean) => {
    const entry = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    const reader = content.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) entry.push(part.value);
    entry.push(new Uint8Array(0), true);
    if (failure) throw failure;
  };
  await put(MANIFEST, manifestBlob(manifest), false);
  for (const s of files.values())
    await put(`originals/${s.sha256}`, await archive.original(s.id), s.encoding === 'parquet');
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}

/**
 * Takes an exported zip in, in place of an empty archive. Every file is checked against the manifest's SHA-256 before
 * anything is written, so that a zip that is foreign, damaged or altered leaves everything as it was.
 * @throws ArchiveError `zip_unreadable`, `zip_foreign`, `zip_altered`, `zip_too_large`, `manifest_newer`, `not_empty`,
 *   `store_full`
 */
export async function importZip(archive: Archive, zip: Blob): Promise<void> {
  if (archive.submissions.length > 0) throw new ArchiveError('not_empty');
  const reader = new ZipReader(await bytesOf(zip));
  const manifest = await readManifest(reader);
  await archive.adopt(manifest, await readOriginals(reader, manifest));
}

/** Entries by name with their declared sizes; inflates one at a time, never beyond its declared size. */
class ZipReader {
  readonly entries = new Map<string, UnzipFileInfo>();

  constructor(private readonly bytes: Uint8Array) {
    try {
      unzipSync(bytes, {
        filter: (info) => {
          if (this.entries.has(info.name))
            throw new ArchiveError('zip_altered', { file: info.name, detail: '重复出现' });
          this.entries.set(info.name, info);
          return false;
        },
      });
    } catch (error) {
      throw unreadable(error);
    }
  }

  read(name: string): Blob {
    try {
      const content = unzipSync(this.bytes, { filter: (info) => info.name === name })[name] as Uint8Array<ArrayBuffer>;
      return new Blob([content]);
    } catch (error) {
      throw unreadable(error);
    }
  }
}

async function readManifest(reader: ZipReader): Promise<Manifest> {
  const info = reader.entries.get(MANIFEST);
  if (!info) throw new ArchiveError('zip_foreign', { detail: `没有 ${MANIFEST}` });
  if (info.originalSize > LARGEST_MANIFEST) throw new ArchiveError('zip_too_large', { detail: MANIFEST });
  try {
    return parseManifest(await reader.read(MANIFEST).text());
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'manifest_damaged')
      throw new ArchiveError('zip_foreign', { detail: error.facts.detail ?? MANIFEST }, { cause: error });
    throw error;
  }
}

async function readOriginals(reader: ZipReader, manifest: Manifest): Promise<Map<string, Blob>> {
  const expected = new Map(manifest.submissions.map((s) => [s.sha256, s]));
  for (const name of reader.entries.keys()) {
    // Folder entries are made by tools that pack an unpacked export again.
    if (name === MANIFEST || name === 'originals/') continue;
    const sha256 = NAME.exec(name)?.[1];
    if (!sha256 || !expected.has(sha256)) throw new ArchiveError('zip_altered', { file: name, detail: '不在目录中' });
  }
  const infos = [...expected.values()].map((s) => {
    const info = reader.entries.get(`originals/${s.sha256}`);
    if (!info) throw new ArchiveError('zip_altered', { file: s.file, detail: '缺少原始文件' });
    // Checked as declared, before a byte is inflated.
    if (info.originalSize !== s.bytes) throw new ArchiveError('zip_altered', { file: s.file, detail: '大小不符' });
    return { s, info };
  });
  const [size, packed] = infos.reduce(([a, b], { info }) => [a + info.originalSize, b + info.size], [0, 0]);
  if (size > LARGEST_EXPORT || (size > SUSPECT_SIZE && size > packed * LARGEST_RATIO))
    throw new ArchiveError('zip_too_large', { detail: `${Math.round(size / MIB)} MB` });
  const originals = new Map<string, Blob>();
  for (const { s, info } of infos) {
    const blob = reader.read(info.name);
    if ((await sha256Of(blob)) !== s.sha256)
      throw new ArchiveError('zip_altered', { file: s.file, detail: 'SHA-256 不符' });
    originals.set(s.sha256, blob);
  }
  return originals;
}

async function bytesOf(zip: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await zip.arrayBuffer());
  } catch (error) {
    throw unreadable(error);
  }
}

const unreadable = (error: unknown): ArchiveError =>
  error instanceof ArchiveError
    ? error
    : new ArchiveError('zip_unreadable', { detail: (error as Error)?.message }, { cause: error });
