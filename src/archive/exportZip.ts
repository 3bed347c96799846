import {
  BlobReader,
  BlobWriter,
  configure,
  TextReader,
  ZipWriter,
  type ZipWriterAddDataOptions,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Office } from '../domain/office';
import type { Submission } from '../domain/submission';
import type { Archive } from './archive';
import { ArchiveError } from './errors';
import { MANIFEST, zipManifest } from './zipManifest';
import { LEFT_OUT, type LeftOut, leftOutText, type Paper, type ZipContents } from './zipPapers';
import { placesOf, unnamedPlace } from './zipPlaces';

// The page's policy allows no workers from blob addresses, and native streams need none.
configure({ useWebWorkers: false });

/** 1980-01-01 00:00, as a zip writes it. */
const FIRST_MOMENT = 0x0021_0000;

/** How work on a zip is watched and stopped. */
export interface ZipOptions {
  signal?: AbortSignal | undefined;
  /** @param share 0…1 */
  onProgress?: ((share: number) => void) | undefined;
}

export interface ExportOptions extends ZipOptions {
  /** Makes the readme and the list for people; without it the zip holds the originals and the manifest alone. */
  papers?: (contents: ZipContents) => Promise<readonly Paper[]>;
}

export interface Exported {
  zip: Blob;
  /** Submissions in the zip. */
  count: number;
  /** Submissions whose originals are missing or altered: named here and in the zip, not in it. */
  left: LeftOut;
}

/**
 * The archive as one zip: `manifest.json`, the originals under their own names (see `placesOf`), and papers for people. Every
 * original is checked against its hash first; what is unsound is left out and named, in the zip too, so that the rest can
 * always be carried elsewhere. The same archive with the same papers gives the same bytes.
 * @throws the signal's reason
 */
export async function exportZip(archive: Archive, office: Office, options: ExportOptions = {}): Promise<Exported> {
  const { signal, onProgress, papers } = options;
  const held = archive.snapshot();
  const { sound, left } = await tellApart(archive, held.submissions, signal);
  const nameless = await unnamedOf(archive, signal);
  const submissions = [...sound.values()].flatMap((o) => o.submissions).sort((a, b) => a.id - b.id);
  const places = placesOf(office, submissions);
  const unnamed = [...nameless.keys()].map((sha256) => ({ sha256, path: unnamedPlace(sha256) }));
  const manifest = zipManifest({ ...held, submissions }, places, unnamed, [...left]);
  const contents = new Map<string, { blob: Blob; packed: boolean }>();
  for (const s of manifest.submissions)
    contents.set(s.path, { blob: sound.get(s.sha256)?.blob as Blob, packed: isPacked(s) });
  for (const { sha256, path } of unnamed) contents.set(path, { blob: nameless.get(sha256) as Blob, packed: false });

  const total = [...contents.values()].reduce((sum, { blob }) => sum + blob.size, 1);
  const writer = new ZipWriter(new BlobWriter('application/zip'), { level: 6 });
  const settings = (more: ZipWriterAddDataOptions = {}): ZipWriterAddDataOptions => ({
    // A fixed time in the form that knows no zone: the same archive gives the same zip, whenever and wherever.
    rawLastModDate: FIRST_MOMENT,
    extendedTimestamp: false,
    ...(signal && { signal }),
    ...more,
  });
  for (const { name, content } of (await papers?.({ ...manifest, office: held.office })) ?? [])
    await writer.add(name, new BlobReader(content), settings());
  if (left.length > 0) await writer.add(LEFT_OUT, new TextReader(leftOutText(left)), settings());
  await writer.add(MANIFEST, new TextReader(JSON.stringify(manifest)), settings());
  let done = 0;
  for (const [path, { blob, packed }] of contents) {
    signal?.throwIfAborted();
    await writer.add(path, new BlobReader(blob), settings({ level: packed ? 0 : 6 }));
    done += blob.size;
    onProgress?.(done / total);
  }
  return { zip: await writer.close(), count: submissions.length, left };
}

async function tellApart(archive: Archive, submissions: readonly Submission[], signal: AbortSignal | undefined) {
  const sound = new Map<string, { blob: Blob; submissions: Submission[] }>();
  const left: { submission: Submission; reason: string }[] = [];
  for (const submission of submissions) {
    signal?.throwIfAborted();
    const held = sound.get(submission.sha256);
    if (held) {
      held.submissions.push(submission);
      continue;
    }
    try {
      sound.set(submission.sha256, { blob: await archive.original(submission.id), submissions: [submission] });
    } catch (error) {
      // Whatever is the matter with one file, the others can be carried elsewhere.
      if (!(error instanceof ArchiveError)) throw error;
      left.push({ submission, reason: error.message });
    }
  }
  return { sound, left };
}

/** Parquet and new workbooks are packed already. */
const isPacked = ({ encoding }: Submission): boolean => encoding === 'parquet' || encoding === 'xlsx';

/** Originals without a name go along: nobody knows yet whose they are. One that cannot be read has nothing to carry. */
async function unnamedOf(archive: Archive, signal: AbortSignal | undefined): Promise<Map<string, Blob>> {
  const found = new Map<string, Blob>();
  for (const sha256 of archive.unnamed) {
    signal?.throwIfAborted();
    const blob = await archive.unnamedOriginal(sha256).catch(() => null);
    if (blob) found.set(sha256, blob);
  }
  return found;
}
