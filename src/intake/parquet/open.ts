import { type Data, tableFromIPC } from 'apache-arrow';
import { BATCH_ROWS, type Batch, type BatchColumn, type OpenedFile, type Sheet } from '../sheet';
import { ByteSurvey, gbFirst } from './byteText';
import { readerOf } from './cells';
import { broken, type FileColumn, type Footer, readFooter } from './footer';
import { groupFile } from './groupFile';
import { oneText } from './keyedTexts';
import type { ParquetModule } from './module';

/** Rows handed on at a time. */
const RANGE_ROWS = 122_880;
/** What the reader may take for rows at a time, by an estimate. A row group of more is read in pieces. */
const RANGE_BYTES = 128 * 2 ** 20;

/** What is read, and with what. */
interface Source {
  file: Blob;
  footer: Footer;
  parquet: ParquetModule;
  rangeBytes: number;
}

/** The cells of some columns, in rows that follow one another. */
interface Range {
  rows: number;
  columns: readonly Data[];
}

/**
 * Opens a Parquet file: one sheet, whose first row are the names of its columns.
 */
export async function openParquet(file: Blob, parquet: ParquetModule, rangeBytes = RANGE_BYTES): Promise<OpenedFile> {
  const footer = await readFooter(file);
  const source: Source = { file, footer, parquet, rangeBytes };
  let encoding: Promise<boolean> | null = null;
  const sheet: Sheet = {
    name: null,
    hidden: false,
    date1904: false,
    merged: [],
    delimiter: null,
    unreadableColumns: new Map(
      footer.columns.flatMap(({ kind }, i) => (kind.is === 'unreadable' ? [[i, kind.type] as const] : [])),
    ),
    async *read() {
      yield headerBatch(footer.columns);
      encoding ??= isGb18030(source);
      yield* batches(source, await encoding);
    },
  };
  return { encoding: 'parquet', sheets: [sheet] };
}

function headerBatch(columns: readonly FileColumn[]): Batch {
  return {
    firstRow: 1,
    rows: 1,
    cells: Int32Array.of(columns.length),
    columns: columns.map(({ name }) => ({ texts: oneText(name), ids: Int32Array.of(name === '' ? 0 : 1) })),
    doubts: [],
  };
}

async function* batches(source: Source, gb: boolean): AsyncGenerator<Batch> {
  const { columns } = source.footer;
  const readers = columns.map((column) => readerOf(column, gb));
  const wanted = columns.flatMap((_, i) => (readers[i] ? [i] : []));
  const unread = columns.map(({ kind }) =>
    kind.is === 'unreadable' ? oneText(`（${kind.type} 类型的内容，未读取）`) : null,
  );
  const total = source.footer.groups.reduce((sum, group) => sum + group.rows, 0);
  let firstRow = 2;
  for await (const { rows, columns: cells } of ranges(source, wanted))
    for (let from = 0; from < rows; from += BATCH_ROWS) {
      const to = Math.min(rows, from + BATCH_ROWS);
      let next = 0;
      const read = readers.map((reader, i): BatchColumn => {
        if (!reader) return { texts: unread[i] as BatchColumn['texts'], ids: new Int32Array(to - from).fill(1) };
        reader.beginBatch();
        const ids = reader.read(cells[next++] as Data, from, to);
        return { texts: reader.texts, ids };
      });
      const width = new Int32Array(to - from).fill(columns.length);
      const share = (firstRow - 2 + to - from) / total;
      yield { firstRow, rows: to - from, cells: width, columns: read, doubts: [], share };
      firstRow += to - from;
    }
}

/** Reads the wanted columns from the first row to the last. */
async function* ranges(source: Source, wanted: readonly number[]): AsyncGenerator<Range> {
  const { file, footer, parquet, rangeBytes } = source;
  const { columns, groups } = footer;
  for (const group of groups) {
    if (group.rows === 0) continue;
    if (wanted.length === 0) {
      for (let at = 0; at < group.rows; at += RANGE_ROWS)
        yield { rows: Math.min(RANGE_ROWS, group.rows - at), columns: [] };
      continue;
    }
    const { bytes, bytesOfRow } = await groupFile(file, columns, group, wanted);
    const most = Math.max(1, Math.floor(rangeBytes / bytesOfRow));
    for (let offset = 0; offset < group.rows; offset += most) {
      const limit = Math.min(most, group.rows - offset);
      let read = 0;
      for await (const ipc of parquet.read(bytes, { offset, limit, batchSize: Math.min(limit, RANGE_ROWS) }))
        for (const batch of tableFromIPC(ipc).batches) {
          read += batch.numRows;
          yield { rows: batch.numRows, columns: batch.data.children };
        }
      if (read !== limit) throw broken('行数与文件尾不符');
    }
  }
}

/** Whether the columns of bytes are GB18030, for which all of their cells are looked at. */
async function isGb18030(source: Source): Promise<boolean> {
  const wanted = source.footer.columns.flatMap(({ kind }, i) => (kind.is === 'bytes' ? [i] : []));
  if (wanted.length === 0) return false;
  const surveys = wanted.map(() => new ByteSurvey());
  for await (const { columns } of ranges(source, wanted))
    columns.forEach((data, i) => {
      const cells = data.dictionary?.data[0] ?? data;
      for (let row = 0; row < cells.length; row++) if (cells.getValid(row)) surveys[i]?.see(cellBytes(cells, row));
    });
  return gbFirst(surveys);
}

/** Bytes of a cell in a column without dictionary, or of a dictionary's entry. */
function cellBytes({ values, valueOffsets, stride }: Data, row: number): Uint8Array {
  return valueOffsets
    ? values.subarray(valueOffsets[row], valueOffsets[row + 1])
    : values.subarray(row * stride, (row + 1) * stride);
}
