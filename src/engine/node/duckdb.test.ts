import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openNodeDatabase } from './duckdb';

const LONG = 'SELECT sum(a.range * b.range) AS n FROM range(3000) a, range(3000) b';

it('closed while statements are under way, it lets them come to their end', async () => {
  // More than Node has threads for: where each kept one, nothing could be read any more.
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const db = await openNodeDatabase({ threads: 1 });
      const asked = db.rows(LONG);
      await db.close();
      return asked;
    }),
  );
  for (const [row] of answers) expect(Number(row?.n)).toBe((3000 * 2999 * 3000 * 2999) / 4);
  expect((await readFile(new URL(import.meta.url))).length).toBeGreaterThan(0);
});
