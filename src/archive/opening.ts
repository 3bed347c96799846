import type { Submission } from '../domain/submission';
import { readEntries, strayEntries, writeEntry } from './entries';
import { ArchiveError, isFull } from './errors';
import { type Generation, type Generations, isManifest, readGenerations, writeGeneration } from './generations';
import { type HistoryEvent, type Manifest, newManifest } from './manifest';
import { belongingOf, type OfficeMark, officeMarkText } from './officeMark';
import type { ByteStore } from './store';

export const ORIGINALS = 'originals/';
const HASH = /^[0-9a-f]{64}$/;
/** Copies of damaged manifests, for whoever wants to look. */
const DAMAGED = 'damaged/';

/** Room that is held so that what makes room never lacks it; given up when the disk is full. */
export const RESERVE = 'reserve.bin';
const RESERVE_BYTES = 256 * 1024;

/** What was found where the manifest could not be read. */
export interface Rebuilt {
  /** Submissions that are there again. */
  submissions: number;
  /** Originals without a word of whose they are. */
  unnamed: number;
}

/** Whether a store holds an archive, sound or not: then the sample has no place there. */
export const holdsArchive = async (store: ByteStore): Promise<boolean> =>
  (await store.list('')).some((name) => isManifest(name) || name.startsWith(ORIGINALS));

/**
 * Opens what lies in a store, under its lock: the latest sound manifest, or, where one is damaged or missing beside originals, one
 * made anew from the older one and the lines beside the originals. Leftovers of an intake that was killed are removed.
 * @returns `latest` null where nothing was ever begun
 * @throws ArchiveError `manifest_newer`, `read_failed`, `other_office`: nothing is touched then
 */
export async function openGeneration(
  store: ByteStore,
  office: OfficeMark,
): Promise<{ latest: Generation | null; rebuilt: Rebuilt | null }> {
  const found = await readGenerations(store);
  const [latest] = found.sound;
  if (latest) assertOf(latest.manifest, office);
  if (latest && found.damaged.length === 0) {
    await tidy(store, latest);
    return { latest, rebuilt: null };
  }
  if (found.damaged.length === 0 && (await store.list(ORIGINALS)).length === 0) return { latest: null, rebuilt: null };
  return rebuild(store, found, office);
}

/** What lies under this office's name is this office's: else somebody moved it there. */
function assertOf({ office: mark }: Manifest, office: OfficeMark): void {
  const belonging = belongingOf(mark, office);
  if (belonging === 'other' || belonging === 'unknown')
    throw new ArchiveError('other_office', { made: mark ? officeMarkText(mark) : '', here: officeMarkText(office) });
}

async function rebuild(store: ByteStore, { sound, damaged }: Generations, office: OfficeMark) {
  const entries = await readEntries(store);
  const held = await originalsIn(store);
  const base = sound[0]?.manifest ?? newManifest(office);
  const known = new Map(base.submissions.map((s) => [s.id, s]));
  // Those whose original is gone too: they are named and count nowhere, until the file comes again.
  const added = entries.filter((e) => !known.has(e.id));
  const byId = new Map(entries.map((e) => [e.id, e]));
  const submissions = [
    ...base.submissions.map((s) => ({ ...s, withdrawnAt: (byId.get(s.id) ?? s).withdrawnAt })),
    ...added,
  ].sort((a, b) => a.id - b.id);
  const named = new Set(submissions.map((s) => s.sha256));
  const unnamed = [...held].filter((sha256) => !named.has(sha256)).sort();
  const manifest: Manifest = {
    ...base,
    nextId: Math.max(base.nextId, ...submissions.map((s) => s.id + 1)),
    submissions,
    unnamed,
    history: [
      ...base.history,
      ...added.flatMap(eventsOf),
      {
        at: new Date().toISOString(),
        event: 'rebuilt',
        submission: null,
        file: '',
        detail: `目录损坏，重建出 ${submissions.length} 份报送，${unnamed.length} 个原文件归属不明`,
      },
    ],
  };
  for (const slot of damaged) await keepCopy(store, slot);
  // The damaged ones go first: on a full disk theirs is the room that there is.
  for (const slot of damaged) await store.remove(slot);
  const last: Generation | null = sound[0] ?? null;
  const latest = await writeGeneration(store, last, manifest).catch(async (error) => {
    if (!isFull(error)) throw error;
    await store.remove(RESERVE);
    return writeGeneration(store, last, manifest);
  });
  return { latest, rebuilt: { submissions: submissions.length, unnamed: unnamed.length } };
}

/** What a line still tells of a submission's past. */
function eventsOf({ id, file, takenInAt, withdrawnAt }: Submission): HistoryEvent[] {
  const added: HistoryEvent = { at: takenInAt, event: 'added', submission: id, file };
  return withdrawnAt ? [added, { at: withdrawnAt, event: 'withdrawn', submission: id, file }] : [added];
}

/** Best effort: what is damaged is worth a copy, but not a failure. */
async function keepCopy(store: ByteStore, slot: string): Promise<void> {
  try {
    const blob = await store.read(slot);
    if (blob) await store.write(`${DAMAGED}${slot}`, blob);
  } catch {
    // No room: the damaged bytes go with the next write.
  }
}

async function originalsIn(store: ByteStore): Promise<Set<string>> {
  const names = await store.list(ORIGINALS);
  return new Set(names.map((name) => name.slice(ORIGINALS.length)).filter((name) => HASH.test(name)));
}

/** Removes what nothing names, writes lines that are missing, and holds room in reserve. Beside a sound manifest only. */
async function tidy(store: ByteStore, { manifest }: Generation): Promise<void> {
  const originals = new Set(
    [...manifest.submissions.map((s) => s.sha256), ...manifest.unnamed].map((h) => ORIGINALS + h),
  );
  const strays = new Set(await strayEntries(store, manifest.submissions));
  const names = await store.list('');
  const kept = (name: string) =>
    originals.has(name) ||
    isManifest(name) ||
    name === RESERVE ||
    name.startsWith('cache/') ||
    name.startsWith(DAMAGED) ||
    (name.startsWith('entries/') && !strays.has(name));
  for (const name of names) if (!kept(name)) await store.remove(name).catch(() => undefined);
  const lines = new Set(names);
  try {
    for (const s of manifest.submissions) if (!lines.has(`entries/${s.id}.json`)) await writeEntry(store, s);
    if (!lines.has(RESERVE)) await holdReserve(store);
  } catch {
    // A full disk: both are precautions, made good at the next start.
  }
}

export const holdReserve = (store: ByteStore): Promise<void> =>
  store.write(RESERVE, new Blob([new Uint8Array(RESERVE_BYTES)]));

/**
 * The manifest as it stands, for a change or a look: under the lock only.
 * @throws ArchiveError `manifest_newer`, `read_failed`; `manifest_damaged` where the next start would have to rebuild it
 */
export async function latestGeneration(store: ByteStore): Promise<Generation | null> {
  const { sound, damaged } = await readGenerations(store);
  if (damaged.length > 0 || (!sound[0] && (await holdsArchive(store)))) throw new ArchiveError('manifest_damaged');
  return sound[0] ?? null;
}
