import type { Catalogue } from '../../domain/catalogue/catalogue';
import { DETAIL_OF_CAUSE, GROUP_VALUES, NEVER_GROUPED } from '../../domain/problemGroups';
import { RUNS_NAMED } from '../../domain/rowRuns';
import { inOrderOf, sheetName } from './evidence';
import { maskedText } from './persons';
import { literal, value } from './text';

export interface ProblemFilter {
  submissions?: readonly number[] | undefined;
  codes?: readonly string[] | undefined;
  /** `id` of a group: beside its submission and code. */
  group?: string | undefined;
}

/** A group among all problems; `key`: that of the file's rows. */
export interface GroupKey {
  key: number;
  code: string;
  id: string;
}

/** True for the problems `p` of a row of which it is not sure how it is cut into cells: any of its values may have slipped, a name too. */
const SLIPPED = `EXISTS (SELECT 1 FROM problem x
  WHERE x.submission = p.submission AND x.sheet = p.sheet AND x."row" = p."row" AND x.code IN ('surplus_cells', 'stray_quote', 'swallowed_rows', 'row_in_one_cell'))`;

const codesWith = (part: 'all' | 'column'): string =>
  Object.entries(DETAIL_OF_CAUSE)
    .filter(([, of]) => of === part)
    .map(([code]) => literal(code))
    .join(', ');

/** SQL of what tells causes of one code apart in one column: what of the detail belongs to it. */
const CAUSE = `CASE WHEN p.code IN (${codesWith('all')}) THEN p.detail
  WHEN p.code IN (${codesWith('column')}) THEN regexp_extract(p.detail, '^「[^」]*」')
  WHEN p.code IN (${NEVER_GROUPED.map(literal).join(', ')}) THEN concat_ws('|', p."row", p.letters, p.value, p.detail) END`;

/** SQL of a group's `id`. Of the cause only a hash: an address holds it, and the cause can hold a value. */
const GROUP_ID = `concat(CAST(p.sheet AS VARCHAR), '.', p.field, '.', left(md5(${CAUSE}), 12))`;

const listed = (values: readonly (string | number)[]): string => values.map(value).join(', ') || 'NULL';

/** SQL of the problems `p` asked for, with their files `l`. */
function asked({ submissions, codes, group }: ProblemFilter): string {
  const conditions = [
    submissions && `l.submission IN (${listed(submissions)})`,
    codes && `p.code IN (${listed(codes)})`,
    group !== undefined && `${GROUP_ID} = ${literal(group)}`,
  ].filter(Boolean);
  return `FROM problem p JOIN current_submission l ON l.id = p.submission WHERE ${conditions.join(' AND ') || 'true'}`;
}

const IN_ORDER = `${inOrderOf('l')}, p.sheet NULLS FIRST, p."row" NULLS FIRST, p.field, p.code, p.value, p.detail`;

const problem = `p.*, ${SLIPPED} AS slipped, ${sheetName('p')} AS sheet_name`;

export const problemCount = (filter: ProblemFilter): string => `SELECT CAST(count(*) AS INTEGER) AS n ${asked(filter)}`;

export const problemRows = (filter: ProblemFilter, offset: number, limit: number): string =>
  `SELECT ${problem} ${asked(filter)} ORDER BY ${IN_ORDER} LIMIT ${limit} OFFSET ${offset}`;

/** All problems of one row of a file. @param key of the file's rows */
export const problemsOfRow = (key: number, sheet: number, row: number): string =>
  `SELECT ${problem} FROM problem p JOIN current_submission l ON l.id = p.submission
   WHERE p.submission = ${key} AND p.sheet = ${sheet} AND p."row" = ${row} ORDER BY ${IN_ORDER}`;

/** Number of the groups, and of the problems in them. */
export const groupCount = (filter: ProblemFilter): string =>
  `SELECT CAST(count(*) AS INTEGER) AS groups, CAST(coalesce(sum(n), 0) AS INTEGER) AS problems
   FROM (SELECT count(*) AS n ${asked(filter)} GROUP BY p.submission, p.code, ${GROUP_ID})`;

/** One page of the groups, in order of file, sheet and first row. What differs within a group is NULL. */
export const groupRows = (filter: ProblemFilter, offset: number, limit: number): string =>
  `SELECT p.*, ${sheetName('p')} AS sheet_name FROM (
     SELECT p.submission, p.code, ${GROUP_ID} AS id, min(p.sheet) AS sheet, min(p.field) AS field,
       CAST(count(*) AS INTEGER) AS n, min(p."row") AS "row",
       CASE WHEN min(p.letters) = max(p.letters) THEN min(p.letters) END AS letters,
       CASE WHEN min(p.detail) = max(p.detail) AND count(p.detail) = count(*) THEN min(p.detail) END AS detail,
       CASE WHEN p.code NOT IN (${listed(NEVER_GROUPED)}) THEN min(${CAUSE}) END AS cause
     ${asked(filter)} GROUP BY p.submission, p.code, ${GROUP_ID}
   ) p JOIN current_submission l ON l.id = p.submission
   ORDER BY ${inOrderOf('l')}, p.sheet NULLS FIRST, p."row" NULLS FIRST, p.field, p.code, p.id LIMIT ${limit} OFFSET ${offset}`;

/** The problems `p` of some groups, each with its group's ordinal `g`. */
const inGroups = (groups: readonly GroupKey[]): string =>
  `FROM problem p JOIN current_submission l ON l.id = p.submission
   JOIN (VALUES ${groups.map((k, g) => `(${[g, k.key, k.code, k.id].map(value).join(', ')})`).join(', ')}) k(g, key, code, id)
     ON k.key = p.submission AND k.code = p.code AND k.id = ${GROUP_ID}`;

/** The single problems of groups of one. */
export const onlyProblems = (groups: readonly GroupKey[]): string =>
  `SELECT CAST(k.g AS INTEGER) AS g, ${problem} ${inGroups(groups)}`;

/** In which rows groups stand: the first runs of rows that follow one another, and how many rows there are in all. */
export const groupRuns = (groups: readonly GroupKey[]): string =>
  `WITH hit AS (SELECT DISTINCT k.g, p."row" AS r ${inGroups(groups)} WHERE p."row" IS NOT NULL),
   run AS (SELECT g, min(r) AS first, max(r) AS last
     FROM (SELECT g, r, r - row_number() OVER (PARTITION BY g ORDER BY r) AS island FROM hit) GROUP BY g, island)
   SELECT CAST(g AS INTEGER) AS g, CAST(first AS INTEGER) AS first, CAST(last AS INTEGER) AS last, CAST(n AS INTEGER) AS n
   FROM (SELECT *, sum(last - first + 1) OVER (PARTITION BY g) AS n, row_number() OVER (PARTITION BY g ORDER BY first) AS nth FROM run)
   WHERE nth <= ${RUNS_NAMED + 1} ORDER BY g, first`;

/** Characters of an example: no sentence and no list shows more. */
const EXAMPLE = 200;

/** The most frequent values of groups as they are shown, and how many different ones there are. */
export const groupValues = (catalogue: Catalogue, groups: readonly GroupKey[]): string =>
  `WITH shown AS (SELECT k.g, ${maskedText(catalogue, 'p.value', 'l.ledger', 'p.field', SLIPPED)} AS text ${inGroups(groups)} WHERE p.value IS NOT NULL)
   SELECT CAST(g AS INTEGER) AS g, left(text, ${EXAMPLE}) AS text, CAST(n AS INTEGER) AS n, CAST(kinds AS INTEGER) AS kinds
   FROM (SELECT g, text, count(*) AS n, count(*) OVER (PARTITION BY g) AS kinds,
     row_number() OVER (PARTITION BY g ORDER BY count(*) DESC, text) AS nth FROM shown GROUP BY g, text)
   WHERE nth <= ${GROUP_VALUES} ORDER BY g, nth`;
