import { ledgerField } from '../../domain/ledgers';
import { requiredGroups } from './columns';
import { keyOf } from './keys';
import type { Table } from './table';
import { isBlank, word } from './words';

/** A filled cell of a row: column of the sheet, text as words are compared. */
export interface Cell {
  column: number;
  text: string;
}

/** The cells of a row that are the table's and not blank. */
export function filledCells(texts: readonly string[], table: Table): Cell[] {
  const cells: Cell[] = [];
  const last = Math.min(table.reach.last, texts.length - 1);
  for (let column = table.reach.first; column <= last; column++) {
    const text = texts[column] as string;
    if (!isBlank(text)) cells.push({ column, text: word(text) });
  }
  return cells;
}

export const LABELLED = /^[(（【[]?[\u4e00-\u9fff]{1,10}[)）\]】]?[:：]/;

/** 共12件, 合计：12 件, 共计投诉举报12件. */
export const COUNTED =
  /^(?:本页|本期|本季度?|本月|本年)?(?:总共|总计|合计|共计|累计|小计|总数|共有|共)[^\d]{0,10}(\d{1,3}(?:,\d{3})+|\d+)(?:件|起|宗|条|例|笔|个|户|项)?(?!页)/;

/** Digits as a day has them, whatever its form: serial numbers and Chinese numerals too, no counts and labels. */
export function isDayLike(text: string): boolean {
  if (text.length > 40 || /^[(（]?\d{1,3}=/.test(text) || LABELLED.test(text) || COUNTED.test(text)) return false;
  const digits = text.match(/[\d〇零一二三四五六七八九十]/g)?.length ?? 0;
  if (/[件起元%]$/.test(text)) return false;
  return digits >= 4 || (digits >= 2 && /[年月日/.-]/.test(text));
}

/** The columns of a table that tell whether a row is a case. */
interface Tell {
  id: number | undefined;
  days: readonly number[];
  lists: readonly number[];
  /** Of each group one has to be filled. */
  required: readonly (readonly number[])[];
  /** Keys of the header's rows by column of the sheet. */
  headers: readonly ReadonlyMap<number, string>[];
}

const TELLS = new WeakMap<Table, Tell>();

export function tellOf(table: Table): Tell {
  const kept = TELLS.get(table);
  if (kept) return kept;
  const ledger = table.ledger;
  const typed = (type: string) => Object.keys(table.fields).filter((name) => ledgerField(ledger, name).type === type);
  const columnOf = (name: string) => table.fields[name];
  const numbers = (names: readonly string[]) => names.map(columnOf).filter((c): c is number => c !== undefined);
  const tell: Tell = {
    id: columnOf(ledger.idField),
    days: numbers(typed('date')),
    lists: numbers(typed('list').filter((name) => ledgerField(ledger, name).required)),
    required: requiredGroups(ledger).map(numbers),
    headers: table.headerRows.map((row) => new Map(keysWithin(row, table))),
  };
  TELLS.set(table, tell);
  return tell;
}

const keysWithin = (row: readonly string[], { reach }: Table): [number, string][] =>
  row
    .map((text, column): [number, string] => [column, keyOf(text)])
    .filter(([column, key]) => key !== '' && reach.first <= column && column <= reach.last);

/** A day in a column of days. */
export const hasDay = (texts: readonly string[], table: Table): boolean =>
  tellOf(table).days.some((c) => {
    const text = texts[c];
    return text !== undefined && !isBlank(text) && isDayLike(word(text));
  });

/**
 * Whether a row has what a case has: a day, and either all that is required or an id and its kind. Such a row is data whatever
 * else stands in it.
 */
export function isCase(texts: readonly string[], table: Table): boolean {
  if (!hasDay(texts, table)) return false;
  const { id, lists, required } = tellOf(table);
  const filled = (column: number | undefined) => column !== undefined && !isBlank(texts[column] ?? '');
  if (required.every((group) => group.some(filled))) return true;
  return filled(id) && !LABELLED.test(word(texts[id as number] as string)) && lists.every(filled);
}

/** A text as ids have it: three digits on end, letters with digits, or 号 at its end. */
export const isIdLike = (text: string): boolean =>
  !COUNTED.test(text) && !LABELLED.test(text) && /\d{3}|[A-Za-z][-_]?\d|\d号$/.test(text);
