import { openStore } from '../../archive/browser/openStore';
import type { Office } from '../../domain/office';
import { startedDatabase } from '../../engine/browser/ahead';
import { WorkerReader } from '../../intake/browser/reader';
import { Desk } from '../desk';
import { openSampleFiles } from '../sampleFiles';
import type { Workspace } from '../workspace';

const CHANNEL = 'kaoping-archive';

/** Put in by the build: see scripts/vite/programVersion.ts. */
declare const PROGRAM_VERSION: string | null;

/** Milliseconds: the first questions of a visit come one upon the other. */
const LULL = 2000;

/**
 * The workspace of this browser: OPFS or IndexedDB, DuckDB-WASM, workers. Other tabs are told of every change.
 * @throws ArchiveError where nothing can be kept, or the kept manifest cannot be read
 */
export async function openWorkspace(office: Office): Promise<Workspace> {
  const { store } = await openStore();
  const channel = new BroadcastChannel(CHANNEL);
  const desk = await Desk.open(office, {
    store,
    startDatabase: startedDatabase,
    reader: new WorkerReader(office),
    sample: () => openSampleFiles(document.baseURI),
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
