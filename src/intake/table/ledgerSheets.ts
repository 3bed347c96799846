import { LEDGERS, type LedgerId } from '../../domain/ledgers';
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
  /** The same ledger in sheets of different headers: which of them are meant is asked. They are in `read` too. */
  conflicts: { ledger: LedgerId; sheets: number[] }[];
}

/**
 * Which sheets of a file hold ledgers. Sheets of the same headers (one for each month) are read one after the other; hidden
 * sheets are not, unless no other sheet has a ledger.
 */
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

  const conflicts: SheetChoice['conflicts'] = [];
  for (const { id } of Object.values(LEDGERS)) {
    const holding = read.filter((s) => s.tables.some((t) => t.ledger === id));
    const forms = new Set(holding.flatMap((s) => s.tables.filter((t) => t.ledger === id).map(formOf)));
    if (holding.length > 1 && forms.size > 1) conflicts.push({ ledger: id, sheets: holding.map((s) => s.index) });
  }
  return {
    read: read.map((s) => s.index),
    passed,
    hiddenRead: read.filter((s) => s.hidden).map((s) => s.index),
    conflicts,
  };
}

/** A table that misses columns is a ledger all the same where it has ids or most of what is required. */
export function isMeantAsLedger(table: Table): boolean {
  const ledger = LEDGERS[table.ledger];
  return table.fields[ledger.idField] !== undefined || table.missing.length * 2 <= requiredGroups(ledger).length;
}

/** Tables have the same form where they have the same fields, under whatever synonyms. Columns that are not read do not count. */
const formOf = (table: Table): string => Object.keys(table.fields).sort().join('\n');
