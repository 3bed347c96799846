import {
  BlobReader,
  BlobWriter,
  configure,
  TextReader,
  ZipWriter,
  type ZipWriterAddDataOptions,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Submission } from '../domain/submission';
import type { Archive } from './archive';
import { ArchiveError } from './errors';
import { MANIFEST, type Manifest } from './manifest';

// The page's policy allows no workers from blob addresses, and native streams need none.
configure({ useWebWorkers: false });

/** Name of the list of what an export lacks. */
export const LEFT_OUT = '未能导出的报送.txt';

/** How work on a zip is watched and stopped. */
export interface ZipOptions {
  signal?: AbortSignal | undefined;
  /** @param share 0…1 */
  onProgress?: ((share: number) => void) | undefined;
}

export interface Exported {
  zip: Blob;
  /** Submissions in the zip. */
  count: number;
  /** Submissions whose originals are missing or altered: named here and in the zip, not in it. */
  left: readonly { submission: Submission; reason: string }[];
}

/**
 * The archive as one zip: `manifest.json` and `originals/<sha256>`. Every original is checked against its hash first; what is
 * unsound is left out and named, in the zip too, so that the rest can always be carried elsewhere.
 * @throws the signal's reason
 */
export async function exportZip(archive: Archive, { signal, onProgress }: ZipOptions = {}): Promise<Exported> {
  const held = archive.snapshot();
  const { sound, left } = await tellApart(archive, held.submissions, signal);
  const unnamed = await unnamedOf(archive, signal);
  const manifest: Manifest = {
    ...held,
    submissions: [...sound.values()].flatMap(({ submissions }) => submissions).sort((a, b) => a.id - b.id),
    unnamed: [...unnamed.keys()],
    ...(left.length > 0 && { left }),
  };
  const contents = [
    ...[...sound].map(([sha256, { blob, submissions }]) => ({ sha256, blob, packed: isPacked(submissions[0]) })),
    ...[...unnamed].map(([sha256, blob]) => ({ sha256, blob, packed: false })),
  ];
  const total = contents.reduce((sum, { blob }) => sum + blob.size, 1);
  const writer = new ZipWriter(new BlobWriter('application/zip'), { level: 6 });
  // A fixed time: the same archive gives the same zip.
  const options = (more: ZipWriterAddDataOptions = {}): ZipWriterAddDataOptions => ({
    lastModDate: new Date('1980-01-01T00:00:00'),
    ...(signal && { signal }),
    ...more,
  });
  await writer.add(MANIFEST, new TextReader(JSON.stringify(manifest)), options());
  if (left.length > 0) await writer.add(LEFT_OUT, new TextReader(leftOutText(left)), options());
  let done = 0;
  for (const { sha256, blob, packed } of contents) {
    signal?.throwIfAborted();
    await writer.add(`originals/${sha256}`, new BlobReader(blob), options({ level: packed ? 0 : 6 }));
    done += blob.size;
    onProgress?.(done / total);
  }
  return { zip: await writer.close(), count: manifest.submissions.length, left };
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

/** Parquet is packed already. */
const isPacked = (submission: Submission | undefined): boolean => submission?.encoding === 'parquet';

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

const leftOutText = (left: Exported['left']): string =>
  `\ufeff以下 ${left.length} 份报送的原始文件在导出时已缺失或损坏，不在本压缩包中；导入后须重新接收：\r\n\r\n${left
    .map(
      ({ submission: s, reason }) =>
        `${s.file}（${s.unit} ${s.period} ${s.ledger}，SHA-256 ${s.sha256}）：${reason}\r\n`,
    )
    .join('')}`;
