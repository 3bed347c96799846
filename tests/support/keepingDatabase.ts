import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';

/** Native DuckDB whose tables can be kept as the page's can: they lie in a file. Quicker to start than the page's. */
export async function openKeepingDatabase(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'kaoping-'));
  const file = join(folder, 'rows.db');
  const db = await openNodeDatabase({ threads: 1 });
  const attach = async () => {
    await db.run(`ATTACH '${file}' AS rows`);
    await db.run('USE rows');
  };
  await attach();
  return {
    ...db,
    copy: async () => {
      await db.run('CHECKPOINT rows');
      return new Uint8Array(await readFile(file));
    },
    restore: async (bytes) => {
      await db.run('USE memory');
      await db.run('DETACH rows');
      await writeFile(file, bytes);
      await attach();
    },
    close: async () => {
      await db.close();
      await rm(folder, { recursive: true });
    },
  };
}
