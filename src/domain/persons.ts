import type { EvidenceRow } from './evidence';
import type { Field, Ledger } from './ledgers';

/**
 * A personal value as it is shown unless it was asked for on purpose: its first character, then always the same, so that
 * not even its length is told. A company is treated as a person: the field cannot tell them apart.
 */
export function masked(text: string): string {
  const [first] = text.trim();
  return first ? `${first}＊＊` : '';
}

/** Names of a ledger's fields that can hold a person. */
export const personalFields = (ledger: Ledger): string[] => ledger.fields.filter((f) => f.personal).map((f) => f.name);

/** A case row with its personal values masked. */
export function maskedRow(row: EvidenceRow, fields: readonly string[]): EvidenceRow {
  if (fields.length === 0) return row;
  const out = { ...row };
  for (const field of fields) if (typeof out[field] === 'string') out[field] = masked(out[field]);
  return out;
}

/** Letters that a mistyped day may well have. */
const UNITS = /[年月日号时分秒]/g;

/**
 * Whether a value that a problem quotes can be a person's: it stands in a personal field; or its row holds more cells than
 * the header, so that any of them may have slipped; or it has words where a day should be, right behind a personal field of the
 * template: where an unquoted comma in 当事人 puts the rest of the name.
 * @param field null for a value that belongs to no field
 */
export function mayBePerson(ledger: Ledger, field: Field | null, text: string, slipped: boolean): boolean {
  if (slipped || field?.personal) return true;
  const before = field && ledger.fields[ledger.fields.indexOf(field) - 1];
  return before?.personal === true && /\p{L}/u.test(text.replace(UNITS, ''));
}
