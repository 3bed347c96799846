import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { Office } from '../../../src/domain/office';
import { openNodeDatabase } from '../../../src/engine/node/duckdb';
import { nodeReader } from '../../../src/intake/node/reader';
import { RECEIVED_ON } from '../data/files';
import { costs, type Measured } from './cost';
import { changes } from './cutOff';
import { fill } from './filled';

/** Changes of the cut-off and one more submission, as the command line's engine makes them. */
export async function nativeChanges(office: Office, file: string): Promise<Measured> {
  const parts = { office, db: await openNodeDatabase(), reader: nodeReader(office), costs };
  const filled = await fill(parts, await openAsBlob(file), basename(file), RECEIVED_ON);
  return { costs: await changes(filled) };
}
