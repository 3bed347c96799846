import { afterAll, afterEach } from 'vitest';
import type { FileRefused } from '../../src/domain/problems';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import type { CountingRows } from '../../src/engine/submissionRows';
import { nodeReader } from '../../src/intake/node/reader';
import type { Read } from '../../src/workspace/engineSink';
import { enterFiles, type FileToEnter } from '../../src/workspace/enterFile';
import type { Declared } from '../../src/workspace/workspace';
import { qinghai } from '../support/profile';

/** The fewest columns of a complaint, and rows of 海北州 in them. */
export const HEADER = '编号,类型,县区,承办部门,接收日期';
export const row = (id: string | number, more = ''): string => `T-${id},投诉,海晏县,工商,2017-03-05${more}`;

/** An engine on a database of its own, for all tests of a file. */
export async function openedEngine(office = qinghai): Promise<{ db: Database; engine: Engine }> {
  const db = await openNodeDatabase({ threads: 1 });
  const engine = await Engine.start(db, office);
  afterAll(() => engine.close());
  return { db, engine };
}

/** The same, which holds nothing when a test begins. */
export async function emptyEngine(): Promise<{ db: Database; engine: Engine }> {
  const { db, engine } = await openedEngine();
  const tables = [...qinghai.catalogue.ledgerIds, 'problem', 'aside'].map((t) => `SELECT submission AS key FROM ${t}`);
  afterEach(async () => {
    for (const { key } of await db.rows(tables.join(' UNION '))) await engine.remove(key as number);
    await engine.setCurrent([]);
  });
  return { db, engine };
}

/** @param id tells files of one test apart, in their names */
export const fileOf = (
  id: number,
  data: Blob | string,
  declared: Declared = {},
  path = `2017Q1_632200_complaints_${id}.csv`,
): FileToEnter => ({
  path,
  data: typeof data === 'string' ? new Blob([data]) : data,
  declared,
  at: '2017-04-05T08:00:00.000Z',
});

/** A file without a fault: a row for each number. */
export const good = (id: number, ...ids: number[]): FileToEnter =>
  fileOf(id, `${[HEADER, ...ids.map((n) => row(n))].join('\n')}\n`);

/** Reads files as the command line does. */
export const reader = nodeReader(qinghai);

/** Takes one file in as page and command line do: the one submission that it holds, or why it was refused. */
export async function take(engine: Engine, file: FileToEnter): Promise<Read | { refused: FileRefused }> {
  const [outcome] = await enterFiles(qinghai, engine, reader, [file]);
  if (!outcome || 'failed' in outcome) throw outcome?.failed ?? new Error('no outcome');
  if ('refused' in outcome) return outcome;
  const [read, ...others] = outcome.read;
  if (!read || others.length) throw new Error(`${outcome.read.length} submissions in one file`);
  return read;
}

/** A file that is not refused, as the submission of that number. */
export async function accepted(engine: Engine, file: FileToEnter, id = 1): Promise<CountingRows> {
  const taken = await take(engine, file);
  if ('refused' in taken) throw taken.refused;
  return { key: taken.key, submission: { ...taken.submission, id } };
}
