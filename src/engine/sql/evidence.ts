import { CALENDAR_LAST } from '../../domain/calendar';
import {
  caseNumber,
  counted,
  type EvidenceQuestion,
  evidenceColumns,
  type FigureQuestion,
  isFigureQuestion,
  ledgerOf,
} from '../../domain/evidence';
import { durationsOf, FIRST_DAY } from '../../domain/indicators';
import { type Field, LEDGERS } from '../../domain/ledgers';
import { type Period, periodEnd, quarterOfDay, quartersOf } from '../../domain/period';
import { fold } from '../../domain/text';
import type { Span } from '../../domain/zones';
import { allOf, daysSql, inSomeQuarter, quarterSql, undatedSql } from './cells';
import { firstDay } from './facts';
import { literal, name, withoutBlanks } from './text';

/** A word that is searched for, and the codes of what bears it in its name: rows hold the codes alone. */
export interface FoundWord {
  word: string;
  places: readonly string[];
  departments: readonly string[];
}

/** A place, and the quarters in which it lies in the question's area: a zone's counties come and go. */
export interface PlaceDuring extends Partial<Span> {
  place: string;
}

/** @param quarter SQL of the row's quarter */
function placeIn(places: readonly PlaceDuring[], quarter: string): string {
  const dated = (p: PlaceDuring) => (p.first ?? null) !== null || (p.last ?? null) !== null;
  const always = places.filter((p) => !dated(p)).map((p) => literal(p.place));
  const tests = places.filter(dated).map((p) => {
    const first = (p.first ?? null) === null ? '' : ` AND ${quarter} >= ${p.first}`;
    const last = (p.last ?? null) === null ? '' : ` AND ${quarter} <= ${p.last}`;
    return `f.place = ${literal(p.place)}${first}${last}`;
  });
  if (always.length) tests.unshift(`f.place IN (${always.join(', ')})`);
  return tests.map((t) => `(${t})`).join(' OR ') || 'false';
}

/** Cases that cannot be dated show with every period that ends with the calendar or later. As `Tabulation.counts` sums. */
const begunBy = (quarter: string, period: Period): string =>
  periodEnd(period) < CALENDAR_LAST ? 'false' : `${quarter} <= ${quarterOfDay(periodEnd(period))}`;

/** SQL of the quarter in which a row stands for a question: that of its figure, or of the case's first day. */
const quarterOf = (q: EvidenceQuestion): string => {
  if (!isFigureQuestion(q)) return quarterSql(firstDay(LEDGERS[q.ledger]));
  const { ledger, period } = counted(q.indicator);
  return quarterSql(`f.${q.side === 'undated' ? FIRST_DAY[ledger] : period}`);
};

/** Conditions that hold for exactly the rows behind a number. */
function ofFigure(q: FigureQuestion): string[] {
  const indicator = counted(q.indicator);
  const numerator = allOf(indicator.numerator);
  const undated = q.side === 'undated';
  const conditions = [
    undated ? undatedSql(indicator, q.asOf) : inSomeQuarter(indicator, q.asOf),
    allOf(indicator.denominator),
  ];
  if (q.side === 'numerator') conditions.push(numerator);
  if (q.side === 'missing') conditions.push(`NOT (${numerator})`);
  const quarter = quarterOf(q);
  if (q.period)
    conditions.push(undated ? begunBy(quarter, q.period) : `${quarter} IN (${quartersOf(q.period).join(', ')})`);
  return conditions;
}

/** SQL: the row's own number is what is searched for, blanks and case aside. */
function isNumber(q: EvidenceQuestion): string {
  const id = `c.${name(LEDGERS[ledgerOf(q)].idField)}`;
  const typed = q.search ?? '';
  // An id is folded at intake, but for signs that no one types (㎬): those are found as they stand.
  const numbers = [...new Set([caseNumber(typed), typed.replace(/\s+/g, '').toLowerCase()])];
  return `coalesce(lower(${withoutBlanks(id)}) IN (${numbers.map(literal).join(', ')}), false)`;
}

/** SQL: every word stands somewhere in the row, or the row's number is the whole. */
function holds(q: EvidenceQuestion, found: readonly FoundWord[]): string {
  const texts = LEDGERS[ledgerOf(q)].fields
    .filter((f) => ['id', 'text', 'list', 'department'].includes(f.type))
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
  return `${words.map((w) => `(${w})`).join(' AND ')} OR ${isNumber(q)}`;
}

/** A word as it is compared, and as it was typed where folding changed it. */
const spellingsOf = (word: string, typed: string): string[] => [
  word,
  ...typed
    .toLowerCase()
    .split(/\s+/)
    .filter((t) => t !== word && fold(t).toLowerCase() === word),
];

/** Conditions on `f` (facts) and `c` (the ledger's rows) that hold for exactly the rows of the question. */
function where(q: EvidenceQuestion, places: readonly PlaceDuring[] | null, found: readonly FoundWord[]): string {
  // The facts themselves are the cases that count at the cut-off.
  const conditions = isFigureQuestion(q) ? ofFigure(q) : ['true'];
  if (places) conditions.push(placeIn(places, quarterOf(q)));
  if (q.level === 'department') conditions.push(`f.department = ${literal(q.id)}`);
  if (q.department) conditions.push(`f.department = ${literal(q.department)}`);
  if (found.length) conditions.push(holds(q, found));
  return conditions.map((c) => `(${c})`).join(' AND ');
}

const from = (q: EvidenceQuestion): string => {
  const ledger = ledgerOf(q);
  return `FROM ${ledger}_facts f JOIN ${ledger} c ON c.submission = f.submission AND c."row" = f."row"
    JOIN current_submission s ON s.id = f.submission`;
};

const shown = (f: Field): string => {
  if (f.type === 'county') return 'c.place AS county';
  if (f.type === 'date') return `strftime(c.${name(f.name)}, '%Y-%m-%d') AS ${name(f.name)}`;
  return `c.${name(f.name)} AS ${name(f.name)}`;
};

/**
 * Order of files that does not depend on the order in which they came: by name, and of the same name by unit, ledger and
 * period (of which only one counts at a time). @param s alias of `current_submission`
 */
export const inOrderOf = (s: string): string => `${s}.file, ${s}.unit, ${s}.ledger, ${s}.ord`;

/** Number of rows of the question. */
export const evidenceCount = (
  q: EvidenceQuestion,
  places: readonly PlaceDuring[] | null,
  found: readonly FoundWord[],
): string => `SELECT CAST(count(*) AS INTEGER) AS total ${from(q)} WHERE ${where(q, places, found)}`;

/** All rows with the columns of `evidenceColumns`, and what they are put in order by. */
function selection(q: EvidenceQuestion, places: readonly PlaceDuring[] | null, found: readonly FoundWord[]): string {
  const ledger = ledgerOf(q);
  const derived = evidenceColumns(ledger)
    .map((c) => c.key)
    .filter((key) => key.endsWith('_due') || key.endsWith('_rule'))
    .map((key) => (key.endsWith('_due') ? `strftime(f.${key}, '%Y-%m-%d') AS ${key}` : `f.${key} AS ${key}`));
  const durations = durationsOf(ledger);
  derived.push(...durations.map((i) => `${daysSql(i).days} AS ${i.id}`));
  return `SELECT ${[...LEDGERS[ledger].fields.map(shown), ...derived].join(', ')},
      s.file AS file, f."row" AS "row", s.submission AS submission, s.unit AS of_unit, s.ord AS of_ord, ${isNumber(q)} AS of_number
    ${from(q)} ${durations.map((i) => daysSql(i).joins).join(' ')} WHERE ${where(q, places, found)}`;
}

/**
 * One page of rows with the columns of `evidenceColumns`, in a fixed order where two rows sort alike; unsorted, the row of
 * the number that is searched for stands first.
 */
export function evidenceRows(
  q: EvidenceQuestion,
  places: readonly PlaceDuring[] | null,
  found: readonly FoundWord[],
  offset: number,
  limit: number,
): string {
  const sortable = q.sort && evidenceColumns(ledgerOf(q)).some((c) => c.key === q.sort?.column);
  const sorted = sortable ? `${name(q.sort?.column ?? '')} ${q.sort?.descending ? 'DESC' : 'ASC'} NULLS LAST, ` : '';
  const order = !sorted && found.length ? 'of_number DESC, ' : sorted;
  return `SELECT * EXCLUDE (of_unit, of_ord, of_number) FROM (${selection(q, places, found)})
    ORDER BY ${order}file, of_unit, of_ord, "row" LIMIT ${limit} OFFSET ${offset}`;
}

/**
 * Of all rows of the question the widest text of some columns, in narrow characters (a Chinese one is two of them); 0 where
 * the column is blank in every row. @param keys of `evidenceColumns`; others are left out
 */
export function evidenceWidths(
  q: EvidenceQuestion,
  places: readonly PlaceDuring[] | null,
  found: readonly FoundWord[],
  keys: readonly string[],
): string {
  const known = evidenceColumns(ledgerOf(q)).map((c) => c.key);
  // A Chinese character has three bytes.
  const widest = keys
    .filter((key) => known.includes(key))
    .map((key) => [name(key), `CAST(${name(key)} AS VARCHAR)`])
    .map(
      ([key, t]) => `CAST(coalesce(max(length(${t}) + (strlen(${t}) - length(${t})) // 2), 0) AS INTEGER) AS ${key}`,
    );
  return `SELECT ${widest.join(', ')} FROM (${selection(q, places, found)})`;
}
