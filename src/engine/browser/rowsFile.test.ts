import { expect, it } from 'vitest';
import { openWasmDatabase } from '../../../tests/support/wasmDatabase';

it('gives back what was kept to another database, which goes on from there', async () => {
  const first = await openWasmDatabase();
  expect(await first.rows('SELECT table_name FROM duckdb_tables()')).toEqual([]);
  await first.run("CREATE TABLE t AS SELECT i, 'row ' || i % 100 AS text FROM range(300_000) r(i)");
  await first.run('CREATE VIEW v AS FROM t WHERE i < 10');
  const bytes = (await first.copy?.()) as Uint8Array;
  // Compressed, or memory would not do for millions of rows.
  expect(bytes.length).toBeLessThan(1_500_000);
  const sums = 'SELECT CAST(sum(i) AS DOUBLE) AS sum, CAST(count(DISTINCT text) AS INTEGER) AS texts FROM t';
  const before = await first.rows(sums);

  const second = await openWasmDatabase();
  await second.restore?.(bytes.slice());
  expect(await second.rows(sums)).toEqual(before);
  expect(await second.rows('SELECT CAST(count(*) AS INTEGER) AS n FROM v')).toEqual([{ n: 10 }]);
  await second.run('DELETE FROM t WHERE i >= 5');
  const again = (await second.copy?.()) as Uint8Array;
  await first.restore?.(again.slice());
  expect(await first.rows(sums)).toEqual([{ sum: 10, texts: 5 }]);

  // A block that is another is not taken for what it was.
  const damaged = bytes.slice().fill(1, 20_000, 60_000);
  await expect(second.restore?.(damaged).then(() => second.rows(sums))).rejects.toThrow();
  for (const db of [first, second]) await db.close();
});

it('empties its log into the file before it is long', async () => {
  const db = await openWasmDatabase();
  await db.run('CREATE TABLE t (i INTEGER, text VARCHAR)');
  const size =
    "SELECT CAST(total_blocks AS INTEGER) AS blocks FROM pragma_database_size() WHERE database_name = 'rows'";
  // The rows of many small files: 20 MB of log.
  for (let i = 0; i < 10; i++) await db.run("INSERT INTO t SELECT i, repeat('x', 1000) || i FROM range(2000) r(i)");
  expect((await db.rows(size))[0]?.blocks).toBeGreaterThan(0);
  expect(await db.rows('SELECT CAST(count(DISTINCT text) AS INTEGER) AS n FROM t')).toEqual([{ n: 2000 }]);
  await db.close();
});
