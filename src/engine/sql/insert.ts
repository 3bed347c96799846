import type { Database } from '../port';
import { value } from './text';

/** Inserts rows of literals, some thousands a statement. */
export async function insertRows(
  db: Database,
  table: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += 2000)
    await db.run(
      `INSERT INTO ${table} VALUES ${rows
        .slice(i, i + 2000)
        .map((r) => `(${r.map(value).join(', ')})`)
        .join(', ')}`,
    );
}
