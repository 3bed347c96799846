import { openStore } from '../../archive/browser/openStore';
import { placeOf } from '../../archive/place';
import type { Office } from '../../domain/office';
import { startedDatabase } from '../../engine/browser/ahead';
import { workerReader } from '../../intake/browser/reader';
import { Desk } from '../desk';
import { openSampleFiles } from '../sampleFiles';
import type { Workspace } from '../workspace';

/** Put in by the build: see scripts/vite/programVersion.ts. */
declare const PROGRAM_VERSION: string | null;

/** Milliseconds: the first questions of a visit come one upon the other. */
const LULL = 2000;

/**
 * The workspace that this browser keeps for an office: OPFS or IndexedDB, DuckDB-WASM, workers. Other tabs of
 * the same office are told of every change.
 * @throws ArchiveError where nothing can be kept, or the kept manifest cannot be read
 */
export async function openWorkspace(office: Office): Promise<Workspace> {
  const place = placeOf(office.profile.id);
  const { store } = await openStore(place);
  const channel = new BroadcastChannel(`${place}-archive`);
  const desk = await Desk.open(office, {
    store,
    startDatabase: startedDatabase,
    reader: workerReader(office),
    sample: () => openSampleFiles(document.baseURI, office.profile),
    now: () => new Date().toISOString(),
    changed: () => channel.postMessage('changed'),
    program: PROGRAM_VERSION,
    lull: LULL,
  });
  // A refusal is shown by the desk's own state.
  channel.onmessage = () => void desk.refresh().catch(() => undefined);
  // A tab that slept may have missed the word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void desk.refresh().catch(() => undefined);
  });
  return desk;
}
