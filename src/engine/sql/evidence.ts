import { CALENDAR_LAST } from '../../domain/calendar';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import { keyColumn } from '../../domain/catalogue/columns';
import { tellsDepartment, tellsPlace } from '../../domain/catalogue/ledger';
import {
  type EvidenceQuestion,
  type EvidenceSide,
  evidenceColumns,
  type FigureQuestion,
  isFigureQuestion,
  ledgerOf,
} from '../../domain/evidence';
import type { Field, Ledger, LedgerId } from '../../domain/ledgers';
import { askedOf } from '../../domain/measures';
import { type Period, periodEnd, quarterOfDay, quartersOf } from '../../domain/period';
import { countedSql, daysSql, inSomeQuarter, metSql, periodDay, quarterSql, undatedDay, undatedSql } from './cells';
import { deadlineColumns } from './deadlineLines';
import { firstColumn } from './limits';
import { holds, isNumber, isOneOf, keyIn, type Sought } from './sought';
import { literal, name } from './text';

/** Cases that cannot be dated show with every period that ends with the calendar or later. As `Tabulation.counts` sums. */
const begunBy = (quarter: string, period: Period): string =>
  periodEnd(period) < CALENDAR_LAST ? 'false' : `${quarter} <= ${quarterOfDay(periodEnd(period))}`;

/** SQL of the quarter in which a row stands for a question: that of its figure, or of the case's first day. */
const quarterOf = (catalogue: Catalogue, q: EvidenceQuestion): string => {
  if (!isFigureQuestion(q)) return quarterSql(`f.${name(firstColumn(catalogue.ledger(q.ledger)))}`);
  const indicator = catalogue.overCases(q.indicator);
  return quarterSql((q.side === 'undated' ? undatedDay : periodDay)(indicator, catalogue.ledger(indicator.ledger)));
};

/** Conditions that hold for exactly the cases that a number is counted over, and in its area. */
function ofFigure(catalogue: Catalogue, q: FigureQuestion, inArea: readonly string[]): string[] {
  const indicator = catalogue.overCases(q.indicator);
  const ledger = catalogue.ledger(indicator.ledger);
  const undated = q.side === 'undated';
  const conditions = [
    undated ? undatedSql(indicator, q.asOf) : inSomeQuarter(indicator, ledger, q.asOf),
    countedSql(catalogue, indicator),
  ];
  const quarter = quarterOf(catalogue, q);
  if (q.period)
    conditions.push(undated ? begunBy(quarter, q.period) : `${quarter} IN (${quartersOf(q.period).join(', ')})`);
  conditions.push(...inArea);
  const { subject } = askedOf(indicator);
  const met = metSql(catalogue, indicator);
  if (subject !== undefined && !undated) return [oneOfEach(ledger, keyColumn(subject), met, q.side, conditions)];
  if (q.side === 'numerator') conditions.push(met);
  if (q.side === 'missing') conditions.push(`NOT (${met})`);
  return conditions;
}

/**
 * Where subjects are counted, one case of each stands for it: one that meets it, where any does in the area and time asked for.
 * So many rows are shown as the number says.
 */
function oneOfEach(
  ledger: Ledger,
  key: string,
  met: string,
  side: EvidenceSide,
  conditions: readonly string[],
): string {
  const subject = `f.${name(key)}`;
  const row = '"submission", "sheet", "row"';
  const asked = side === 'numerator' ? ' WHERE met' : side === 'missing' ? ' WHERE NOT met' : '';
  return `(f."submission", f."sheet", f."row") IN (SELECT (${row}) FROM (
    SELECT ${row}, ${met} AS met FROM ${ledger.id}_facts f WHERE ${[...conditions, `${subject} IS NOT NULL`].map((c) => `(${c})`).join(' AND ')}
    QUALIFY row_number() OVER (PARTITION BY ${subject} ORDER BY met DESC, f.${name(firstColumn(ledger))} DESC, ${row}) = 1
  )${asked})`;
}

/** Conditions on `f` (facts) and, where words or a class are sought, `c` (the ledger's rows) that hold for exactly the rows of the question. */
function where(catalogue: Catalogue, q: EvidenceQuestion, { places, departments, words, ofClass }: Sought): string {
  // The facts themselves are the cases that count at the cut-off.
  const quarter = quarterOf(catalogue, q);
  const inArea = [
    ...(places ? [keyIn('f.place', places, quarter)] : []),
    ...departments.map((keys) => keyIn('f.department', keys, quarter)),
  ];
  const conditions = isFigureQuestion(q) ? ofFigure(catalogue, q, inArea) : ['true', ...inArea];
  if (words.length) conditions.push(holds(catalogue, q, words));
  if (ofClass) conditions.push(isOneOf(ofClass));
  return conditions.map((c) => `(${c})`).join(' AND ');
}

/** Facts `f`, the ledger's rows `c` and their submissions `s`; @param rows SQL of the facts */
const joined = (ledger: LedgerId, rows: string): string =>
  `${rows} JOIN ${ledger} c ON c.submission = f.submission AND c.sheet = f.sheet AND c."row" = f."row"
    JOIN current_submission s ON s.id = f.submission`;

/** Whether a question is answered only by the texts of the rows themselves. */
const readsTexts = ({ words, ofClass }: Sought): boolean => words.length > 0 || ofClass !== null;

const from = (catalogue: Catalogue, q: EvidenceQuestion): string =>
  `FROM ${joined(ledgerOf(catalogue, q), `${ledgerOf(catalogue, q)}_facts f`)}`;

/** The same without the ledger's own rows: a join of all of them takes their room once more. */
const fromFacts = (catalogue: Catalogue, q: EvidenceQuestion): string =>
  `FROM ${ledgerOf(catalogue, q)}_facts f JOIN current_submission s ON s.id = f.submission`;

/** SQL of what a row's sheet is called; NULL in a file without sheets. */
export const sheetName = (row: string): string =>
  `(SELECT n.name FROM sheet_name n WHERE n.submission = ${row}.submission AND n.sheet = ${row}.sheet)`;

/** SQL of a field as it is stored. */
const plain = (f: Field): string => `c.${name(f.type === 'county' ? 'place' : f.name)}`;

/** SQL of a field as it is shown. */
const shown = (f: Field): string => {
  const column = plain(f);
  if (f.type === 'date') return `strftime(${column}, '%Y-%m-%d')`;
  // Kept as numbers they would be sorted in the order of these.
  if (f.type === 'county' || f.type === 'department' || f.type === 'list') return `CAST(${column} AS VARCHAR)`;
  return column;
};

/** SQL of where a row stands, as lists of several ledgers name it, of one that does not tell: as it counts. */
const untold = (ledger: Ledger): [key: string, sql: string][] => [
  ...(tellsPlace(ledger) ? [] : [['county', 'CAST(f.place AS VARCHAR)'] as [string, string]]),
  ...(tellsDepartment(ledger) ? [] : [['department', 'CAST(f.department AS VARCHAR)'] as [string, string]]),
];

/** SQL of each of `evidenceColumns`, and of the sheet. @param field SQL of a field */
function columnsOf(catalogue: Catalogue, ledger: LedgerId, field = shown): [key: string, sql: string][] {
  const derived = evidenceColumns(catalogue, ledger)
    .map((c) => c.key)
    .filter((key) => key.endsWith('_due') || key.endsWith('_rule'))
    .map((key): [string, string] => [
      key,
      key.endsWith('_due') ? `strftime(f.${key}, '%Y-%m-%d')` : `CAST(f.${key} AS VARCHAR)`,
    ]);
  return [
    ...catalogue.ledger(ledger).fields.map((f): [string, string] => [f.name, field(f)]),
    ...untold(catalogue.ledger(ledger)),
    ...derived,
    ...catalogue.durationsOf(ledger).map((i): [string, string] => [i.id, daysSql(i, catalogue.ledger(ledger)).days]),
    ['file', 's.file'],
    ['sheet', sheetName('f')],
    ['row', 'f."row"'],
  ];
}

const durationJoins = (catalogue: Catalogue, ledger: LedgerId): string =>
  catalogue
    .durationsOf(ledger)
    .map((i) => daysSql(i, catalogue.ledger(ledger)).joins)
    .join(' ');

/**
 * Order of files that does not depend on the order in which they came: by name, and of the same name by unit, ledger and
 * period (of which only one counts at a time). @param s alias of `current_submission`
 */
export const inOrderOf = (s: string): string => `${s}.file, ${s}.unit, ${s}.ledger, ${s}.ord`;

/** Column of the number of rows. No field can bear such a name. */
export const FOUND = '_found';

/** Number of rows of the question. */
export const evidenceCount = (catalogue: Catalogue, q: EvidenceQuestion, sought: Sought): string =>
  `SELECT CAST(count(*) AS INTEGER) AS ${FOUND} ${readsTexts(sought) ? from(catalogue, q) : fromFacts(catalogue, q)} WHERE ${where(catalogue, q, sought)}`;

/**
 * One page of rows with the columns of `evidenceColumns`, in a fixed order where two rows sort alike; unsorted, the row of
 * the number that is searched for stands first. First the rows of the page are found, then all that is shown of them; in the order of
 * the files each has in `FOUND` how many there are, so that they need not be looked for once more.
 */
export function evidenceRows(
  catalogue: Catalogue,
  q: EvidenceQuestion,
  sought: Sought,
  offset: number,
  limit: number,
): string {
  const ledger = ledgerOf(catalogue, q);
  const columns = columnsOf(catalogue, ledger);
  const sortable = evidenceColumns(catalogue, ledger).some((c) => c.key === q.sort?.column);
  const by = sortable ? columns.find(([key]) => key === q.sort?.column)?.[1] : undefined;
  const sorted = by ? `${by} ${q.sort?.descending ? 'DESC' : 'ASC'} NULLS LAST, ` : '';
  const first = !sorted && sought.words.length ? `${isNumber(catalogue, q)} DESC, ` : sorted;
  const order = `ORDER BY ${first}s.file, s.unit, s.ord, f.sheet, f."row"`;
  const rows = by
    ? `${from(catalogue, q)} ${durationJoins(catalogue, ledger)}`
    : readsTexts(sought)
      ? from(catalogue, q)
      : fromFacts(catalogue, q);
  const told = [...columns, ...deadlineColumns(catalogue.ledger(ledger), q.asOf)];
  const found = `SELECT f.submission, f.sheet, f."row" ${rows} WHERE ${where(catalogue, q, sought)}`;
  const part = `${order} LIMIT ${limit} OFFSET ${offset}`;
  // What rows are sorted by would lie there of all of them: those are counted by themselves.
  const page = first
    ? `page AS (${found} ${part})`
    : `found AS MATERIALIZED (${found}),
  page AS (SELECT f.* FROM found f JOIN current_submission s ON s.id = f.submission ${part})`;
  return `WITH ${page}
  SELECT ${told.map(([key, sql]) => `${sql} AS ${name(key)}`).join(', ')}, s.submission AS submission${first ? '' : `, CAST((SELECT count(*) FROM found) AS INTEGER) AS ${FOUND}`}
  FROM page p JOIN ${joined(ledger, `${ledger}_facts f ON f.submission = p.submission AND f.sheet = p.sheet AND f."row" = p."row"`)}
    ${durationJoins(catalogue, ledger)} ${order}`;
}

/**
 * Over all rows of the question: of the columns that are measured the widest text, in narrow characters (a Chinese one is two of
 * them), of others 1; 0 where a column is blank in every row. @param keys of `evidenceColumns`; others are left out
 */
export function evidenceWidths(
  catalogue: Catalogue,
  q: EvidenceQuestion,
  sought: Sought,
  keys: readonly string[],
  measured: readonly string[],
): string {
  const ledger = ledgerOf(catalogue, q);
  const columns = columnsOf(catalogue, ledger, plain).filter(([key]) => keys.includes(key));
  const widths = columns.map(([key]) => {
    const text = name(key);
    if (!measured.includes(key)) return `CAST(count(${text}) > 0 AS INTEGER) AS ${text}`;
    // A Chinese character has three bytes.
    const width = `length(${text}) + (strlen(${text}) - length(${text})) // 2`;
    return `CAST(coalesce(max(${width}), 0) AS INTEGER) AS ${text}`;
  });
  return `SELECT ${widths.join(', ')} FROM (SELECT ${columns.map(([key, sql]) => `${sql} AS ${name(key)}`).join(', ')}
    ${from(catalogue, q)} ${durationJoins(catalogue, ledger)} WHERE ${where(catalogue, q, sought)})`;
}

/** What DuckDB itself noted of the texts of a ledger's ids while they were stored. */
export const idStatistics = ({ id, idField }: Ledger): string =>
  `SELECT stats(${name(idField)}) AS told FROM ${id} LIMIT 1`;

/** Number of sheets that counting files of a ledger have names of. */
export const sheetCount = (ledger: LedgerId): string =>
  `SELECT CAST(count(*) AS INTEGER) AS n FROM sheet_name n JOIN current_submission s ON s.id = n.submission WHERE s.ledger = ${literal(ledger)}`;
