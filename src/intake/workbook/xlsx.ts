import type { Batch, Sheet } from '../sheet';
import { readParts } from './parts';
import { readSharedStrings } from './sharedStrings';
import { readFrame } from './sheetFrame';
import { type Book, readSheetXml } from './sheetXml';
import { readStyles } from './styles';
import type { ZipParts } from './zipParts';

/** The sheets of an xlsx or xlsm workbook. The texts that its cells share are held, the cells are read as they come. */
export async function openXlsx(zip: ZipParts, main: string): Promise<Sheet[]> {
  const parts = await readParts(zip, main);
  const book: Book = {
    date1904: parts.date1904,
    uncalculated: parts.uncalculated,
    styles: parts.styles ? await readStyles(zip.stream(parts.styles)) : [],
    strings: parts.sharedStrings
      ? await readSharedStrings(zip.stream(parts.sharedStrings), zip.sizeOf(parts.sharedStrings))
      : [],
  };
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of parts.sheets)
    sheets.push({
      name,
      hidden,
      date1904: book.date1904,
      ...(await readFrame(zip.stream(part))),
      delimiter: null,
      read: () => rowsOf(zip, part, book),
    });
  return sheets;
}

async function* rowsOf(zip: ZipParts, part: string, book: Book): AsyncGenerator<Batch> {
  const size = zip.sizeOf(part);
  let read = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, to) {
      read += chunk.length;
      to.enqueue(chunk);
    },
  });
  // Asked for as a batch is made: see docs/adr/0045-processor-time-of-the-command-line.md.
  const share = () => (size > 0 ? Math.min(1, read / size) : undefined);
  yield* readSheetXml(zip.stream(part).pipeThrough(counted), book, share);
}
