import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { MemoryStore } from '../archive/memory';
import { effectiveSubmissions, submissionStatus } from '../domain/submission';
import { accepted, begun, cases, csv, kept, NAME, open, row, SECOND } from './testing/desks';
import type { WorkspaceState } from './workspace';

it('takes an export in elsewhere, to the same cells', async () => {
  const { store, before } = await kept();
  const { zip } = await (await open(store)).exportZip();
  const elsewhere = await begun();
  await elsewhere.importZip(zip);
  expect(await cases(elsewhere)).toEqual(before);
  expect(elsewhere.state().submissions.map((s) => s.file)).toEqual([NAME, SECOND, '2017Q2_632200_complaints.csv']);
  await expect(elsewhere.importZip(zip)).rejects.toMatchObject({ code: 'not_empty' });
});

it('keeps what it has where an export is damaged', async () => {
  const { store } = await kept();
  const { zip } = await (await open(store)).exportZip();
  const desk = await open();
  await expect(desk.importZip(zip.slice(0, zip.size - 40))).rejects.toMatchObject({ code: 'zip_unreadable' });
  expect(desk.state().kind).toBe('sample');
  expect(await accepted(desk)).toEqual([[2, 2]]);
});

it('takes in an original that is refused today, and says at once that it is not counted', async () => {
  const { store } = await kept();
  const { zip } = await (await open(store)).exportZip();
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
  const { file, place, sha256 } = manifest.submissions[2];
  // An earlier version read it; this one does not.
  const content = strToU8(csv(row(1)).replace('县区', '地方'));
  const hash = createHash('sha256').update(content).digest('hex');
  const name = Object.keys(files).find((n) => n === place || n.includes(sha256) || n.endsWith(file)) as string;
  files[name] = content;
  manifest.submissions[2] = { ...manifest.submissions[2], sha256: hash, bytes: content.length };
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
  const elsewhere = new MemoryStore();
  const desk = await open(elsewhere);
  const seen: unknown[] = [];
  desk.subscribe(() => {
    const { submissions, faults } = desk.state();
    const counted = submissions.find((s) => s.file === file && s.rowsRead === 0 && !s.unreadable);
    if (desk.state().kind === 'real' && counted && faults.length === 0) seen.push(desk.state());
  });
  const packed = new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
  const { submissions, unread } = await desk.importZip(packed);
  expect([submissions, unread]).toEqual([3, [file]]);
  expect(desk.state().faults).toMatchObject([{ file, message: expect.stringContaining('县区') }]);
  expect(desk.state().submissions.map((s) => s.unreadable ?? false)).toEqual([false, false, true]);
  expect(seen).toEqual([]);

  // On the next visit it is no zero return before it is read either.
  const next = await open(elsewhere);
  const status = ({ submissions: all }: WorkspaceState) =>
    all.map((s) => [submissionStatus(s, effectiveSubmissions(all)), s.uncounted ?? false]);
  expect([next.state().revision, ...status(next.state())]).toEqual([
    0,
    ['superseded', false],
    ['current', false],
    ['current', true],
  ]);
  await next.refresh();
  expect(status(next.state()).at(-1)).toEqual(['unreadable', false]);
});

it('believes its own count of the rows, not the zip’s', async () => {
  const { store } = await kept();
  const { zip } = await (await open(store)).exportZip();
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
  manifest.submissions[0] = { ...manifest.submissions[0], rowsRead: 0, rowsAccepted: 0, rowsRejected: 0 };
  manifest.submissions[2] = { ...manifest.submissions[2], rowsRead: 99_999, rowsAccepted: 99_999, rowsRejected: 0 };
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
  const desk = await open();
  const told: number[] = [];
  await desk.importZip(new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]), { onProgress: (s) => told.push(s) });
  expect(desk.state().submissions.map((s) => s.rowsRead)).toEqual([2, 3, 1]);
  expect(told.at(-1)).toBe(1);
  manifest.submissions[0].unit = 'mars';
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
  const other = await open();
  const altered = new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
  await expect(other.importZip(altered)).rejects.toMatchObject({ code: 'zip_foreign' });
  expect(await accepted(other)).toEqual([[2, 2]]);
});
