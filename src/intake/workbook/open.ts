import { FileRefused } from '../../domain/problems';
import type { OpenedFile, Sheet } from '../sheet';
import { type WorkbookForm, zipDocument } from './form';
import { openHtml } from './html';
import { openXls, openXlsb } from './library';
import { mainPart } from './parts';
import { openSpreadsheetXml } from './spreadsheetXml';
import { openXlsx } from './xlsx';
import { ZipParts } from './zipParts';

export { loadLibrary } from './library';

/** What the library reads whole: unpacked it takes several times as much memory. */
const LARGEST_FOR_LIBRARY = 300 * 2 ** 20;

/**
 * Opens a workbook: its sheets in their order, empty and hidden ones too.
 * @throws FileRefused for one that is locked, damaged or too large
 */
export async function openWorkbook(file: Blob, form: WorkbookForm): Promise<OpenedFile> {
  try {
    const { sheets, close } = await open(file, form);
    return {
      encoding: form,
      sheets: sheets.map((s) => ({ ...s, read: () => refusing(s.read()) })),
      ...(close && { close }),
    };
  } catch (error) {
    throw asRefused(error);
  }
}

async function open(file: Blob, form: WorkbookForm): Promise<{ sheets: Sheet[]; close?: () => void }> {
  switch (form) {
    case 'xlsx':
      return openZip(file);
    case 'xls':
      return { sheets: await openXls(file) };
    case 'html':
      return { sheets: await openHtml(file) };
    case 'xml':
      return { sheets: await openSpreadsheetXml(file) };
  }
}

async function openZip(file: Blob): Promise<{ sheets: Sheet[]; close?: () => void }> {
  const zip = await ZipParts.open(file);
  const close = () => void zip.close().catch(() => undefined);
  try {
    const main = await mainPart(zip);
    if (!zip.has(main) && zip.has('content.xml'))
      throw new FileRefused('unknown_form', { detail: 'OpenDocument 表格（ods）' });
    if (/^(?:word|ppt|visio)\//i.test(main)) throw new FileRefused('unknown_form', { detail: zipDocument(main) });
    // The binary sister of xlsx.
    if (/\.bin$/i.test(main)) {
      if (zip.size > LARGEST_FOR_LIBRARY)
        throw new FileRefused('too_large', { detail: `解压后超过 ${LARGEST_FOR_LIBRARY / 2 ** 20} MB` });
      const sheets = await openXlsb(zip, main);
      close();
      return { sheets };
    }
    return { sheets: await openXlsx(zip, main), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function* refusing<T>(batches: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* batches;
  } catch (error) {
    throw asRefused(error);
  }
}

/** Bytes that are no text, where the form says that they are: the decoder's error. */
const asRefused = (error: unknown): unknown =>
  error instanceof TypeError && /decod|encoded|valid/i.test(error.message)
    ? new FileRefused('broken_workbook', { detail: '含有无法解码的字节' })
    : error;
