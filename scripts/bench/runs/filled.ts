import type { Office } from '../../../src/domain/office';
import type { Submission } from '../../../src/domain/submission';
import { Engine } from '../../../src/engine/engine';
import type { Database } from '../../../src/engine/port';
import type { FileReader } from '../../../src/intake/read/reader';
import { enterFile } from '../../../src/workspace/enterFile';
import { HeldRows } from '../../../src/workspace/heldRows';
import type { Cost } from './cost';

/** What a submission is taken in with; `costs` as the place of the measurement can tell them. */
export interface Parts {
  office: Office;
  db: Database;
  reader: FileReader;
  costs: () => () => Cost;
}

/** An engine with the rows of one submission, which counts. */
export interface Filled extends Parts {
  engine: Engine;
  rows: HeldRows;
  submission: Submission;
  takeIn: Cost;
}

/** Takes a file in, whose name says whose it is. */
export async function fill(parts: Parts, data: Blob, path: string, receivedOn: string): Promise<Filled> {
  const { office, db, reader } = parts;
  const engine = await Engine.start(db, office);
  const spent = parts.costs();
  const taken = await enterFile(office, engine, reader, { path, data, declared: { receivedOn }, at: '' });
  if ('refused' in taken) throw taken.refused;
  if (!('read' in taken) || !taken.read[0]) throw new Error(`${path}: nothing read`);
  const takeIn = spent();
  const submission = { ...taken.read[0].submission, id: 1 };
  const rows = new HeldRows(engine);
  rows.add(submission.id, taken.read[0].key);
  await rows.settle([submission]);
  return { ...parts, engine, rows, submission, takeIn };
}
