import { createSHA256 } from 'hash-wasm';
import { FileRefused } from '../domain/problems';
import { type Bytes, blobOf, bytesOf, eachChunk, textOf } from './bytes';
import { encodingOf, toUtf8 } from './encoding';
import { formOf } from './form';
import { cellCount, findHeader } from './header';
import { scanRecords } from './records';

/** A file told apart and ready for staging; nothing of any rule is known here. */
export type Inspected =
  | { kind: 'parquet'; sha256: string; encoding: 'parquet'; data: Blob }
  | {
      kind: 'csv';
      sha256: string;
      encoding: string;
      /** UTF-8 records below the header. */
      data: Blob;
      delimiter: string;
      headers: string[];
      /** Row of the first record as a spreadsheet shows it. */
      firstRow: number;
      records: number;
      skipped: { record: number; blanks: number }[];
    };

/** SHA-256 of the bytes as they came, in hexadecimal. */
export async function sha256Of(file: Bytes, onProgress?: (share: number) => void): Promise<string> {
  const hash = await createSHA256();
  await eachChunk(file, (chunk, offset) => {
    hash.update(chunk);
    onProgress?.((offset + chunk.length) / file.size);
  });
  return hash.digest('hex');
}

/**
 * Tells what a file is: form, encoding, delimiter, header, records. Runs in a worker in the browser, in the process in Node.
 * @throws FileRefused where the file cannot be read whole
 */
export async function inspect(file: Blob, onProgress?: (share: number) => void): Promise<Inspected> {
  const bytes = await bytesOf(file);
  const form = await formOf(bytes);
  const sha256 = await sha256Of(bytes, onProgress && ((share) => onProgress(share / 2)));
  if (form === 'parquet') return { kind: 'parquet', sha256, encoding: 'parquet', data: file };

  const encoding = await encodingOf(bytes);
  const text = await toUtf8(bytes, encoding, await hasBareReturns(bytes));
  onProgress?.(0.75);
  const header = await findHeader(text);
  const scan = await scanRecords(text, header.delimiter, header.row);
  onProgress?.(1);
  if (scan.openQuoteLine !== null) throw new FileRefused('broken_csv', { detail: String(scan.openQuoteLine) });
  if (!scan.endsWithNewline && header.fewestCells !== null) {
    const last = cellCount(await textOf(text.slice(scan.lastStart)), header.delimiter);
    if (last < header.fewestCells)
      throw new FileRefused('truncated_csv', {
        detail: String(header.row + scan.records + (scan.skipped.at(-1)?.blanks ?? 0)),
      });
  }
  return {
    kind: 'csv',
    sha256,
    encoding: encoding.label,
    data: blobOf(text.slice(scan.dataOffset)),
    delimiter: header.delimiter,
    headers: header.names,
    firstRow: header.row + 1,
    records: scan.records,
    skipped: scan.skipped,
  };
}

/** Line ends of old Macintosh programs: `\r` without any `\n`. */
async function hasBareReturns(file: Bytes): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 64 * 1024).arrayBuffer());
  return head.includes(0x0d) && !head.includes(0x0a);
}
