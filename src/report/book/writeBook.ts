import writeExcelFile from 'write-excel-file/universal';
import { withoutTimes } from '../zipTimes';
import { bookFeature } from './feature';
import { FONT, layOut } from './layout';
import type { BookSheet, Paper } from './sheet';

/**
 * An xlsx workbook: numbers are numbers, days are days, one table a sheet, to be printed on A4 as it is. The same bytes
 * from the same sheets and paper in a browser and in Node.
 * @param decimals of points: the scheme's
 */
export async function writeBook(sheets: readonly BookSheet[], paper: Paper, decimals = 2): Promise<Blob> {
  const laidOut = sheets.map((sheet) => layOut(sheet, decimals));
  const workbook = writeExcelFile(
    laidOut.map((l) => l.sheet),
    { ...FONT, features: [bookFeature(laidOut, paper)] },
  );
  return withoutTimes(await workbook.toBlob());
}
