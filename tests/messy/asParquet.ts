import { type PlainColumn, plainParquet } from '../support/plainParquet';
import type { Grid } from './grid';

const utf8 = (text: string) => new TextEncoder().encode(text);
const int32 = (n: number) => new Uint8Array(Int32Array.of(n).buffer);
const double = (n: number) => new Uint8Array(Float64Array.of(n).buffer);

/** The grid's first row as names of columns. A column of days or numbers throughout is one of that type. */
export function asParquet({ cells: [header = [], ...rows] }: Grid): Blob {
  return plainParquet(
    header.map(({ text: name }, i): PlainColumn => {
      const column = rows.map((row) => row[i] ?? { text: '' });
      if (column.every((c) => c.day !== undefined))
        return { name, type: 1, converted: 6, values: column.map((c) => int32(c.day as number)) };
      if (column.every((c) => c.number !== undefined))
        return { name, type: 5, values: column.map((c) => double(c.number as number)) };
      return { name, type: 6, converted: 0, values: column.map((c) => utf8(c.text)) };
    }),
  );
}
