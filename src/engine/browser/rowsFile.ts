import { unzlibSync } from 'fflate';

/**
 * An empty database (DuckDB 1.4, whose compression it asks for), packed: made natively by
 * `ATTACH 'empty.db' AS e (STORAGE_VERSION 'v1.4.0'); DETACH e`. DuckDB-WASM writes to a file in memory only where it was given
 * one, and takes none of no bytes for a database.
 */
const EMPTY =
  'eNrt178KQQEUB2ADYvEUNvInFDNKyWi13BtvYOUdZLDblMFzSJk8gzcwKIablHK7FtP3LafTOZ0z//KH4vm+7l964+6wm0pmXq80K43v87AeBu32tNOqxd+ZzDKryWJ/3I5O1+Vuk0n4HgAAAPhRf1C6VQtB+dU/Prw301HJRSUbc1P+BwAAAPlf/gcAAID/egJ0n00N';

const emptyDatabase = (): Uint8Array => unzlibSync(Uint8Array.from(atob(EMPTY), (c) => c.charCodeAt(0)));

/** What is asked of DuckDB-WASM: the page's in a worker, or that of the tests. */
export interface FilesInMemory {
  /** Name of the file in which the rows' database lies; DuckDB's log of it lies beside it. */
  readonly file: string;
  query(sql: string): unknown;
  registerFileBuffer(name: string, bytes: Uint8Array): unknown;
  copyFileToBuffer(name: string): Uint8Array | Promise<Uint8Array>;
  dropFile(name: string): unknown;
}

const logOf = ({ file }: FilesInMemory): string => `${file}.wal`;

/** Attaches the rows' database. The bytes given are DuckDB's from then on. */
export async function attachRows(wasm: FilesInMemory, bytes = emptyDatabase()): Promise<void> {
  await wasm.registerFileBuffer(wasm.file, bytes);
  // Of a log that it was not given DuckDB-WASM never learns the length: it is then not emptied at 16 MB, and the rows of small
  // files lie uncompressed in memory. Within Node it would lie on the disk.
  await wasm.registerFileBuffer(logOf(wasm), new Uint8Array());
  // In a file rows are compressed: a million complaints take a tenth of 340 MB.
  await wasm.query(`ATTACH '${wasm.file}' AS rows`);
  await wasm.query('USE rows');
}

/** Puts the database that `copyOfRows` gave in place of the one attached. */
export async function restoreRows(wasm: FilesInMemory, bytes: Uint8Array): Promise<void> {
  await wasm.query('USE memory');
  await wasm.query('DETACH rows');
  await wasm.dropFile(wasm.file);
  await wasm.dropFile(logOf(wasm));
  await attachRows(wasm, bytes);
}

/** The whole database as it stands, with nothing left in its log. */
export async function copyOfRows(wasm: FilesInMemory): Promise<Uint8Array> {
  await wasm.query('CHECKPOINT rows');
  return wasm.copyFileToBuffer(wasm.file);
}
