import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type FileToTakeIn, takeInMany } from '../../src/assessment/takeIn';
import type { Declared } from '../../src/assessment/workspace';
import type { Engine } from '../../src/engine/engine';
import { inspect } from '../../src/intake/inspect';
import { qinghai } from '../support/profile';

/** The fewest columns of a complaint, and rows of 海北州 in them. */
export const HEADER = '编号,类型,县区,承办部门,接收日期';
export const row = (id: string | number, more = ''): string => `T-${id},投诉,海晏县,工商,2017-03-05${more}`;

/** @param id tells files of one test apart, in their names */
export const fileOf = (
  id: number,
  data: Blob | string,
  declared: Declared = {},
  path = `2017Q1_632200_complaints_${id}.csv`,
): FileToTakeIn => ({
  path,
  data: typeof data === 'string' ? new Blob([data]) : data,
  declared,
  at: '2017-04-05T08:00:00.000Z',
});

/** Takes one file in as page and command line do, and says in one line what became of it. */
export async function take(engine: Engine, file: FileToTakeIn) {
  const [outcome] = await takeInMany(qinghai, engine, (blob) => inspect(blob), [file]);
  if (!outcome || 'failed' in outcome) throw outcome?.failed ?? new Error('no outcome');
  return outcome;
}

/** A Parquet file of what a SELECT returns, written by DuckDB. */
export async function parquetOf(select: string): Promise<Blob> {
  const path = join(tmpdir(), `kaoping-${process.pid}-${Math.random().toString(36).slice(2)}.parquet`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
    return new Blob([await readFile(path)]);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(path, { force: true });
  }
}
