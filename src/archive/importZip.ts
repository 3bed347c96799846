import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { ArchiveError } from './errors';
import type { ZipOptions } from './exportZip';
import { belongingOf, type OfficeMark, officeMarkText } from './officeMark';
import { sha256Of } from './sha256';
import { MANIFEST, parseZipManifest, type ReadManifest } from './zipManifest';
import { LEFT_OUT, LIST, README } from './zipPapers';

const MIB = 2 ** 20;
const LARGEST_MANIFEST = 64 * MIB;
/** Ten years of all ledgers of a province are fewer; a zip with more is none of this program's. */
const MOST_ENTRIES = 10_000;
/** Ledgers shrink to a tenth, the most repetitive to a fiftieth; an entry that claims far more is a bomb. */
const LARGEST_RATIO = 500;
const SUSPECT_SIZE = 8 * MIB;
/** All of it, unpacked. */
const LARGEST_TOTAL = 8 * 1024 * MIB;
/** Numbers given so far, by any office: leaves as many again for what comes. */
const HIGHEST_NEXT_ID = 100_000_000;
/** For people: not read. */
const PAPERS: readonly string[] = [README, LIST, LEFT_OUT];

export interface ImportOptions extends ZipOptions {
  /** The person said that a zip which tells no office is of the one that is open. */
  ofNoOffice?: boolean | undefined;
}

/** An exported archive, read and checked; nothing of it is kept yet. */
export interface ReadZip extends Pick<ReadManifest, 'manifest' | 'left'> {
  /** By SHA-256, which each has been checked against. */
  originals: ReadonlyMap<string, Blob>;
}

/**
 * Reads an exported zip. Every file is checked against the manifest's hash, so that a zip that is foreign, damaged or altered
 * is refused whole; declared sizes are checked before anything is inflated, and nothing is inflated beyond them.
 * @param office the one that is open: another's zip is refused before its originals are read
 * @throws ArchiveError `zip_unreadable`, `zip_foreign`, `zip_altered`, `zip_too_large`, `zip_other_office`, `zip_of_no_office`,
 * `manifest_newer`; the signal's reason
 */
export async function readZip(zip: Blob, office: OfficeMark, options: ImportOptions = {}): Promise<ReadZip> {
  const { signal, onProgress, ofNoOffice = false } = options;
  const reader = new ZipReader(new BlobReader(zip), { decodeText: nameOf });
  try {
    const entries = await entriesOf(reader, signal);
    const { manifest, left, places } = await manifestOf(entries);
    assertOf(manifest.office, office, ofNoOffice);
    return { manifest, left, originals: await originalsOf(entries, places, zip.size, { signal, onProgress }) };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw error instanceof ArchiveError ? error : new ArchiveError('zip_unreadable', {}, { cause: error });
  } finally {
    await reader.close().catch(() => undefined);
  }
}

function assertOf(mark: OfficeMark | null, office: OfficeMark, ofNoOffice: boolean): void {
  const belonging = belongingOf(mark, office);
  const here = officeMarkText(office);
  if (belonging === 'unknown' && !ofNoOffice) throw new ArchiveError('zip_of_no_office', { here });
  if (belonging === 'other' && mark)
    throw new ArchiveError('zip_other_office', { made: officeMarkText(mark), profile: mark.profile, here });
}

/** Packed again on a Chinese Windows, names are GBK without a word of it. Undefined: as the zip says. */
const nameOf = (bytes: Uint8Array, encoding: string): string | undefined =>
  encoding === 'cp437' ? new TextDecoder('gb18030').decode(bytes) : undefined;

async function entriesOf(reader: ZipReader<Blob>, signal?: AbortSignal): Promise<Map<string, FileEntry>> {
  const entries = new Map<string, FileEntry>();
  for await (const entry of reader.getEntriesGenerator()) {
    signal?.throwIfAborted();
    // Folder entries are made by tools that pack an unpacked export again.
    if (entry.directory) continue;
    // Packed again on a Mac, names come apart (NFD).
    const name = entry.filename.normalize('NFC');
    if (entries.has(name)) throw new ArchiveError('zip_altered', { file: name, detail: '重复出现' });
    entries.set(name, entry);
    if (entries.size > MOST_ENTRIES) throw new ArchiveError('zip_too_large', { detail: `超过 ${MOST_ENTRIES} 个文件` });
  }
  return entries;
}

async function manifestOf(entries: ReadonlyMap<string, FileEntry>): Promise<ReadManifest> {
  const entry = entries.get(MANIFEST);
  if (!entry) throw new ArchiveError('zip_foreign', { detail: `没有 ${MANIFEST}` });
  if (entry.uncompressedSize > LARGEST_MANIFEST) throw new ArchiveError('zip_too_large', { detail: MANIFEST });
  try {
    const read = parseZipManifest(await (await inflated(entry, MANIFEST)).text());
    const { manifest } = read;
    if (manifest.submissions.length > MOST_ENTRIES)
      throw new ArchiveError('zip_too_large', { detail: `超过 ${MOST_ENTRIES} 份报送` });
    if (manifest.nextId > HIGHEST_NEXT_ID) throw new ArchiveError('zip_foreign', { detail: 'nextId：超出范围' });
    return read;
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'manifest_damaged')
      throw new ArchiveError('zip_foreign', { detail: error.facts.detail ?? MANIFEST }, { cause: error });
    throw error;
  }
}

async function originalsOf(
  entries: ReadonlyMap<string, FileEntry>,
  places: ReadManifest['places'],
  zipSize: number,
  { signal, onProgress }: ZipOptions,
): Promise<Map<string, Blob>> {
  for (const name of entries.keys())
    if (name !== MANIFEST && !PAPERS.includes(name) && !places.has(name))
      throw new ArchiveError('zip_altered', { file: name, detail: '不在目录中' });
  // All sizes as declared, before a byte is inflated.
  const found = [...places].map(([place, s]) => {
    const entry = entries.get(place);
    if (!entry) throw new ArchiveError('zip_altered', { file: s.file, detail: '缺少原始文件' });
    if (s.bytes !== undefined && entry.uncompressedSize !== s.bytes)
      throw new ArchiveError('zip_altered', { file: s.file, detail: '大小不符' });
    if (entry.uncompressedSize > SUSPECT_SIZE && entry.uncompressedSize > entry.compressedSize * LARGEST_RATIO)
      throw new ArchiveError('zip_too_large', { detail: `${s.file} ${Math.round(entry.uncompressedSize / MIB)} MB` });
    return { s, entry };
  });
  const total = found.reduce((sum, { entry }) => sum + entry.uncompressedSize, 1);
  // Many entries, each within its limit, are a bomb too.
  if (total > LARGEST_TOTAL || (total > 8 * SUSPECT_SIZE && total > zipSize * LARGEST_RATIO))
    throw new ArchiveError('zip_too_large', { detail: `${Math.round(total / MIB)} MB` });
  const originals = new Map<string, Blob>();
  let done = 0;
  for (const { s, entry } of found) {
    signal?.throwIfAborted();
    const blob = await inflated(entry, s.file, signal);
    if ((await sha256Of(blob)) !== s.sha256)
      throw new ArchiveError('zip_altered', { file: s.file, detail: 'SHA-256 不符' });
    originals.set(s.sha256, blob);
    done += entry.uncompressedSize;
    onProgress?.(done / total);
  }
  return originals;
}

/** The content of an entry, never more than it declares. */
async function inflated(entry: FileEntry, file: string, signal?: AbortSignal): Promise<Blob> {
  const parts: BlobPart[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(part) {
      size += part.length;
      if (size > entry.uncompressedSize) throw new ArchiveError('zip_altered', { file, detail: '大小不符' });
      parts.push(part);
    },
  });
  await entry.getData(sink, signal ? { signal } : {});
  if (size !== entry.uncompressedSize) throw new ArchiveError('zip_altered', { file, detail: '大小不符' });
  return new Blob(parts);
}
