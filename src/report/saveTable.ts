import { clock } from './clock';
import { csvBlob, tableCsv } from './csv';
import { saveBlob } from './download';
import { type TableExport, tableBook } from './tableBook';

/** `xlsx` for people: days are days, codes are text, 说明 beside it. `csv` for machines: the values alone. */
export type TableForm = 'xlsx' | 'csv';

/**
 * Saves a table through the browser's download.
 * @param name of the file, without its ending
 * @throws the signal's reason when it was cancelled before the file was there
 */
export async function saveTable(
  form: TableForm,
  name: string,
  of: Omit<TableExport, 'madeAt'>,
  signal?: AbortSignal,
): Promise<void> {
  const blob =
    form === 'csv' ? csvBlob(await tableCsv(of.sheet.table)) : await tableBook({ ...of, madeAt: clock(new Date()) });
  signal?.throwIfAborted();
  saveBlob(blob, `${name}.${form}`);
}
