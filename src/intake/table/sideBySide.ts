import type { Catalogue } from '../../domain/catalogue/catalogue';
import { type HeaderColumn, hitsOf, mapToLedger } from './columns';
import { fieldOf } from './keys';
import type { Span } from './table';
import { isBlank } from './words';

/** A wider header is one table: no form is as wide. */
const WIDEST = 2000;
/** Places at which a header is tried apart. */
const TRIED = 64;

/**
 * Where tables beside each other begin and end. A header is two where it falls apart, at a blank column, where its first
 * header comes again or at an id, into parts of which each is a table by itself: with all required columns, or headed alike. A blank
 * header within a table, and a column that stands there twice, part nothing.
 */
export function sideBySide(catalogue: Catalogue, columns: readonly HeaderColumn[]): Span[] {
  const spans: Span[] = [];
  let rest = trim(columns, { first: 0, last: columns.length - 1 });
  for (let parts = split(catalogue, columns, rest); parts; parts = split(catalogue, columns, rest)) {
    spans.push(parts[0]);
    rest = parts[1];
  }
  return [...spans, rest];
}

function split(catalogue: Catalogue, columns: readonly HeaderColumn[], span: Span): [Span, Span] | null {
  const start = columns[span.first]?.keys[0];
  let tried = 0;
  if (span.last - span.first > WIDEST) return null;
  for (let at = span.first + 1; at <= span.last && tried < TRIED; at++) {
    const isBlankHere = isBlank(columns[at]?.text ?? '');
    const key = columns[at]?.keys[0] ?? '';
    const again = !isBlankHere && (key === start || isId(catalogue, key));
    if (!again && !(isBlankHere && !isBlank(columns[at - 1]?.text ?? ''))) continue;
    tried++;
    const left = trim(columns, { first: span.first, last: at - 1 });
    const right = trim(columns, { first: at, last: span.last });
    if (areTwo(catalogue, columns, left, right)) return [left, right];
  }
  return null;
}

/** An id begins a table, with or without a number of the row before it. */
const isId = (catalogue: Catalogue, key: string): boolean =>
  catalogue.ledgers.some((l) => fieldOf(l, key) === l.idField);

function areTwo(catalogue: Catalogue, columns: readonly HeaderColumn[], left: Span, right: Span): boolean {
  const [a, b] = [left, right].map((s) => columns.slice(s.first, s.last + 1)) as [HeaderColumn[], HeaderColumn[]];
  const [one, other] = [mapToLedger(catalogue, a), mapToLedger(catalogue, b)];
  if (hitsOf(one) < 2 || hitsOf(other) < 2) return false;
  const keys = (part: HeaderColumn[]) => part.map((c) => c.keys[0]).join('\n');
  // The right part may itself be several tables.
  const alike = `${keys(b)}\n`.startsWith(`${keys(a)}\n`);
  return alike || (one.missing.length === 0 && other.missing.length === 0);
}

function trim(columns: readonly HeaderColumn[], span: Span): Span {
  let { first, last } = span;
  while (first < last && isBlank(columns[first]?.text ?? '')) first++;
  while (last > first && isBlank(columns[last]?.text ?? '')) last--;
  return { first, last };
}
