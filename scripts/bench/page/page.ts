import { officeOf } from '../../../src/domain/office';
import type { Profile } from '../../../src/domain/profile';
import { openBrowserDatabase } from '../../../src/engine/browser/duckdb';
import { WorkerReader } from '../../../src/intake/browser/reader';
import { job, type Run } from '../job';

/** Runs the job over the chosen file; called by the bench through the browser. */
async function run(profile: Profile): Promise<Run> {
  const file = (document.getElementById('file') as HTMLInputElement).files?.[0];
  if (!file) throw new Error('no file chosen');
  const db = await openBrowserDatabase();
  try {
    const office = officeOf(profile);
    return await job(office, db, new WorkerReader(office), file, file.name);
  } finally {
    await db.close();
  }
}

Object.assign(globalThis, { run });
