import { FileRefused } from '../../domain/problems';
import type { ParquetModule } from '../parquet/module';
import { openParquet } from '../parquet/open';
import type { OpenedFile } from '../sheet';
import { openText, type TextChoice } from '../text/openText';
import { HEAD, workbookForm } from '../workbook/form';
import { encodingAsk } from './encodingAsk';

/** Loads what Parquet and workbooks are read with, before a file needs it. */
export async function warmForms(parquet: ParquetModule): Promise<void> {
  await Promise.all([parquet.warm(), import('../workbook/open').then(({ loadLibrary }) => loadLibrary())]);
}

const PARQUET = [0x50, 0x41, 0x52, 0x31];

/** Forms that are no tables, by their first bytes. */
const FOREIGN: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['7z 压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
  // A pack of files is taken apart before it comes here.
  ['Word、PPT 等 Office 文档，或其他 ZIP 文件', [0x50, 0x4b, 0x03, 0x04]],
  ['gz 压缩包', [0x1f, 0x8b]],
  ['图片', [0x89, 0x50, 0x4e, 0x47]],
  ['图片', [0xff, 0xd8, 0xff]],
  ['RTF 文档', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

/**
 * Opens a file by what it is, told from its bytes, never from its name.
 * @throws FileRefused for an empty file, a form that is not read, a damaged one
 */
export async function openFile(file: Blob, parquet: ParquetModule, choice: TextChoice = {}): Promise<OpenedFile> {
  if (file.size === 0) throw new FileRefused('empty_file');
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (startsWith(head, PARQUET)) return openParquet(file, parquet);
  const form = workbookForm(head);
  if (form) return (await import('../workbook/open')).openWorkbook(file, form);
  const foreign = FOREIGN.find(([, magic]) => startsWith(head, magic));
  if (foreign) throw new FileRefused('unknown_form', { detail: foreign[0] });
  return openText(file, choice).catch((error) => {
    if (!(error instanceof FileRefused) || error.code !== 'unknown_encoding') throw error;
    throw new FileRefused(error.code, error.facts, [encodingAsk(choice.encoding ?? null)]);
  });
}
