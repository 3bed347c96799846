import {
  type Data,
  type DataType,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int8,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Table,
  Utf8,
  Vector,
} from 'apache-arrow';
import { NO_NUMBER, type TypedColumn, type TypedRows } from '../../domain/typedRows';

/** Validity as Arrow has it: a bit a row, set where there is a value; no bits where no row is a gap. */
interface Validity {
  nullBitmap: Uint8Array | null;
  nullCount: number;
}

/** @param gap stands for a gap */
function validity(values: Int32Array | Float64Array, gap: number): Validity {
  const rows = values.length;
  const nullBitmap = new Uint8Array((rows + 7) >> 3);
  let known = 0;
  for (let r = 0; r < rows; r++) {
    const value = values[r] as number;
    if (value === gap || Number.isNaN(value)) continue;
    known++;
    nullBitmap[r >> 3] = (nullBitmap[r >> 3] as number) | (1 << (r & 7));
  }
  return { nullBitmap: known < rows ? nullBitmap : null, nullCount: rows - known };
}

/** Codes below `count`, in as few bytes as hold them. */
function narrowed(codes: Int32Array, count: number) {
  if (count <= 0x7f) return { type: new Int8(), data: new Int8Array(codes) };
  if (count <= 0x7fff) return { type: new Int16(), data: new Int16Array(codes) };
  return { type: new Int32(), data: codes };
}

function dataOf(column: TypedColumn, rows: number, id: number): Data {
  if (column.kind === 'text') {
    const { codes, texts } = column;
    const length = texts.offsets.length - 1;
    const distinct = makeData({
      type: new Utf8(),
      length,
      nullCount: 0,
      valueOffsets: texts.offsets,
      data: texts.bytes,
    });
    // Where every row has its own text, in order, DuckDB would only look each up again.
    if (length === rows && codes.every((code, row) => code === row)) return distinct;
    const { type, data } = narrowed(codes, length);
    return makeData({
      type: new Dictionary(new Utf8(), type, id),
      length: rows,
      ...validity(codes, -1),
      data,
      dictionary: new Vector([distinct]),
    } as never);
  }
  if (column.kind === 'amount') {
    const { values } = column;
    return makeData({
      type: new Float64(),
      length: rows,
      ...validity(values, Number.NaN),
      data: values,
    });
  }
  const { values } = column;
  return makeData({
    type: (column.kind === 'day' ? new DateDay() : new Int32()) as DataType,
    length: rows,
    ...validity(values, NO_NUMBER),
    data: values,
  } as never);
}

/** Rows as an Arrow IPC stream, columns in the order given. */
export function arrowOf({ rows, columns }: TypedRows, order: readonly string[]): Uint8Array {
  const children = order.map((name, i) => dataOf(columns[name] as TypedColumn, rows, i));
  const schema = new Schema(order.map((name, i) => new Field(name, (children[i] as Data).type, true)));
  const batch = new RecordBatch(
    schema,
    makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children }) as never,
  );
  return RecordBatchStreamWriter.writeAll(new Table(schema, [batch])).toUint8Array(true);
}
