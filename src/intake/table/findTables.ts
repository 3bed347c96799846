import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { Merged } from '../sheet';
import { nameAbove } from './above';
import { alikeColumns } from './alike';
import { type HeaderColumn, hitsOf, isLedger, type Mapping, mapToLedger, missingOf, plainColumn } from './columns';
import { headerHits } from './keys';
import { namesUnits, scalesOf, type UnitCell, unitsOf } from './scales';
import { sideBySide } from './sideBySide';
import type { HeadRow, Span, Table } from './table';
import { type HeaderPair, pairRows } from './twoRows';
import { isBlank } from './words';

/** Rows that are looked at. */
export const HEAD_ROWS = 100;

/** Columns in which a header is looked for; of the one that is found all are read. No form is as wide. */
const LOOKED_AT = 2000;

/** Fewer known headers make no header. */
const FEWEST = 2;

/** Rows that may be a header, with what they say. */
interface Candidate {
  rows: readonly HeadRow[];
  columns: readonly HeaderColumn[];
  mapping: Mapping;
}

/**
 * The tables of ledgers that stand beside each other below the first header among the first rows: the first that has an id and
 * most of the required columns; where none has, the one with the most known headers. Rows before it are named, whatever they
 * are. What comes below is told row by row (`rowKind`).
 * @param beside units that are spoken of beside these rows, above tables beside them: they hold where the rows name none
 */
export function findTables(
  catalogue: Catalogue,
  head: readonly HeadRow[],
  sheet: { name: string | null; merged: readonly Merged[] },
  beside: readonly UnitCell[] = [],
): Table[] {
  const rows = head.filter((r) => r.texts.some((t) => !isBlank(t))).slice(0, HEAD_ROWS);
  const best = bestHeader(catalogue, rows, sheet.merged);
  if (!best) return [];
  const { rows: header, columns } = best;
  const first = header[0]?.row as number;
  const { above, units: own } = nameAbove(rows.filter((r) => r.row < first));
  // 处罚（万元） as the sheet's name says it of its first table.
  const named = sheet.name !== null && namesUnits(sheet.name) ? [{ column: 0, text: sheet.name }] : [];
  const units = [...(own.length > 0 ? own : beside), ...named];
  const groups = rows.filter((r) => r.row === first - 1 && r.texts.filter((t) => !isBlank(t)).length > 1);
  const spans = sideBySide(catalogue, columns);
  return spans.map((span, i) => {
    const from = i === 0 ? 0 : (spans[i - 1] as Span).last + 1;
    const to = i === spans.length - 1 ? Number.MAX_SAFE_INTEGER : (spans[i + 1] as Span).first - 1;
    return {
      ...tableOf(catalogue, columns, span, ownUnits(units, { first: from, last: to })),
      header: { first, last: header.at(-1)?.row as number },
      headerRows: [...groups, ...header].map((r) => r.texts),
      cells: header.at(-1)?.texts.length as number,
      reach: { first: from, last: to },
      above,
    };
  });
}

function bestHeader(catalogue: Catalogue, rows: readonly HeadRow[], merged: readonly Merged[]): Candidate | undefined {
  const narrow = rows.map(({ row, texts }) => ({ row, texts: texts.slice(0, LOOKED_AT) }));
  const singles = narrow.map((row) => plain(catalogue, row));
  let best: Candidate | undefined;
  let at = 0;
  for (let i = 0; i < rows.length && !(best && isLedger(best.mapping)); i++) {
    const found = candidateAt(catalogue, narrow, singles, i, merged);
    if (!found || hitsOf(found.mapping) < FEWEST) continue;
    if (!best || isLedger(found.mapping) || hitsOf(found.mapping) > hitsOf(best.mapping)) [best, at] = [found, i];
  }
  const whole = rows.slice(at, at + 3);
  if (!best || whole.every((r) => r.texts.length <= LOOKED_AT)) return best;
  return (
    candidateAt(
      catalogue,
      whole,
      whole.map((row) => plain(catalogue, row)),
      0,
      merged,
    ) ?? best
  );
}

/** A row as a header: with the one or two rows below it where they are one header, else by itself. */
function candidateAt(
  catalogue: Catalogue,
  rows: readonly HeadRow[],
  singles: readonly (Candidate | null)[],
  i: number,
  merged: readonly Merged[],
): Candidate | null {
  const [row, next, third] = rows.slice(i, i + 3) as [HeadRow, HeadRow?, HeadRow?];
  const [single = null, below = null] = singles.slice(i, i + 2);
  const pair = next ? pairRows(catalogue, row, next, merged) : null;
  const two = next && pair && better(of(catalogue, [row, next], pair.columns), pair, single, below);
  if (!next || !third) return two || single;
  const lower = pairRows(catalogue, next, third, merged);
  const three = next.row === row.row + 1 ? pairRows(catalogue, stacked(row, next), third, merged) : null;
  if (!three || !lower) return two || single;
  const all = of(catalogue, [row, next, third], three.columns);
  const least = Math.max(
    ...[two || single, of(catalogue, [next, third], lower.columns)].map((c) => (c ? hitsOf(c.mapping) : 0)),
  );
  return hitsOf(all.mapping) > least ? all : two || single;
}

const of = (catalogue: Catalogue, rows: readonly HeadRow[], columns: readonly HeaderColumn[]): Candidate => ({
  rows,
  columns,
  mapping: mapToLedger(catalogue, columns),
});

const plain = (catalogue: Catalogue, row: HeadRow): Candidate | null =>
  headerHits(catalogue, row.texts).hits === 0 ? null : of(catalogue, [row], row.texts.map(plainColumn));

/**
 * The pair, where it says more than either row and misses no more; else nothing. Groups that only gather what says all by
 * itself (基本信息) stay above it.
 */
function better(both: Candidate, pair: HeaderPair, upper: Candidate | null, lower: Candidate | null): Candidate | null {
  const hits = (c: Candidate | null) => (c ? hitsOf(c.mapping) : 0);
  const adds = hits(both) > hits(upper) || (pair.certain && hits(both) === hits(upper)) || pair.otherUnits === true;
  const parts = hits(both) > hits(lower) || pair.withheld;
  const loses = [upper, lower].some(
    (c) => c && hits(c) >= FEWEST && both.mapping.missing.length > c.mapping.missing.length,
  );
  return adds && parts && !loses ? both : null;
}

/** Of two rows of groups the lower where it says something: 受理 within 办理情况. */
function stacked(upper: HeadRow, lower: HeadRow): HeadRow {
  const width = Math.max(upper.texts.length, lower.texts.length);
  const texts = Array.from({ length: width }, (_, i) => {
    const own = lower.texts[i] ?? '';
    return isBlank(own) ? (upper.texts[i] ?? '') : own;
  });
  return { row: lower.row, texts };
}

/** Of several units above tables beside each other each table has its own; a single one holds for all. */
function ownUnits(units: readonly UnitCell[], reach: Span): readonly UnitCell[] {
  const own = units.filter((u) => reach.first <= u.column && u.column <= reach.last);
  return units.length > 1 && own.length > 0 ? own : units;
}

function tableOf(catalogue: Catalogue, columns: readonly HeaderColumn[], span: Span, units: readonly UnitCell[]) {
  const own = columns.slice(span.first, span.last + 1);
  const mapping = mapToLedger(catalogue, own, span.first);
  const { ledger } = mapping;
  const textOf = (column: number) => columns[column]?.text ?? '';
  const { otherUnits, ...scales } = scalesOf(ledger, mapping.fields, textOf, units);
  return {
    columns: span,
    headers: own.map((c) => c.text),
    ...withoutOthers(mapping, otherUnits, textOf),
    alike: alikeColumns(ledger, mapping.fields, mapping.ignored, (i) => columns[i]),
    unitsAbove: unitsOf(units),
    ...scales,
  };
}

/** Columns that are in units which the ledger has not are none of its columns, as if their headers said so. */
function withoutOthers(mapping: Mapping, others: Readonly<Record<string, string>>, textOf: (column: number) => string) {
  const unread = Object.entries(others);
  if (unread.length === 0) return mapping;
  const { ledger } = mapping;
  const fields = Object.fromEntries(Object.entries(mapping.fields).filter(([name]) => others[name] === undefined));
  const ignored = unread.map(([name, said]) => {
    const index = mapping.fields[name] as number;
    return { header: textOf(index), index, reason: `的单位是「${said}」，不能换算` };
  });
  return { ...mapping, fields, ignored: [...mapping.ignored, ...ignored], missing: missingOf(ledger, fields) };
}
