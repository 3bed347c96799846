import type { FileNoteCode } from '../../domain/problemCodes';
import type { FoundProblem } from '../../domain/problems';
import type { Sheet } from '../sheet';
import type { SheetChoice } from '../table/ledgerSheets';
import { NAMED, quotedName, sheetsInWords } from './sheetWords';

/** A sheet that is passed over, or a table of it. */
export interface Passed {
  sheet: Sheet;
  /** Ordinal of the sheet. */
  number: number;
  /** Where the table begins; null for the whole sheet. */
  table: { row: number; column: number } | null;
  /** 是空的; of a table 的表是…. */
  why: string;
}

/** Why a sheet is passed over. */
const REASONS: Record<SheetChoice['passed'][number]['reason'], string> = {
  empty: '是空的',
  no_header: '没有台账的表头',
  hidden: '是隐藏的',
  summary: '只有台账的几列，像是汇总',
};

/** The sheets without a ledger. */
export const passedSheets = ({ passed }: SheetChoice, sheets: readonly Sheet[]): Passed[] =>
  passed.map(({ sheet, reason }) => ({
    sheet: sheets[sheet] as Sheet,
    number: sheet,
    table: null,
    why: REASONS[reason],
  }));

/** Says what was passed over: one sentence a reason, however many sheets or tables. */
export function passedNotes(passed: readonly Passed[]): FoundProblem[] {
  const reasons = new Map<string, Passed[]>();
  for (const p of passed) {
    const key = `${p.table !== null}${p.why}`;
    reasons.set(key, [...(reasons.get(key) ?? []), p]);
  }
  return [...reasons.values()].map(noteOf);
}

function noteOf(all: readonly Passed[]): FoundProblem {
  const { sheet, number, table, why } = all[0] as Passed;
  if (new Set(all.map((p) => p.number)).size === 1) {
    const place = table ? `${rowsOf(all)}起` : '';
    return {
      ...note('passed_sheet', number, sheet.name ?? '', place + why),
      row: table?.row ?? null,
      column: table?.column ?? null,
    };
  }
  const places = table ? `${tablesOf(all)}起` : sheetsInWords(all.map((p) => p.sheet.name));
  return note('passed_sheet', null, null, places + why);
}

const more = (all: readonly Passed[]): string => (all.length > NAMED ? `等 ${all.length} 处` : '');

/** 第 4、9、14 行等 20 处 */
const rowsOf = (all: readonly Passed[]): string =>
  `第 ${all
    .slice(0, NAMED)
    .map((p) => p.table?.row)
    .join('、')} 行${more(all)}`;

/** 工作表「1月」第 4 行、「2月」第 6 行 */
const tablesOf = (all: readonly Passed[]): string =>
  `工作表${all
    .slice(0, NAMED)
    .map((p) => `${quotedName(p.sheet.name)}第 ${p.table?.row} 行`)
    .join('、')}${more(all)}`;

/** Says that hidden sheets are read, since no other has a ledger. */
export function hiddenNotes(sheets: readonly { sheet: Sheet; number: number }[]): FoundProblem[] {
  const [first] = sheets;
  if (!first) return [];
  if (sheets.length === 1) return [note('hidden_sheet', first.number, first.sheet.name ?? '', null)];
  return [note('hidden_sheet', null, null, sheetsInWords(sheets.map((s) => s.sheet.name)))];
}

const note = (code: FileNoteCode, sheet: number | null, value: string | null, detail: string | null): FoundProblem => ({
  sheet,
  row: null,
  column: null,
  field: null,
  value,
  code,
  detail,
});
