import type { Field, ListField } from '../../domain/ledgers';
import { isNoText } from './cellText';
import { filled, folded, literal } from './text';

const CLOCK = String.raw`(?:[01]?\d|2[0-3])(?::[0-5]?\d(?::[0-5]?\d(?:\.\d+)?)?(?:\s*(?:Z|[+-]\d{2}(?::?\d{2})?))?|时[0-5]?\d分(?:[0-5]?\d秒)?)`;
const TIME = `(?:(?:\\s+|T)${CLOCK})?`;
// One separator throughout; after 日 the time needs no blank (5日14时30分). Groups that did not match are empty.
const DAYS = String.raw`-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})`;
const SPLIT = `^(\\d{4})(?:(?:${DAYS})${TIME}|年(\\d{1,2})月(\\d{1,2})日(?:[T\\s]*${CLOCK})?)$`;
const SPLIT_DAY = String.raw`\1-\2\4\6\8-\3\5\7\9`;
const COMPACT = `^(\\d{4})(\\d{2})(\\d{2})${TIME}$`;
const COMPACT_DAY = String.raw`\1-\2-\3`;

/**
 * A day from text: 2017-03-05, 2017/3/5, 2017.3.5, 20170305, 2017年3月5日, each with or without a time of day; NULL for
 * anything else. ISO days take the short way.
 */
export function readDate(x: string): string {
  const patterns = [
    [SPLIT, SPLIT_DAY],
    [COMPACT, COMPACT_DAY],
  ] as const;
  const read = (text: string) =>
    patterns
      .map(
        ([pattern, day]) => `WHEN regexp_full_match(${text}, ${literal(pattern)})
      THEN try_cast(regexp_replace(${text}, ${literal(pattern)}, ${literal(day)}) AS DATE)`,
      )
      .join(' ');
  return `CASE WHEN ${x} IS NULL THEN NULL WHEN ${x} LIKE '____-__-__' AND ${isoDayIsSane(x)} THEN ${isoDay(x)}
    ${read(x)} ELSE CASE ${read(folded(x))} END END`;
}

const isoDay = (x: string): string => `try_cast(${x} AS DATE)`;

// A cast takes `-017-03-05` for a year before Christ.
const isoDayIsSane = (x: string): string =>
  `coalesce(${isoDay(x)} BETWEEN DATE '1000-01-01' AND DATE '9999-12-31', false)`;

const NUMBER = String.raw`^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$`;

/** An amount of 0 or more, thousands separators allowed; NULL for anything else. */
export const readAmount = (x: string): string => {
  const read = (text: string) =>
    `WHEN regexp_full_match(${text}, ${literal(NUMBER)}) THEN try_cast(replace(${text}, ',', '') AS DOUBLE)`;
  return `CASE WHEN ${x} IS NULL THEN NULL ${read(x)} ELSE CASE ${read(folded(x))} END END`;
};

/** Longest extension that can be meant: anything above is a typing error. */
const MOST_DAYS = 3650;

const WHOLE = String.raw`^(\d{1,3}(,\d{3})+|\d+)(\.0+)?$`;

/** A whole number of 0 or more (10, 10.0), at most MOST_DAYS; NULL for anything else. */
export const readCount = (x: string): string => {
  const read = (text: string) => {
    const whole = `try_cast(split_part(replace(${text}, ',', ''), '.', 1) AS INTEGER)`;
    return `WHEN regexp_full_match(${text}, ${literal(WHOLE)}) THEN CASE WHEN ${whole} <= ${MOST_DAYS} THEN ${whole} END`;
  };
  return `CASE WHEN ${x} IS NULL THEN NULL ${read(x)} ELSE CASE ${read(folded(x))} END END`;
};

/** A value of a list or one of its synonyms; NULL for anything else. */
export function readList(x: string, field: ListField): string {
  const synonyms = Object.entries(field.synonyms ?? {});
  const all = [...field.values.map((v) => [v, v] as const), ...synonyms];
  const cases = all.map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`).join(' ');
  return `CASE WHEN ${x} IS NULL THEN NULL ELSE CASE ${x} ${cases} ELSE CASE ${folded(x)} ${cases} END END END`;
}

/**
 * How a column's texts look, asked once per file: where all of them are in the plain form, the short expression reads
 * them. The long one costs far more to plan and to run, and most files never need it.
 * @returns SQL aggregate, true where every text is plain; null where the field has no short form
 */
export function plainTest(x: string, field: Field): string | null {
  // A blank cell is none of the texts: a test that is false for NULL would send every column with a gap the long way.
  const every = (test: string) => `coalesce(bool_and(${test}) FILTER (WHERE ${x} IS NOT NULL), true)`;
  switch (field.type) {
    case 'date':
      return every(
        `${x} LIKE '____-__-__' AND coalesce(${isoDay(x)} BETWEEN DATE '1000-01-01' AND DATE '9999-12-31', false)`,
      );
    case 'count':
      return every(`regexp_full_match(${x}, '\\d{1,3}')`);
    case 'amount':
      return every(`regexp_full_match(${x}, '\\d{1,9}(\\.\\d{1,6})?')`);
    case 'list':
      return every(`${x} IN (${field.values.map(literal).join(', ')})`);
    case 'id':
      return every(`regexp_full_match(${x}, '[!-~\\x{4E00}-\\x{9FFF}]+')`);
    default:
      return null;
  }
}

/**
 * The typed SQL expression of a field's text. Counties, departments and dates that are not all plain are read by a join
 * with the readings of their distinct texts, not here.
 * @param plain every text of the column is in the plain form (`plainTest`)
 */
export function readField(x: string, field: Field, plain: boolean): string {
  switch (field.type) {
    case 'date':
      return isoDay(x);
    case 'count':
      return plain ? `CAST(${x} AS INTEGER)` : readCount(x);
    case 'amount':
      return plain ? `try_cast(${x} AS DOUBLE)` : readAmount(x);
    case 'list':
      return plain ? x : readList(x, field);
    case 'id':
      return plain ? x : folded(x);
    default:
      // Free text stays as it was written.
      return `CASE WHEN ${filled(x)} AND NOT ${isNoText(x)} THEN trim(${x}) END`;
  }
}

/** SQL type of a field's column in the ledger table. */
export const columnType = (field: Field): string =>
  ({ date: 'DATE', count: 'INTEGER', amount: 'DOUBLE' })[field.type as string] ?? 'VARCHAR';
