import { openStore } from '../../archive/browser/openStore';
import type { Office } from '../../domain/office';
import { openBrowserDatabase } from '../../engine/browser/duckdb';
import { inspectInWorker } from '../../intake/browser/inspect';
import { Desk } from '../desk';
import { openSampleFiles } from '../sampleFiles';
import type { Workspace } from '../workspace';

const CHANNEL = 'kaoping-archive';

/**
 * The workspace of this browser: OPFS or IndexedDB, DuckDB-WASM, workers. Other tabs are told of every change.
 * @throws ArchiveError where nothing can be kept, or the kept manifest cannot be read
 */
export async function openWorkspace(office: Office): Promise<Workspace> {
  const { store } = await openStore();
  const desk = await Desk.open(office, {
    store,
    startDatabase: openBrowserDatabase,
    inspect: inspectInWorker,
    sample: () => openSampleFiles(document.baseURI),
    now: () => new Date().toISOString(),
  });
  const channel = new BroadcastChannel(CHANNEL);
  let told = 0;
  desk.subscribe(() => {
    const { revision, loading } = desk.state();
    if (loading === null && revision > told) {
      told = revision;
      if (revision > 1) channel.postMessage('changed');
    }
  });
  channel.onmessage = () => {
    // What this tab does because of the other's change is no news to the other.
    told = Number.POSITIVE_INFINITY;
    void desk.refresh().finally(() => {
      told = desk.state().revision;
    });
  };
  return desk;
}
