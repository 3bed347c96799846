import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** The rows of a query as a Parquet file. @param options of COPY, e.g. `COMPRESSION zstd` */
export async function parquetOf(select: string, options = ''): Promise<Blob> {
  const path = join(tmpdir(), `kaoping-${process.pid}-${Math.random().toString(36).slice(2)}.parquet`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet${options && `, ${options}`})`);
    return new Blob([await readFile(path)]);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(path, { force: true });
  }
}
