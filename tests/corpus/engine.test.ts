import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import { nodeReader } from '../../src/intake/node/reader';
import { enterFile } from '../../src/workspace/enterFile';
import { catalogue } from '../support/catalogue';
import { qinghai } from '../support/profile';
import { lines, PENALTIES_PATH, PENALTY, penalty } from './build';
import { blobOf, type Case } from './case';
import { CORPUS } from './corpus';
import { isNote, outcomeOf } from './read';

/** The corpus taken in to the end: what the engine holds and says is what was read. */
let db: Database;
let engine: Engine;
beforeAll(async () => {
  db = await openNodeDatabase({ threads: 1 });
  engine = await Engine.start(db, qinghai);
});
afterAll(() => engine.close());

async function takenIn({ path = '2017Q1_632200_complaints.csv', ledger, answers, receivedOn, ...c }: Case) {
  const declared = { ...(ledger && { ledger }), ...(answers && { answers }), receivedOn: receivedOn ?? null };
  const file = { path, data: await blobOf(c), declared, at: '2017-04-05T08:00:00.000Z' };
  const taken = await enterFile(qinghai, engine, nodeReader(qinghai), file);
  if ('held' in taken) throw new Error('held');
  return taken;
}

const cases = Object.values(CORPUS)
  .flat()
  .filter((c) => !c.office);

describe('taken into the engine', () => {
  it.each(cases.map((c) => [c.name, c] as const))('%s', async (_, c) => {
    const [taken, { said, refused, read }] = [await takenIn(c), await outcomeOf(c)];
    if ('refused' in taken) {
      expect(taken.refused.message).toBe(refused?.message);
      for (const table of [...catalogue.ledgerIds, 'problem'])
        expect(await db.rows(`SELECT 1 FROM ${table} LIMIT 1`)).toEqual([]);
      return;
    }
    expect(taken.read.map((r) => r.submission.ledger)).toEqual(read?.parts.map((p) => p.ledger));
    try {
      await engine.setCurrent(
        taken.read.map(({ key, submission }, i) => ({ key, submission: { ...submission, id: i + 1 } })),
      );
      for (const { key, submission } of taken.read) {
        const rows = `SELECT CAST(count(*) AS INTEGER) AS n FROM ${submission.ledger} WHERE submission = ${key}`;
        expect((await db.rows(rows))[0]?.n).toBe(submission.rowsAccepted);
      }
      const { rows } = await engine.problems({}, 0, 100_000);
      expect(rows.map((p) => p.code).sort()).toEqual(said.map((s) => s.code).sort());
      expect(taken.read.reduce((n, r) => n + r.problems, 0)).toBe(said.filter((s) => !isNote(s)).length);
    } finally {
      for (const { key } of taken.read) await engine.remove(key);
    }
  });
});

it.each([
  ['stray_quote', `"P"-1,工商,海晏县,2017-03-05,张三丰`],
  ['swallowed_rows', `P-1,"工商,海晏县,2017-03-05,张三丰\nP-2",工商,海晏县,2017-03-05,张三丰`],
  ['row_in_one_cell', '"P-1,工商,海晏县,2017-03-05,张三丰,"'],
  ['surplus_cells', 'P-1,工商,海晏县,2017-03-05,甲公司,张三丰'],
])('%s: a row in doubt shows no person', async (code, row) => {
  const file = lines(`${PENALTY},当事人`, penalty(9, ',甲'), row, penalty(8, ',乙'));
  const taken = await takenIn({ name: code, file, path: PENALTIES_PATH, meant: { rows: [3, 1] } });
  if ('refused' in taken) throw taken.refused;
  await engine.setCurrent(taken.read.map(({ key, submission }) => ({ key, submission: { ...submission, id: 1 } })));
  const { rows } = await engine.problems({}, 0, 10);
  for (const { key } of taken.read) await engine.remove(key);
  expect(rows.map((p) => p.code)).toEqual([code]);
  expect(JSON.stringify(rows)).not.toContain('张三丰');
});
