import { DateDay, Table, tableToIPC, Utf8, type Vector, vectorFromArray } from 'apache-arrow';
import { Compression, Table as WasmTable, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/node';
import { isDay } from '../../src/domain/day';

/** A column of text; `dates` makes it one of calendar days, all of whose values must be ISO days or blank. */
export interface Column {
  header: string;
  values: readonly string[];
  dates: boolean;
}

/** One Parquet file (Snappy); blanks are nulls. @throws RangeError for a value that is no day in a column of dates */
export function encodeParquet(columns: readonly Column[]): Uint8Array {
  const vectors: Record<string, Vector> = {};
  for (const { header, values, dates } of columns) vectors[header] = dates ? dayVector(values) : textVector(values);
  const table = WasmTable.fromIPCStream(tableToIPC(new Table(vectors), 'stream'));
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.SNAPPY)
    .setCreatedBy('kaoping sample')
    .build();
  return writeParquet(table, properties);
}

const textVector = (values: readonly string[]): Vector =>
  vectorFromArray(
    values.map((v) => v || null),
    new Utf8(),
  );

function dayVector(values: readonly string[]): Vector {
  const days = values.map((value) => {
    if (!value) return null;
    if (!isDay(value)) throw new RangeError(`not a day: ${value}`);
    return new Date(`${value}T00:00:00Z`);
  });
  return vectorFromArray(days, new DateDay());
}
