import { ArchiveError } from '../archive/errors';
import { type ImportOptions, readZip } from '../archive/importZip';
import { unitExists } from '../domain/office';
import { effectiveSubmissions, type Submission } from '../domain/submission';
import type { DeskTools } from './deskTools';
import { enterAll } from './enterAll';
import { fileOf, partsOf } from './readAgain';
import { unknownLedger } from './unknownLedger';
import type { Imported } from './workspace';

/** Takes an exported workspace in, in place of an empty one. What it lacks or holds unread is named, never dropped. */
export async function importWorkspace(
  desk: DeskTools,
  zip: Blob,
  { signal, onProgress, ofNoOffice }: ImportOptions,
): Promise<Imported> {
  const { office, archive, parts } = desk;
  await archive.refresh();
  if (archive.submissions.length > 0) throw new ArchiveError('not_empty');
  const onRead = (share: number) => onProgress?.(share / 2);
  const read = await readZip(zip, archive.office, { signal, ofNoOffice, onProgress: onRead });
  const { manifest, originals } = read;
  for (const s of manifest.submissions)
    if (!unitExists(office, s.unit))
      throw new ArchiveError('zip_foreign', { detail: `报送单位 ${s.unit} 不在本配置的名单内` });
  const unknown = unknownLedger(office, manifest.submissions);
  if (unknown) throw new ArchiveError('zip_foreign', { detail: `本配置没有台账 ${unknown}` });
  const files = manifest.submissions.map((s) => fileOf(s, originals.get(s.sha256) as Blob));
  const outcomes = await enterAll(desk, files, { signal, onProgress: (share) => onProgress?.((1 + share) / 2) });
  const { engine, rows } = await desk.engine.get();
  // What the manifest says of the rows is not believed: they were counted.
  const submissions = manifest.submissions.map((s, i): Submission => {
    const [part] = partsOf(outcomes[i]);
    const { rowsRead, rowsAccepted, rowsRejected } = part?.submission ?? {
      rowsRead: 0,
      rowsAccepted: 0,
      rowsRejected: 0,
    };
    return { ...s, rowsRead, rowsAccepted, rowsRejected };
  });
  const left = read.left.map((l) => l.submission.file);
  const detail = `${submissions.length} 份报送${left.length ? `，另有 ${left.length} 份原文件缺失` : ''}`;
  const event = { at: parts.now(), event: 'imported', submission: null, file: '', detail } as const;
  try {
    await archive.adopt({ ...manifest, submissions }, originals, event);
  } catch (error) {
    for (const { key } of outcomes.flatMap(partsOf)) await engine.remove(key);
    throw error;
  }
  await rows.settle([]);
  for (const [i, outcome] of outcomes.entries())
    for (const { key } of partsOf(outcome)) rows.add((submissions[i] as Submission).id, key);
  const counting = effectiveSubmissions(submissions).map((s) => s.id);
  const unread = submissions.filter((s, i) => counting.includes(s.id) && partsOf(outcomes[i]).length === 0);
  const redefined = manifest.office !== null && manifest.office.hash !== archive.office.hash;
  return { submissions: submissions.length, left, unread: unread.map((s) => s.file), redefined };
}
