import { CALENDAR_LAST } from '../../domain/calendar';
import { counted, type EvidenceQuestion, evidenceColumns } from '../../domain/evidence';
import { durationsOf, FIRST_DAY } from '../../domain/indicators';
import { type Field, LEDGERS } from '../../domain/ledgers';
import { type Period, periodEnd, quarterOfDay, quartersOf } from '../../domain/period';
import type { Span } from '../../domain/zones';
import { allOf, daysSql, inSomeQuarter, quarterSql, undatedSql } from './cells';
import { literal, name } from './text';

/** Codes of the places and departments whose names hold what is searched for: rows hold the codes alone. */
export interface Found {
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

/** Conditions on `f` (facts) and `c` (the ledger's rows) that hold for exactly the rows behind a number. */
function where(q: EvidenceQuestion, places: readonly PlaceDuring[] | null, found: Found): string {
  const indicator = counted(q.indicator);
  const numerator = allOf(indicator.numerator);
  const undated = q.side === 'undated';
  const conditions = [
    undated ? undatedSql(indicator, q.asOf) : inSomeQuarter(indicator, q.asOf),
    allOf(indicator.denominator),
  ];
  if (q.side === 'numerator') conditions.push(numerator);
  if (q.side === 'missing') conditions.push(`NOT (${numerator})`);
  const quarter = quarterSql(`f.${undated ? FIRST_DAY[indicator.ledger] : indicator.period}`);
  if (q.period)
    conditions.push(undated ? begunBy(quarter, q.period) : `${quarter} IN (${quartersOf(q.period).join(', ')})`);
  if (places) conditions.push(placeIn(places, quarter));
  if (q.level === 'department') conditions.push(`f.department = ${literal(q.id)}`);
  if (q.department) conditions.push(`f.department = ${literal(q.department)}`);
  if (q.search?.trim()) {
    const texts = LEDGERS[indicator.ledger].fields
      .filter((f) => ['id', 'text', 'list', 'department'].includes(f.type))
      .map((f) => `c.${name(f.name)}`);
    const named = [
      `contains(lower(concat_ws(' ', ${texts.join(', ')}, f.place, s.file)), lower(${literal(q.search.trim())}))`,
      ...(found.places.length ? [`f.place IN (${found.places.map(literal).join(', ')})`] : []),
      ...(found.departments.length ? [`f.department IN (${found.departments.map(literal).join(', ')})`] : []),
    ];
    conditions.push(named.join(' OR '));
  }
  return conditions.map((c) => `(${c})`).join(' AND ');
}

const from = (q: EvidenceQuestion): string => {
  const { ledger } = counted(q.indicator);
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
export const evidenceCount = (q: EvidenceQuestion, places: readonly PlaceDuring[] | null, found: Found): string =>
  `SELECT CAST(count(*) AS INTEGER) AS total ${from(q)} WHERE ${where(q, places, found)}`;

/** One page of rows with the columns of `evidenceColumns`, in a fixed order where two rows sort alike. */
export function evidenceRows(
  q: EvidenceQuestion,
  places: readonly PlaceDuring[] | null,
  found: Found,
  offset: number,
  limit: number,
): string {
  const { ledger } = counted(q.indicator);
  const derived = evidenceColumns(ledger)
    .map((c) => c.key)
    .filter((key) => key.endsWith('_due') || key.endsWith('_rule'))
    .map((key) => (key.endsWith('_due') ? `strftime(f.${key}, '%Y-%m-%d') AS ${key}` : `f.${key} AS ${key}`));
  const durations = durationsOf(ledger);
  derived.push(...durations.map((i) => `${daysSql(i).days} AS ${i.id}`));
  const sortable = q.sort && evidenceColumns(ledger).some((c) => c.key === q.sort?.column);
  const order = sortable ? `${name(q.sort?.column ?? '')} ${q.sort?.descending ? 'DESC' : 'ASC'} NULLS LAST, ` : '';
  return `SELECT * EXCLUDE (of_unit, of_ord) FROM (SELECT ${[...LEDGERS[ledger].fields.map(shown), ...derived].join(', ')},
      s.file AS file, f."row" AS "row", s.submission AS submission, s.unit AS of_unit, s.ord AS of_ord
    ${from(q)} ${durations.map((i) => daysSql(i).joins).join(' ')} WHERE ${where(q, places, found)})
    ORDER BY ${order}file, of_unit, of_ord, "row" LIMIT ${limit} OFFSET ${offset}`;
}
