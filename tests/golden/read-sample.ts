import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import type { Ledger } from '../../src/domain/ledgers';
import type { Office } from '../../src/domain/office';
import { readFileName } from '../../src/intake/fileName';
import type { TextSubmission } from '../oracle/evaluate';
import { SURPLUS, type TextRow } from '../oracle/read-row';
import { catalogue } from '../support/catalogue';

/** A sample file as text, with what its name and `received.csv` say of it. */
export interface SampleFile extends TextSubmission {
  version: number;
}

/**
 * The sample's files, read without any of the product's readers but that of file names: papaparse for CSV, plain SQL for
 * Parquet.
 */
export async function readSample(office: Office, folder: string): Promise<SampleFile[]> {
  const names = (await readdir(folder)).filter((n) => /\.(csv|parquet)$/.test(n) && n !== 'received.csv').sort();
  const list = Papa.parse<string[]>(await readFile(join(folder, 'received.csv'), 'utf8')).data;
  const received = new Map(list.map(([file, day]) => [file, day]));
  const files: SampleFile[] = [];
  for (const name of names) {
    const { unit, period, ledger, version } = readFileName(office, name);
    if (!unit || !period || !ledger) throw new Error(`${name} does not say what it is`);
    const path = join(folder, name);
    const table = name.endsWith('.parquet') ? await parquetRows(path) : await csvRows(path);
    const rows = rowsOf(catalogue.ledger(ledger), table);
    files.push({ unit, period, ledger, version, receivedOn: received.get(name) ?? null, rows });
  }
  return files;
}

async function csvRows(path: string): Promise<(string | null)[][]> {
  const bytes = await readFile(path);
  const utf8 = !new TextDecoder().decode(bytes).includes('\ufffd');
  return Papa.parse<string[]>(new TextDecoder(utf8 ? 'utf-8' : 'gb18030').decode(bytes).trim()).data;
}

async function parquetRows(path: string): Promise<(string | null)[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM read_parquet('${path}')`);
  const rows = reader.getRowsJS() as (string | null)[][];
  const names = reader.columnNames();
  connection.closeSync();
  instance.closeSync();
  return [names, ...rows];
}

/** Rows by field name, below the first row that has the ledger's id column (titles may stand above it). */
function rowsOf(ledger: Ledger, table: (string | null)[][]): TextRow[] {
  const plain = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\([^)]*\)|[\s*]/g, '');
  const fieldOf = (header: string | null) =>
    ledger.fields.find((f) => [f.name, ...f.headers].some((h) => plain(h) === plain(header)))?.name;
  const at = table.findIndex((row) => row.some((cell) => fieldOf(cell) === ledger.idField));
  const fields = (table[at] ?? []).map(fieldOf);
  return table.slice(at + 1).map((row) => ({
    ...Object.fromEntries(fields.flatMap((f, i) => (f ? [[f, row[i] ?? null]] : []))),
    [SURPLUS]: row.slice(fields.length).join(''),
  }));
}
