import type { CellObject, DenseWorkSheet, Range, WorkBook } from '@e965/xlsx';
import { FileRefused } from '../../domain/problems';
import type { Batch, Sheet } from '../sheet';
import { BatchMaker } from './batches';
import { dropFormulas, hiddenColumns, stateOfRecords } from './biff';
import { codePages } from './codePages';
import { type NumberStyle, numberText, styleOf } from './numberStyle';
import { readXlsb } from './xlsb';
import type { ZipParts } from './zipParts';

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

type HiddenColumns = ReturnType<typeof hiddenColumns>;

/** Loads the library before a file needs it. */
export const loadLibrary = () => import('@e965/xlsx');

/** The library writes into those that it is given. */
const OPTIONS = {
  type: 'array',
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  codepage: CHINESE,
} as const;

/** The sheets of an xls workbook, which the library reads whole. */
export async function openXls(file: Blob): Promise<Sheet[]> {
  if (file.size > LARGEST) throw new FileRefused('too_large', { detail: `超过 ${LARGEST / 2 ** 20} MB` });
  const bytes = new Uint8Array(await file.arrayBuffer());
  let hidden: HiddenColumns = [];
  const look = (records: Uint8Array) => {
    hidden = hiddenColumns(records);
  };
  return sheetsOf(
    (xlsx) => xlsx.read(withoutFormulas(xlsx, bytes, look), { ...OPTIONS }),
    (i) => hidden[i] ?? [],
  );
}

/** The sheets of an xlsb workbook, which the library reads whole. */
export const openXlsb = (zip: ZipParts, main: string): Promise<Sheet[]> =>
  sheetsOf((xlsx) => readXlsb(xlsx, zip, main, { ...OPTIONS }));

async function sheetsOf(
  read: (xlsx: Library) => WorkBook | Promise<WorkBook>,
  hiddenColumnsOf: (sheet: number) => HiddenColumns[number] = () => [],
): Promise<Sheet[]> {
  const xlsx = await loadLibrary();
  xlsx.set_cptable(codePages);
  const book = await refusing(() => read(xlsx));
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
    return [
      {
        name,
        hidden,
        date1904,
        merged,
        hiddenColumns: hiddenColumnsOf(i),
        delimiter: null,
        read: () => rowsOf(sheet, date1904),
      },
    ];
  });
}

async function refusing(read: () => WorkBook | Promise<WorkBook>): Promise<WorkBook> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const reason = error instanceof Error ? error.message : '';
    throw new FileRefused(/password|encrypt/i.test(reason) ? 'encrypted' : 'broken_workbook');
  }
}

/** Records without formulas, in their container or without one. */
function withoutFormulas(xlsx: Library, bytes: Uint8Array, look: (records: Uint8Array) => void): Uint8Array {
  if (bytes[0] !== 0xd0) {
    look(bytes);
    return checked(bytes, bytes.length);
  }
  const inside = xlsx.CFB.read(bytes, { type: 'buffer' });
  const find = (name: string) => xlsx.CFB.find(inside, `/${name}`);
  // Many programs use such a container: a locked xlsx, and Word's own files too.
  if (find('EncryptedPackage')) throw new FileRefused('encrypted');
  const stream = find('Workbook') ?? find('Book');
  if (!stream) {
    const other = OTHERS.find(([name]) => find(name));
    throw new FileRefused('unknown_form', { detail: other?.[1] ?? '不是工作簿的 Office 文件' });
  }
  const records = checked(Uint8Array.from(stream.content ?? []), stream.size);
  look(records);
  stream.content = records;
  return new Uint8Array(xlsx.CFB.write(inside, { type: 'array' }) as ArrayBuffer);
}

/** Other documents in such a container, by a stream that each has; those of WPS are of the same form. */
const OTHERS: readonly (readonly [stream: string, what: string])[] = [
  ['WordDocument', 'Word 或 WPS 文字文档'],
  ['PowerPoint Document', 'PPT 或 WPS 演示文稿'],
  ['__properties_version1.0', '邮件'],
  ['VisioDocument', 'Visio 图'],
];

/** @throws FileRefused for what is locked, cut off in transfer or damaged: the library passes over what it does not understand */
function checked(records: Uint8Array, size: number): Uint8Array {
  const state = stateOfRecords(records);
  if (state === 'locked') throw new FileRefused('encrypted');
  if (records.length < size || state === 'broken') throw new FileRefused('broken_workbook', { detail: '文件不完整' });
  dropFormulas(records);
  return records;
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
    batches.beginRow(Number(key) + 1, sheet['!rows']?.[Number(key)]?.hidden === true);
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
