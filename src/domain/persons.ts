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
const dayLetters = /[年月日号时分秒]/g;

/** A number of a case or of goods: P-1, A12. */
const code = /^(?=.*\d)[\x20-\x7e]{0,14}$/;

/** The number of an identity card, with a day of birth in it. */
const identity = /(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx](?!\d)/;

/** A number that may be that of a card or of a mobile phone: many numbers are as long. */
const personal = /(?<!\d)(?:\d{15}|\d{17}[\dXx]|1\d{10})(?!\d)/;

/** Whether a text can be a name, or hold one, or tells a person as well as a name does. */
export const mayTellPerson = (text: string | undefined): boolean => {
  const trimmed = (text ?? '').trim();
  if (identity.test(trimmed)) return true;
  return !code.test(trimmed) && /\p{L}/u.test(trimmed.replace(dayLetters, ''));
};

/** How places, offices and numbers of documents end, however mistyped before, and no name of a person does. */
const officeEnds = /(?:[县区局厅委队股处]|自治州|派出所|工商|质监|食药监?|药监|[\d〇一二三四五六七八九十]号)$/u;

/**
 * Whether a value that a problem quotes can be a person's: it stands in a personal field; or its row is one of which it is not
 * sure how it is cut into cells, so that any of them may have slipped. What slipped into the columns beside is masked where the
 * row is read: see `maySlipInto`.
 * @param field null for a value that belongs to no field
 */
export const mayBePerson = (field: Field | null, slipped: boolean): boolean => slipped || field?.personal === true;

/** Columns of a file by what they have to do with persons. */
export interface PersonColumns {
  /** They hold persons. */
  persons: readonly number[];
  /** They hold what stands right behind a person in the template, wherever they stand in the file. */
  next: readonly number[];
  /** Columns that the header has. */
  width: number;
}

/** @param columnOf column of a field in the file; undefined where it has none */
export function personColumns(
  ledger: Ledger,
  columnOf: (field: string) => number | undefined,
  width: number,
): PersonColumns {
  const columns = (fields: readonly Field[]) => fields.flatMap((f) => columnOf(f.name) ?? []);
  return {
    persons: columns(ledger.fields.filter((f) => f.personal)),
    next: columns(ledger.fields.filter((_, i) => ledger.fields[i - 1]?.personal)),
    width,
  };
}

/** What is known of a row beside its texts. */
export interface RowDoubts {
  /** It has fewer cells than its header. */
  short: boolean;
  /** Whether a text is one of another field: a department, a county. */
  isOthers?: (text: string) => boolean;
}

/**
 * Whether a part of a person's name may stand in a column that has no such thing:
 * - the number of an identity card, and words in the column right behind a person's in the template;
 * - where nothing but words stands between it and the column of persons, as an unquoted comma in 当事人 (甲,乙,丙) leaves them;
 * - words of a row that lacks cells, or that has a day, a number, a county where the person should be: it has moved;
 * - words but for what plainly is a place or an office: of a row that has nothing where the person should be; and as many columns
 *   left of it as the row ends in blanks.
 * @param row texts by column of the file
 */
export function maySlipInto(
  column: number,
  row: readonly string[],
  { persons, next, width }: PersonColumns,
  { short, isOthers }: RowDoubts,
): boolean {
  const text = row[column];
  if (persons.length === 0 || !mayTellPerson(text)) return false;
  if (short || next.includes(column) || identity.test(text as string)) return true;
  const isPlain = officeEnds.test((text as string).trim());
  return persons.some((p) => {
    if (p < column && row.slice(p + 1, column).every(mayTellPerson)) return true;
    const own = row[p]?.trim() ?? '';
    // 无 is no name either.
    if (!mayTellPerson(own) || own.length === 1) return !isPlain || /\p{N}/u.test(own);
    if (isOthers?.(own)) return true;
    return !isPlain && column < p && endsInBlanks(row, width, p - column);
  });
}

/** Whether the last `n` of the cells that a row should have are blank. */
function endsInBlanks(row: readonly string[], width: number, n: number): boolean {
  for (let c = width - n; c < width; c++) if (row[c]?.trim()) return false;
  return true;
}

/**
 * Whether a cell of a row that is shown whole can hold a person's name: in a personal field; where it may have slipped; and
 * where a column is no field of the ledger, or the row's cut into cells is in doubt, whatever has words or is as long as the
 * number of a card or a telephone. A day, another number, a blank is none.
 * @param row texts by column of the file
 * @param slipped the row's cut into cells is in doubt
 */
export function cellMayBePerson(
  field: Field | null,
  column: number,
  row: readonly string[],
  columns: PersonColumns,
  { short, slipped }: RowDoubts & { slipped: boolean },
): boolean {
  if (field === null || slipped) return mayTellPerson(row[column]) || personal.test(row[column] ?? '');
  return field.personal === true || maySlipInto(column, row, columns, { short });
}
