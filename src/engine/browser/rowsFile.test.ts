import { expect, it } from 'vitest';
import { openWasmDatabase } from '../../../tests/support/wasmDatabase';
import { stored } from '../sql/stored';

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

it('gives back what it compressed to the last character, whatever is stored', async () => {
  // More rows than are compressed together; texts of every length, some longer than a block of the file, and gaps.
  const columns: [name: string, type: string, value: string][] = [
    [
      'id',
      stored('VARCHAR', true),
      "CASE WHEN i % 977 <> 5 THEN repeat('号' || i || '\n', i % 7) || CASE WHEN i % 30000 = 7 THEN repeat(md5(i::VARCHAR), 9000) ELSE '' END END",
    ],
    ['text', stored('VARCHAR'), "CASE WHEN i % 3 > 0 THEN repeat('来函', i % 5) END"],
    [
      'known',
      stored("ENUM ('甲', '乙', '丙')"),
      "CASE WHEN i % 11 > 0 THEN ['甲', '乙', '丙'][1 + (hash(i) % 3)::INTEGER] END",
    ],
    ['number', stored('INTEGER'), 'CASE WHEN i % 13 > 0 THEN (hash(i) % 4294967295)::BIGINT - 2147483647 END'],
    ['same', stored('INTEGER'), '7'],
    ['units', stored('BIGINT'), 'CASE WHEN i % 17 > 0 THEN (hash(i) >> 2)::BIGINT END'],
    ['day', stored('DATE'), "CASE WHEN i % 19 > 0 THEN DATE '0001-01-01' + ((hash(i) % 3000000)::INTEGER) END"],
    ['flag', stored('BOOLEAN'), 'CASE WHEN i % 23 > 0 THEN hash(i) % 2 = 0 END'],
    ['amount', stored('DOUBLE'), 'CASE WHEN i % 29 > 0 THEN hash(i) / 1000 END'],
  ];
  const db = await openWasmDatabase();
  await db.run(`CREATE TABLE t (i BIGINT, ${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`);
  await db.run(`INSERT INTO t SELECT i, ${columns.map(([, , value]) => value).join(', ')} FROM range(130_000) r(i)`);
  const others = columns.map(
    ([name, , value]) =>
      `CAST(count(*) FILTER (WHERE ${name}::VARCHAR IS DISTINCT FROM (${value})::VARCHAR) AS INTEGER) AS ${name}`,
  );
  const differing = () => db.rows(`SELECT CAST(count(*) AS INTEGER) AS rows, ${others.join(', ')} FROM t`);
  const none = [{ rows: 130_000, ...Object.fromEntries(columns.map(([name]) => [name, 0])) }];
  expect(await differing()).toEqual(none);
  const bytes = (await db.copy?.()) as Uint8Array;
  await db.restore?.(bytes.slice());
  expect(await differing()).toEqual(none);
  const ways = await db.rows(
    "SELECT DISTINCT column_name AS name, compression AS way FROM pragma_storage_info('t') WHERE segment_type <> 'VALIDITY'",
  );
  const waysOf = (name: string) => ways.flatMap((w) => (w.name === name ? [w.way] : []));
  expect({ id: waysOf('id'), known: waysOf('known'), day: waysOf('day') }).toEqual({
    id: ['ZSTD'],
    known: ['BitPacking'],
    day: ['BitPacking'],
  });
  await db.close();
});
