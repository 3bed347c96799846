import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Office } from '../../../src/domain/office';
import { encodeGb18030 } from '../../sample/gb18030';
import type { Cases, Kind } from './cases';
import { csvOf, withHeader } from './csv';
import { writeWorkbook } from './workbook';

export const FORMS = ['utf8', 'gb18030', 'parquet', 'xlsx'] as const;
export type Form = (typeof FORMS)[number];

/** To be raised when the same seed gives other files: those made before are then made anew. */
const VERSION = 2;

/** Day on which the submission came in: no day of a case is later. */
export const RECEIVED_ON = '2018-01-08';

const ENDINGS: Readonly<Record<Form, string>> = { utf8: 'csv', gb18030: 'csv', parquet: 'parquet', xlsx: 'xlsx' };

const pathOf = (cache: string, form: Form, kind: Kind, rows: number): string =>
  join(cache, `v${VERSION}-${rows}-${kind}-${form}`, `2017Q4_aic_complaints.${ENDINGS[form]}`);

/** Whether an earlier run made the file. */
export const isMade = (cache: string, form: Form, kind: Kind, rows: number): boolean =>
  existsSync(pathOf(cache, form, kind, rows));

/**
 * A file of seeded complaints, made where it does not lie there from an earlier run. It lies alone in a folder, with the
 * day of its receipt beside it, as the command line takes it; its name says unit, period and ledger.
 */
export async function benchFile(office: Office, cache: string, form: Form, kind: Kind, rows: number): Promise<string> {
  const file = pathOf(cache, form, kind, rows);
  if (existsSync(file)) return file;
  await mkdir(dirname(file), { recursive: true });
  const cases = { rows, kind };
  if (form === 'xlsx') await writeWorkbook(file, withHeader(office, cases));
  else if (form === 'parquet') await writeParquet(file, await benchFile(office, cache, 'utf8', kind, rows));
  else await writeCsv(file, office, cases, form === 'utf8' ? (text) => Buffer.from(text) : encodeGb18030);
  await writeFile(
    join(dirname(file), 'received.csv'),
    `file,received_on\n${file.slice(dirname(file).length + 1)},${RECEIVED_ON}\n`,
  );
  return file;
}

async function writeCsv(file: string, office: Office, cases: Cases, encode: (text: string) => Uint8Array) {
  const out = createWriteStream(`${file}.part`);
  for (const text of csvOf(office, cases)) if (!out.write(encode(text))) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  await rename(`${file}.part`, file);
}

/** The cells of a CSV, as text. */
async function writeParquet(file: string, csv: string): Promise<void> {
  const db = await DuckDBInstance.create(':memory:');
  const connection = await db.connect();
  await connection.run(`COPY (SELECT * FROM read_csv('${csv}', all_varchar = true, header = true))
    TO '${file}.part' (FORMAT parquet, ROW_GROUP_SIZE 122880)`);
  connection.closeSync();
  db.closeSync();
  await rename(`${file}.part`, file);
}
