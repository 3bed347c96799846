import type { Catalogue } from '../../domain/catalogue/catalogue';
import { caseNumber, type EvidenceQuestion, ledgerOf } from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import type { KeyDuring } from '../../domain/succession';
import { fold } from '../../domain/text';
import { literal, name, withoutBlanks } from './text';

/** A word that is searched for, and the codes of what bears it in its name: rows hold the codes alone. */
export interface FoundWord {
  word: string;
  places: readonly string[];
  departments: readonly string[];
}

/** The texts of a field that are of the class asked for. */
export interface ClassTexts {
  field: string;
  /** As they were written; null: the cell is blank. */
  texts: readonly (string | null)[];
}

/** What the office says of a question: the keys of rows in its area, and what is sought in them. */
export interface Sought extends AreaKeys {
  words: readonly FoundWord[];
  /** Null: whatever the class. */
  ofClass: ClassTexts | null;
}

/** The keys of rows that are counted in the question's area, and in which quarters: what was merged or joined a zone comes and goes. */
export interface AreaKeys {
  /** Null: wherever they lie. */
  places: readonly KeyDuring[] | null;
  /** One of each list. */
  departments: readonly (readonly KeyDuring[])[];
}

/** @param quarter SQL of the row's quarter */
export function keyIn(column: string, keys: readonly KeyDuring[], quarter: string): string {
  const dated = (k: KeyDuring) => k.first !== null || k.last !== null;
  const always = keys.filter((k) => !dated(k)).map((k) => literal(k.key));
  const tests = keys.filter(dated).map(({ key, first, last }) => {
    const begun = first === null ? '' : ` AND ${quarter} >= ${first}`;
    const ended = last === null ? '' : ` AND ${quarter} <= ${last}`;
    return `${column} = ${literal(key)}${begun}${ended}`;
  });
  if (always.length) tests.unshift(`${column} IN (${always.join(', ')})`);
  return tests.map((t) => `(${t})`).join(' OR ') || 'false';
}

/** SQL: the row's own number is what is searched for, blanks and case aside. */
export function isNumber(catalogue: Catalogue, q: EvidenceQuestion): string {
  const id = `c.${name(catalogue.ledger(ledgerOf(catalogue, q)).idField)}`;
  const typed = q.search ?? '';
  // An id is folded at intake, but for signs that no one types (㎬): those are found as they stand.
  const numbers = [...new Set([caseNumber(typed), typed.replace(/\s+/g, '').toLowerCase()])];
  return `coalesce(lower(${withoutBlanks(id)}) IN (${numbers.map(literal).join(', ')}), false)`;
}

/** SQL: every word stands somewhere in the row, or the row's number is the whole. */
export function holds(catalogue: Catalogue, q: EvidenceQuestion, found: readonly FoundWord[]): string {
  const texts = catalogue
    .ledger(ledgerOf(catalogue, q))
    .fields.filter((f) => ['id', 'text', 'list', 'department'].includes(f.type))
    .map((f) => `c.${name(f.name)}`);
  const row = `lower(concat_ws(' ', ${texts.join(', ')}, f.place, s.file))`;
  const words = found.map(({ word, places, departments }) =>
    [
      // Free text stands as it was written, in full width too.
      ...spellingsOf(word, q.search ?? '').map((spelling) => `contains(${row}, ${literal(spelling)})`),
      ...(places.length ? [`f.place IN (${places.map(literal).join(', ')})`] : []),
      ...(departments.length ? [`f.department IN (${departments.map(literal).join(', ')})`] : []),
    ].join(' OR '),
  );
  return `${words.map((w) => `(${w})`).join(' AND ')} OR ${isNumber(catalogue, q)}`;
}

/** A word as it is compared, and as it was typed where folding changed it. */
const spellingsOf = (word: string, typed: string): string[] => [
  word,
  ...typed
    .toLowerCase()
    .split(/\s+/)
    .filter((t) => t !== word && fold(t).toLowerCase() === word),
];

/**
 * SQL: the row's text is one of these. Of a subquery DuckDB makes a join; a list beside another test it would compare with every
 * row, text by text, and there may be thousands.
 */
export function isOneOf({ field, texts }: ClassTexts): string {
  const column = `c.${name(field)}`;
  const written = texts.filter((t) => t !== null).map(literal);
  const among = written.length ? `${column} IN (SELECT unnest([${written.join(', ')}]))` : 'false';
  return texts.includes(null) ? `${among} OR ${column} IS NULL` : among;
}

/** Every text that a field holds, once, blank ones too. */
export const distinctTexts = (ledger: LedgerId, field: string): string =>
  `SELECT DISTINCT ${name(field)} AS text FROM ${ledger}`;
