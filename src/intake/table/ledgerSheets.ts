import type { Ledger } from '../../domain/ledgers';
import { requiredGroups } from './columns';
import type { Table } from './table';

/** A sheet of a file with the tables found in it. */
export interface FoundSheet {
  name: string | null;
  hidden: boolean;
  tables: readonly Table[];
  /** Rows of the sheet. */
  rows: number;
}

/** Sheets are named by their place, from 0. */
export interface SheetChoice {
  read: number[];
  /** `summary`: a few headers of a ledger, without its id: no ledger's table, and another sheet has one. */
  passed: { sheet: number; reason: 'empty' | 'no_header' | 'hidden' | 'summary' }[];
  /** Hidden sheets that are read since no other has a ledger. */
  hiddenRead: number[];
}

/** Which sheets of a file hold ledgers. Hidden sheets are not read, unless no other sheet has a ledger. */
export function ledgerSheets(sheets: readonly FoundSheet[]): SheetChoice {
  const all = sheets.map((sheet, index) => ({ ...sheet, index }));
  const found = all.filter((s) => s.tables.length > 0);
  const whole = found.filter((s) => s.tables.some((t) => t.missing.length === 0));
  const ledger = found.filter((s) => whole.includes(s) || whole.length === 0 || s.tables.some(isMeantAsLedger));
  const shown = ledger.filter((s) => !s.hidden);
  const read = shown.length > 0 ? shown : ledger;

  const passed = all
    .filter((s) => !read.includes(s))
    .map((s) => ({
      sheet: s.index,
      reason: s.rows === 0 ? 'empty' : s.hidden ? 'hidden' : s.tables.length === 0 ? 'no_header' : 'summary',
    })) satisfies SheetChoice['passed'];

  return {
    read: read.map((s) => s.index),
    passed,
    hiddenRead: read.filter((s) => s.hidden).map((s) => s.index),
  };
}

/** A table that misses columns is a ledger all the same where it has ids or most of what is required. */
export function isMeantAsLedger(table: Table): boolean {
  const ledger = table.ledger;
  return table.fields[ledger.idField] !== undefined || table.missing.length * 2 <= requiredGroups(ledger).length;
}

/** Sheets that have the same fields in their tables of one ledger, under whatever synonyms: one for each month. */
export interface SheetGroup {
  ledger: Ledger;
  /** By their place in the file, from 0. */
  sheets: readonly number[];
  fields: ReadonlySet<string>;
  /** Required fields that one of the tables has no column of; of a group of fields one would be enough. */
  missing: readonly (readonly string[])[];
}

/** The sheets of a ledger by what its tables have in them, in order. Summaries are none of them, nor columns that are not read. */
export function sheetGroups(
  ledger: Ledger,
  sheets: readonly { number: number; tables: readonly Table[] }[],
): SheetGroup[] {
  const groups = new Map<string, { number: number; tables: readonly Table[] }[]>();
  for (const { number, tables } of sheets) {
    const own = tables.filter((t) => t.ledger === ledger && (t.missing.length === 0 || isMeantAsLedger(t)));
    if (own.length === 0) continue;
    const form = [...new Set(own.flatMap((t) => Object.keys(t.fields)))].sort().join('\n');
    groups.set(form, [...(groups.get(form) ?? []), { number, tables: own }]);
  }
  return [...groups.values()].map((group) => {
    const tables = group.flatMap((s) => s.tables);
    return {
      ledger,
      sheets: group.map((s) => s.number),
      fields: new Set(tables.flatMap((t) => Object.keys(t.fields))),
      missing: tables.find((t) => t.missing.length > 0)?.missing ?? [],
    };
  });
}
