import type { Attached, Database } from './port';
import { isAscii, isUtf8, NO_TEXT } from './sql/cellText';
import { insertRows } from './sql/insert';
import { name } from './sql/text';

const TABLE = 'bytes_text';

/** Bytes shown of a cell that is no text. */
const SHOWN = 16;

/**
 * Reads the byte columns of an attached file (texts that were not marked as such) where they are not UTF-8: GB18030 where
 * all of them are, since one program wrote the file and a short word of the one can look like the other; else each by itself.
 * @param columns names of the byte columns that are read
 * @returns table with the texts, for `cellText`; null where all cells are UTF-8
 */
export async function readBytes(db: Database, { from }: Attached, columns: readonly string[]): Promise<string | null> {
  if (columns.length === 0) return null;
  const [all] = await db.rows(
    `SELECT coalesce(bool_and(${columns.map((c) => isUtf8(name(c))).join(' AND ')}), true) AS utf8 FROM ${from}`,
  );
  if (all?.utf8) return null;
  const cells = columns.map((c) => `SELECT ${name(c)} AS bytes FROM ${from} WHERE NOT ${isAscii(name(c))}`);
  const rows = await db.rows(
    `SELECT DISTINCT hex(bytes) AS hex FROM (${cells.join(' UNION ALL ')}) WHERE bytes IS NOT NULL`,
  );
  const texts = textsOf(rows.map((r) => String(r.hex)));
  await db.run(`CREATE OR REPLACE TEMP TABLE ${TABLE}_hex (hex VARCHAR, text VARCHAR)`);
  await insertRows(db, `${TABLE}_hex`, [...texts]);
  await db.run(`CREATE OR REPLACE TEMP TABLE ${TABLE} AS SELECT unhex(hex) AS bytes, text FROM ${TABLE}_hex`);
  await db.run(`DROP TABLE ${TABLE}_hex`);
  return TABLE;
}

/** Texts of bytes written in hexadecimal, by them. */
export function textsOf(cells: readonly string[]): Map<string, string> {
  const bytes = cells.map(bytesOf);
  const all = bytes.map((b) => decoded('gb18030', b));
  const whole = all.every((text) => text !== null);
  return new Map(
    cells.map((hex, i) => {
      const cell = bytes[i] as Uint8Array<ArrayBuffer>;
      const text = whole ? all[i] : (decoded('utf-8', cell) ?? all[i]);
      return [hex, text ?? `${NO_TEXT}${shown(hex)}）`];
    }),
  );
}

function decoded(encoding: string, bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const shown = (hex: string): string =>
  `${(hex.slice(0, 2 * SHOWN).match(/../g) ?? []).join(' ')}${hex.length > 2 * SHOWN ? ' …' : ''}`;
