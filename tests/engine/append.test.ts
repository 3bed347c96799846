import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countColumn, type TypedColumn, type TypedRows, textColumn } from '../../src/domain/typedRows';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import { departmentIds, placeCodes } from '../../src/engine/sql/known';
import { catalogue } from '../support/catalogue';
import { qinghai } from '../support/profile';
import { openWasmDatabase } from '../support/wasmDatabase';

type Texts = readonly (string | null)[];

/** Complaints of one sheet. @param fields texts by column; the other columns are gaps */
function complaints(rows: readonly number[], fields: Readonly<Record<string, Texts>>): TypedRows {
  const columns: Record<string, TypedColumn> = { sheet: countColumn(rows.map(() => 0)), row: countColumn(rows) };
  for (const { name, type } of catalogue.ledger('complaints').fields) {
    const column = type === 'county' ? 'place' : name;
    const texts = fields[column] ?? rows.map(() => null);
    columns[column] = type === 'date' || type === 'count' ? countColumn(rows.map(() => null)) : textColumn(texts);
    if (type === 'date') columns[column] = { ...countColumn(rows.map(() => null)), kind: 'day' } as TypedColumn;
  }
  return { rows: rows.length, columns };
}

describe.each([
  ['native', () => openNodeDatabase({ threads: 1 })],
  ['browser', openWasmDatabase],
])('rows added, %s', (_, open) => {
  let db: Database;
  let engine: Engine;
  beforeAll(async () => {
    db = await open();
    engine = await Engine.start(db, qinghai);
  });
  afterAll(() => engine.close());

  const held = (key: number, column: string) =>
    db
      .rows(`SELECT CAST(${column} AS VARCHAR) AS x FROM complaints WHERE submission = ${key} ORDER BY "row"`)
      .then((rows) => rows.map((r) => r.x));

  it.each([
    ['place', placeCodes(qinghai)],
    ['department', departmentIds(qinghai)],
    ['satisfaction', ['满意', '基本满意', '不满意', '未评价']],
    ['product', ['', 'a', 'elf bytes__', 'twelve bytes', 'thirteen byte', '商'.repeat(5000)]],
  ])('%s: every text comes out as it went in, and gaps stay gaps', async (column, texts) => {
    const key = engine.incoming.newKey();
    // More than one vector of DuckDB, each with gaps.
    const all = Array.from({ length: 5000 }, (_, i) => (i % 7 === 3 ? null : (texts[i % texts.length] as string)));
    await engine.incoming.append(
      key,
      'complaints',
      complaints(
        all.map((_, i) => i + 2),
        { [column]: all },
      ),
    );
    await engine.incoming.seal(key, 'complaints', all.length, [null]);
    expect(await held(key, column)).toEqual(all);
  });

  it('texts at random, of any column', async () => {
    const kind = fc.constantFrom(null, '投诉', '举报');
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 20 }).filter((t) => !t.includes('\0')));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(kind, text), { minLength: 1, maxLength: 40 }), async (cells) => {
        const key = engine.incoming.newKey();
        const fields = { kind: cells.map(([k]) => k), product: cells.map(([, t]) => t) };
        await engine.incoming.append(
          key,
          'complaints',
          complaints(
            cells.map((_, i) => i),
            fields,
          ),
        );
        await engine.incoming.seal(key, 'complaints', cells.length, [null]);
        expect(await held(key, 'kind')).toEqual(fields.kind);
        expect(await held(key, 'product')).toEqual(fields.product);
        await engine.remove(key);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['kind', '投诉件'],
    ['place', '999999'],
    ['department', 'nobody'],
  ])('%s: a text that is not known is refused, never a gap', async (column, text) => {
    const key = engine.incoming.newKey();
    await expect(
      engine.incoming.append(key, 'complaints', complaints([2, 3], { [column]: [null, text] })),
    ).rejects.toThrow();
    expect(await held(key, column)).toEqual([]);
  });

  it('rows that are missing or stand twice are told', async () => {
    const key = engine.incoming.newKey();
    await engine.incoming.append(key, 'complaints', complaints([2, 3, 4], {}));
    await expect(engine.incoming.seal(key, 'complaints', 4, [null])).rejects.toThrow(
      '4 rows read, 3 held, 3 told apart',
    );
    await engine.incoming.append(key, 'complaints', complaints([3], {}));
    await expect(engine.incoming.seal(key, 'complaints', 4, [null])).rejects.toThrow(
      '4 rows read, 4 held, 3 told apart',
    );
  });

  it('rows may come in any order', async () => {
    const key = engine.incoming.newKey();
    for (const rows of [
      [7, 8],
      [2, 3],
    ])
      await engine.incoming.append(key, 'complaints', complaints(rows, {}));
    await engine.incoming.seal(key, 'complaints', 4, [null]);
  });
});
