import type { Catalogue } from '../../domain/catalogue/catalogue';
import { FileRefused } from '../../domain/problems';
import type { TextEncoding } from '../../domain/reading/reading';
import type { ParquetModule } from '../parquet/module';
import type { OpenedFile } from '../sheet';
import { openText, type TextChoice } from '../text/openText';
import { HEAD, workbookForm, zipDocument } from '../workbook/form';
import { encodingAsks } from './encodingAsk';

/** Loads what Parquet and workbooks are read with, before a file needs it. */
export async function warmForms(parquet: ParquetModule): Promise<void> {
  await Promise.all([
    parquet.warm(),
    import('../parquet/open'),
    import('../workbook/open').then(({ loadLibrary }) => loadLibrary()),
  ]);
}

const PARQUET = [0x50, 0x41, 0x52, 0x31];

/** Forms that are no tables, by their first bytes. */
const FOREIGN: readonly (readonly [string, readonly number[]])[] = [
  ['Excel 4.0 或更早版本的工作表', [0x09, 0x00, 0x04, 0x00]],
  ['Excel 4.0 或更早版本的工作表', [0x09, 0x02, 0x06, 0x00]],
  ['Excel 4.0 或更早版本的工作表', [0x09, 0x04, 0x06, 0x00]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['7z 压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gz 压缩包', [0x1f, 0x8b]],
  ['图片', [0x89, 0x50, 0x4e, 0x47]],
  ['图片', [0xff, 0xd8, 0xff]],
  ['RTF 文档', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

/** Bytes that are tried in other encodings: whether there is a header is told by the first rows. Even, for UTF-16. */
const TRIED = 4 * 1024 * 1024;

/**
 * Opens a file by what it is, told from its bytes, never from its name.
 * @throws FileRefused for an empty file, a form that is not read, a damaged one
 */
export async function openFile(
  catalogue: Catalogue,
  file: Blob,
  parquet: ParquetModule,
  choice: TextChoice = {},
): Promise<OpenedFile> {
  if (file.size === 0) throw new FileRefused('empty_file');
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (startsWith(head, PARQUET)) return (await import('../parquet/open')).openParquet(file, parquet);
  const form = workbookForm(head);
  if (form) return (await import('../workbook/open')).openWorkbook(file, form);
  // A pack of files is taken apart before it comes here.
  const foreign = startsWith(head, ZIP) ? zipDocument(head) : FOREIGN.find(([, magic]) => startsWith(head, magic))?.[0];
  if (foreign) throw new FileRefused('unknown_form', { detail: foreign });
  const reopen = (encoding: TextEncoding) => openText(catalogue, file.slice(0, TRIED), { encoding });
  try {
    return { ...(await openText(catalogue, file, choice)), reopen };
  } catch (error) {
    if (!(error instanceof FileRefused) || error.code !== 'unknown_encoding') throw error;
    const asks = await encodingAsks(catalogue, { encoding: choice.encoding ?? null, reopen });
    throw new FileRefused(error.code, error.facts, asks);
  }
}
