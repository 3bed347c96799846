import type { Field } from '../../domain/ledgers';
import { folded, literal } from './text';

/** Longest extension that can be meant: anything above is a typing error. */
const MOST_DAYS = 3650;

// The 日 before a time without a blank (5日14时30分) is taken by this pattern, not by the date's.
const TIME = String.raw`(?:(?:\s+|[T日])\s*\d{1,2}(?:[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?|分)?|时)(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?)?`;
const SPLIT = `^(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?${TIME}$`;
const COMPACT = `^(\\d{4})(\\d{2})(\\d{2})${TIME}$`;

/**
 * A day from text: 2017-03-05, 2017/3/5, 2017.3.5, 20170305, 2017年3月5日, each with or without a time of day; NULL for
 * anything else. ISO days take the short way.
 */
export function readDate(x: string): string {
  const f = folded(x);
  const day = (pattern: string) => `try_cast(regexp_replace(${f}, ${literal(pattern)}, '\\1-\\2-\\3') AS DATE)`;
  return `CASE WHEN ${x} IS NULL THEN NULL
    WHEN ${x} LIKE '____-__-__' AND try_cast(${x} AS DATE) BETWEEN DATE '1000-01-01' AND DATE '9999-12-31' THEN try_cast(${x} AS DATE)
    WHEN regexp_full_match(${f}, ${literal(SPLIT)}) THEN ${day(SPLIT)}
    WHEN regexp_full_match(${f}, ${literal(COMPACT)}) THEN ${day(COMPACT)} END`;
}

const NUMBER = String.raw`^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$`;

/** An amount of 0 or more, thousands separators allowed; NULL for anything else. */
export const readAmount = (x: string): string =>
  `CASE WHEN ${x} IS NULL THEN NULL WHEN regexp_full_match(${folded(x)}, ${literal(NUMBER)})
    THEN try_cast(replace(${folded(x)}, ',', '') AS DOUBLE) END`;

/** A whole number of 0 or more (10, 10.0); NULL for anything else. */
export function readCount(x: string): string {
  const amount = readAmount(x);
  return `CASE WHEN ${x} IS NULL THEN NULL WHEN ${amount} = floor(${amount}) AND ${amount} <= ${MOST_DAYS} THEN CAST(${amount} AS INTEGER) END`;
}

/** A value of a list or one of its synonyms; NULL for anything else. */
export function readList(x: string, field: Field): string {
  const values = field.values ?? [];
  const synonyms = Object.entries(field.synonyms ?? {});
  const all = [...values.map((v) => [v, v] as const), ...synonyms];
  const cases = all.map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`).join(' ');
  return `CASE WHEN ${x} IS NULL THEN NULL WHEN ${x} IN (${values.map(literal).join(', ')}) THEN ${x}
    ELSE CASE ${folded(x)} ${cases} END END`;
}

/** The typed SQL expression of a field's text. Counties and departments are read by a join, not here. */
export function readField(x: string, field: Field): string {
  switch (field.type) {
    case 'date':
      return readDate(x);
    case 'count':
      return readCount(x);
    case 'amount':
      return readAmount(x);
    case 'list':
      return readList(x, field);
    default:
      return folded(x);
  }
}

/** SQL type of a field's column in the ledger table. */
export const columnType = (field: Field): string =>
  ({ date: 'DATE', count: 'INTEGER', amount: 'DOUBLE' })[field.type as string] ?? 'VARCHAR';
