import type { Ledgers } from '../../domain/catalogue/catalogue';
import { FileRefused } from '../../domain/problems';
import type { Batch, OpenedFile } from '../sheet';
import { Batches } from './batches';
import { type Told, tellDialect } from './dialect';
import { TextReader } from './dictionary';
import { type Encoded, type Encoding, tellEncoding } from './encoding';
import { Records } from './records';
import { CHUNK, Source } from './source';
import { syntaxOf } from './syntax';

/** Bytes by which delimiter and quotes are told. */
const HEAD = 512 * 1024;

/** What the person or the command line says of a text, in place of the guess. */
export interface TextChoice {
  encoding?: Encoding | undefined;
  /** One character. */
  delimiter?: string | undefined;
}

/**
 * Opens delimited text: encoding, delimiter, quotes and line ends are told by its head; the rows come when they are read.
 * @param chunk bytes read at a time
 * @throws FileRefused `empty_file`, `unknown_encoding`, `truncated_csv`
 */
export async function openText(
  catalogue: Ledgers,
  file: Blob,
  choice: TextChoice = {},
  chunk = CHUNK,
): Promise<OpenedFile> {
  if (file.size === 0) throw new FileRefused('empty_file');
  const text = await tellEncoding(file, choice.encoding);
  const gb = text.label === 'gb18030';
  const source = new Source(file, { ...text, to: Math.min(text.to, text.from + HEAD) });
  const head = await source.next();
  await source.close();
  const told = tellDialect(catalogue, head, text.to - text.from <= HEAD, gb, readerOf(text), choice.delimiter);
  return {
    encoding: text.label,
    sheets: [
      {
        name: null,
        hidden: false,
        date1904: false,
        merged: [],
        delimiter: told.dialect.delimiter,
        read: () => rowsOf(file, text, told, chunk),
      },
    ],
  };
}

const readerOf = (text: Encoded) => new TextReader(text.label === 'gb18030' ? 'gb18030' : 'utf-8');

async function* rowsOf(file: Blob, text: Encoded, told: Told, chunk: number): AsyncGenerator<Batch> {
  const source = new Source(file, text, chunk);
  const batches = new Batches(readerOf(text));
  const records = new Records(syntaxOf(told.dialect, text.label === 'gb18030'), batches, told.usual);
  try {
    for (;;) {
      const { waiting } = records;
      for (let fed = 0; !source.done && fed <= waiting; ) {
        const bytes = await source.next();
        records.feed(bytes);
        fed += Math.max(1, bytes.length);
      }
      while (records.read(source.done)) yield* batches.take(source.share);
      if (source.done) break;
    }
    const last = batches.row - 1;
    if (records.unended !== null && records.unended < (told.fewest ?? 0))
      throw new FileRefused('truncated_csv', { detail: String(last) });
    yield* batches.take(source.share);
  } finally {
    await source.close();
  }
}
