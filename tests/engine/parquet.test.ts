import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { AssessmentDocument } from '../../src/assessment/document';
import { parquetOf } from '../support/parquetOf';
import { accepted, fileOf, openedEngine } from './clerk';

const { db, engine } = await openedEngine();

const taken = async (id: number, select: string) => {
  const { key } = await accepted(engine, fileOf(id, await parquetOf(select)), id);
  const rows = await db.rows(
    `SELECT "row", complaint_id AS id, strftime(received_on, '%Y-%m-%d') AS day
     FROM complaints WHERE submission = ${key} ORDER BY 1`,
  );
  return rows.map((r) => Object.values(r));
};

const ROWS = `'投诉' AS 类型, '海晏县' AS 县区, '工商' AS 承办部门`;
/** Of the first case the day in China is the one after the day in London; the second is the other way round from Los Angeles. */
const LEDGER = `SELECT '1' AS 编号, ${ROWS}, TIMESTAMPTZ '2017-03-31 16:30:00+00' AS 接收日期, true AS 是否实名
  UNION ALL SELECT '2', ${ROWS}, TIMESTAMPTZ '2017-03-30 23:30:00+00', false
  UNION ALL SELECT '3', ${ROWS}, TIMESTAMPTZ '2017-03-31 03:00:00+00', NULL`;

it('reads the second of two files alike in size, not the first again', async () => {
  for (const [i, day] of ['2017-03-05', '2017-03-06', '2017-03-07'].entries())
    expect(await taken(i + 1, `SELECT 'T-1' AS 编号, ${ROWS}, DATE '${day}' AS 接收日期`)).toEqual([[2, 'T-1', day]]);
});

it('may have columns called like the number of a row', async () => {
  const select = `SELECT 7 - i AS file_row_number, i::VARCHAR AS 编号, ${ROWS}, DATE '2017-03-05' AS 接收日期, -i AS rowid
    FROM range(3) t(i)`;
  expect(await taken(9, select)).toEqual([
    [2, '0', '2017-03-05'],
    [3, '1', '2017-03-05'],
    [4, '2', '2017-03-05'],
  ]);
});

it('stands on the same day whatever the zone of the computer', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kaoping-zones-'));
  try {
    const file = await parquetOf(LEDGER);
    await writeFile(join(dir, '2017Q1_632200_complaints.parquet'), file.stream());
    const told = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((TZ) =>
      execFileSync(process.execPath, ['scripts/assess.mjs', dir, '--period', '2017Q1', '--json'], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(new Set(told).size).toBe(1);
    const { submissions, problems } = JSON.parse(told[0] as string) as AssessmentDocument;
    expect(submissions).toMatchObject([{ rowsRead: 3, rowsAccepted: 2, rowsRejected: 1 }]);
    // The first was received on 1 April in China, after the period.
    expect(problems).toMatchObject([{ row: 2, code: 'after_period', value: '2017-04-01 00:30:00' }]);
  } finally {
    await rm(dir, { recursive: true });
  }
});
