import { fieldLabel, headerKey, LEDGERS, type Ledger, type LedgerId, ledgerField } from '../domain/ledgers';
import { FileRefused } from '../domain/problems';

/** Where the fields of a ledger stand among a file's columns. */
export interface ColumnMap {
  /** Field name → column index; fields the file does not have are absent. */
  fields: Readonly<Record<string, number>>;
  /** Columns that were not read, with their place and the reason. */
  ignored: { header: string; index: number; reason: string }[];
}

const keysOf = (ledger: Ledger) =>
  ledger.fields.map((f) => ({ name: f.name, keys: [...f.headers, f.name].map(headerKey) }));

/** How many columns of a row are headers of a ledger; the ledger with the most. */
export function headerHits(row: readonly string[]): { ledger: LedgerId; hits: number } {
  const keys = new Set(row.map(headerKey).filter(Boolean));
  let best: { ledger: LedgerId; hits: number } = { ledger: 'complaints', hits: 0 };
  for (const ledger of Object.values(LEDGERS)) {
    const hits = keysOf(ledger).filter((f) => f.keys.some((k) => keys.has(k))).length;
    if (hits > best.hits) best = { ledger: ledger.id, hits };
  }
  return best;
}

/**
 * Maps headers to fields by their synonyms. Where two columns stand for the same field, the one whose header comes first
 * in the field's list is read, and the other is named as not read.
 * @throws FileRefused `no_header` where no column is known, `missing_columns` where a required one is missing
 */
export function mapColumns(ledger: Ledger, headers: readonly string[]): ColumnMap {
  const keys = headers.map(headerKey);
  const fields: Record<string, number> = {};
  const taken = new Map<number, string>();
  const ignored: ColumnMap['ignored'] = [];
  for (const field of keysOf(ledger))
    for (const key of field.keys) {
      const at = keys.indexOf(key);
      if (at >= 0 && fields[field.name] === undefined) {
        fields[field.name] = at;
        taken.set(at, field.name);
      }
    }
  headers.forEach((header, i) => {
    if (taken.has(i) || !keys[i]) return;
    const same = keysOf(ledger).find((f) => f.keys.includes(keys[i] as string));
    const label = same && headers[fields[same.name] as number];
    ignored.push({ header, index: i, reason: same ? `与「${label}」是同一项，已读取「${label}」` : '不是台账的列' });
  });
  if (taken.size === 0) throw new FileRefused('no_header', { detail: ledger.name });
  const missing = [
    ...ledger.fields.filter((f) => f.required).map((f) => [f.name]),
    ...ledger.oneOf, // one of the columns is enough
  ].filter((group) => group.every((name) => fields[name] === undefined));
  const label = (name: string) => `「${fieldLabel(ledgerField(ledger, name))}」`;
  if (missing.length)
    throw new FileRefused('missing_columns', { detail: missing.map((group) => group.map(label).join('或')).join('') });
  return { fields, ignored };
}
