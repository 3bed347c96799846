import type { CellObject, DenseWorkSheet, Range, WorkBook } from '@e965/xlsx';
import { FileRefused } from '../../domain/problems';
import type { Batch, Sheet } from '../sheet';
import { BatchMaker } from './batches';
import { dropFormulas, stateOfRecords } from './biff';
import { codePages } from './codePages';
import { type NumberStyle, numberText, styleOf } from './numberStyle';

type Library = typeof import('@e965/xlsx');

/** Read whole: an xls of 65,536 rows of text in each of ten sheets is about 100 MB. */
const LARGEST = 200 * 2 ** 20;
/** Where a file from before Excel 97 does not say its code page. */
const CHINESE = 936;

/** Errors as an xls stores them. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Loads the library before a file needs it. */
export const loadLibrary = () => import('@e965/xlsx');

/**
 * The sheets of a workbook in one of the binary forms (xls, xlsb), which the library reads whole.
 */
export async function openByLibrary(file: Blob): Promise<Sheet[]> {
  if (file.size > LARGEST) throw new FileRefused('too_large', { detail: `超过 ${LARGEST / 2 ** 20} MB` });
  const xlsx = await loadLibrary();
  xlsx.set_cptable(codePages);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const book = readBook(xlsx, bytes);
  const names = book.SheetNames;
  if (new Set(names).size < names.length) throw new FileRefused('broken_workbook', { detail: '有同名的工作表' });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return names.flatMap((name, i): Sheet[] => {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    if (!sheet) throw new FileRefused('broken_workbook', { detail: `工作表「${name}」无法读取` });
    // Charts, dialogs and macros have sheets of their own, without cells.
    if ((sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    const merged = (sheet['!merges'] ?? []).map(({ s, e }: Range) => ({
      firstRow: s.r + 1,
      lastRow: e.r + 1,
      firstColumn: s.c,
      lastColumn: e.c,
    }));
    const hidden = Boolean(book.Workbook?.Sheets?.[i]?.Hidden);
    return [{ name, hidden, date1904, merged, delimiter: null, read: () => rowsOf(sheet, date1904) }];
  });
}

function readBook(xlsx: Library, bytes: Uint8Array): WorkBook {
  try {
    return xlsx.read(bytes[0] === 0xd0 ? withoutFormulas(xlsx, bytes) : bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      codepage: CHINESE,
    });
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const reason = error instanceof Error ? error.message : '';
    throw new FileRefused(/password|encrypt/i.test(reason) ? 'encrypted' : 'broken_workbook');
  }
}

/** What is in the container, which many programs use: a locked xlsx, and Word's own files too. */
function withoutFormulas(xlsx: Library, bytes: Uint8Array): Uint8Array {
  const inside = xlsx.CFB.read(bytes, { type: 'buffer' });
  if (xlsx.CFB.find(inside, '/EncryptedPackage')) throw new FileRefused('encrypted');
  const stream = xlsx.CFB.find(inside, '/Workbook') ?? xlsx.CFB.find(inside, '/Book');
  if (!stream) throw new FileRefused('unknown_form', { detail: '不是工作簿的 Office 文件' });
  const content = Uint8Array.from(stream.content ?? []);
  // Cut off in transfer, or damaged: the library passes over what it does not understand.
  const state = stateOfRecords(content);
  if (state === 'locked') throw new FileRefused('encrypted');
  if (content.length < stream.size || state === 'broken')
    throw new FileRefused('broken_workbook', { detail: '文件不完整' });
  dropFormulas(content);
  stream.content = content;
  return new Uint8Array(xlsx.CFB.write(inside, { type: 'array' }) as ArrayBuffer);
}

async function* rowsOf(sheet: DenseWorkSheet, date1904: boolean): AsyncGenerator<Batch> {
  const batches = new BatchMaker();
  const styles = new Map<string, NumberStyle>();
  const style = (format: string): NumberStyle => {
    const known = styles.get(format) ?? styleOf(format);
    styles.set(format, known);
    return known;
  };
  const data = sheet['!data'] ?? [];
  // Not `for of`: a sheet that declares a million rows has a million holes.
  for (const key in data) {
    const row = data[key];
    if (!row) continue;
    batches.beginRow(Number(key) + 1);
    for (const column in row) {
      const cell = row[column];
      if (cell) batches.cell(Number(column), textOf(cell, style, date1904));
    }
    yield* batches.take();
  }
  yield* batches.end();
}

function textOf(cell: CellObject, style: (format: string) => NumberStyle, date1904: boolean): string {
  switch (cell.t) {
    case 'n':
      return numberText(String(cell.v), style(String(cell.z ?? 'General')), date1904);
    case 'b':
      return cell.v ? '是' : '否';
    case 'e':
      return ERRORS[Number(cell.v)] ?? String(cell.w ?? cell.v);
    case 'z':
      return '';
    default:
      return String(cell.v ?? '');
  }
}
