import { FileRefused } from '../domain/problems';
import type { Bytes } from './bytes';

export type Form = 'text' | 'parquet';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);
const PARQUET = [0x50, 0x41, 0x52, 0x31];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * What a file is, told from its bytes, never from its name.
 * @throws FileRefused for an empty file, a workbook, a cut-off Parquet file, or a form that is not read
 */
export async function formOf(file: Bytes): Promise<Form> {
  if (file.size === 0) throw new FileRefused('empty_file');
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (startsWith(head, PARQUET)) {
    const tail = new Uint8Array(await file.slice(-4).arrayBuffer());
    if (file.size < 12 || !startsWith(tail, PARQUET)) throw new FileRefused('broken_parquet', { detail: '缺少文件尾' });
    return 'parquet';
  }
  if (startsWith(head, OLE)) throw new FileRefused('unsupported_excel');
  if (startsWith(head, ZIP)) {
    const names = new TextDecoder('latin1').decode(head);
    if (/\[Content_Types\]|xl\/|_rels\//.test(names)) throw new FileRefused('unsupported_excel');
    throw new FileRefused('unknown_form', { detail: 'ZIP 压缩包' });
  }
  if (startsWith(head, PDF)) throw new FileRefused('unknown_form', { detail: 'PDF' });
  return 'text';
}
