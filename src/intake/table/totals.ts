import { ledgerField } from '../../domain/ledgers';
import { type Cell, COUNTED, filledCells, tellOf } from './evidence';
import type { Table } from './table';

const WORD = '(?:小计|合计|总计|共计|累计|总数|总合计)(?:数|金额)?';
const BEFORE =
  '(?:本页|本月|本季度?|本期|本年度?|全年|年度|季度|当前|以上|上述|全部|第?[一二三四]季度|(?:1[0-2]|[1-9])月份?)';
/** 合计 by itself, or of a page or a period; 其中：投诉 below it; 过次页 at a page's end, 承前页 at the next one's head. */
const EXACT = new RegExp(
  `^[(（]?${BEFORE}?${WORD}(?:[(（][^()（）]{1,6}[)）])?[)）]?[:：]?$|^其中[:：].{0,14}$|^(?:[过转]次页|[承接](?:前|上)页)$`,
);
/** Of something: 海南州合计, 投诉小计. */
const OF = new RegExp(`^[^\\d:：]{0,14}${WORD}[:：]?$`);
const NUMBER = /^[-+]?[¥$]?(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?(?:[亿万千百]?元|件|起|宗|条|例|笔|个|户|人|天|%)?$/;
const NOTHING = /^[-—–―/\\_]+$/;

const isNumber = (text: string): boolean => NOTHING.test(text) || (/\d/.test(text) && NUMBER.test(text));

/**
 * Whether a row sums up others. The word stands first, with numbers behind it and at most two words that say what was summed
 * up (a place, a kind); or it stands anywhere among numbers. A row with an id of its own is none.
 * @param cells filled cells of a row without a day
 */
export function isTotal(cells: readonly Cell[], table: Table): boolean {
  const [first] = cells;
  if (!first) return false;
  const { id } = tellOf(table);
  const sum = (c: Cell) => EXACT.test(c.text) || COUNTED.test(c.text);
  const leads = sum(first) || OF.test(first.text);
  const others = cells.filter((c) => c !== first && !sum(c) && !isNumber(c.text));
  if (leads) {
    const what = whatColumns(table);
    return others.length <= 2 && others.every((c) => what.has(c.column));
  }
  return (
    isNumber(first.text) && others.length === 0 && cells.some(sum) && !cells.some((c) => c.column === id && !sum(c))
  );
}

/** Columns whose values say what is summed up. */
function whatColumns(table: Table): Set<number> {
  const ledger = table.ledger;
  const types = new Set(['county', 'department', 'list']);
  return new Set(
    Object.entries(table.fields)
      .filter(([name]) => types.has(ledgerField(ledger, name).type))
      .map(([, column]) => column),
  );
}

/** What a total row says, to be held against the rows above it. */
export interface Total {
  /** Of amounts (in 元) and counts. */
  sums: { field: string; value: number }[];
  /** Number of rows: 共12件. Null where it is not said. */
  count: number | null;
  /** Its texts that are no numbers. */
  words: string;
}

const UNITS: readonly [RegExp, number][] = [
  [/亿元?$/, 100_000_000],
  [/千万元?$/, 10_000_000],
  [/百万元?$/, 1_000_000],
  [/万元?$/, 10_000],
  [/千元$/, 1000],
  [/百元$/, 100],
  [/元$/, 1],
];

export function readTotal(texts: readonly string[], table: Table): Total {
  const cells = filledCells(texts, table);
  const ledger = table.ledger;
  const sums: Total['sums'] = [];
  for (const [field, column] of Object.entries(table.fields)) {
    const { type } = ledgerField(ledger, field);
    const cell = cells.find((c) => c.column === column);
    if ((type !== 'amount' && type !== 'count') || !cell) continue;
    const value = type === 'amount' ? amount(cell.text, table.scales[field]?.factor ?? 1) : amount(cell.text, 1);
    if (value !== null) sums.push({ field, value });
  }
  // A lone number under a header that has none of its own (合计 | 12) counts the rows.
  const summed = new Set(sums.map((s) => table.fields[s.field]));
  const bare = cells.filter(
    (c) => /^\d+$/.test(c.text) && !summed.has(c.column) && Object.values(table.fields).includes(c.column),
  );
  const counted = cells.map((c) => COUNTED.exec(c.text)?.[1]).find((n) => n !== undefined);
  const units = cells.map((c) => /^(\d+)[件起宗]$/.exec(c.text)?.[1]).find((n) => n !== undefined);
  const count = counted ?? units ?? (bare.length === 1 ? bare[0]?.text : undefined);
  return {
    sums,
    count: count === undefined ? null : Number(count.replaceAll(',', '')),
    words: cells
      .filter((c) => !isNumber(c.text))
      .map((c) => c.text)
      .join('　'),
  };
}

/** A number in 元: its own unit goes before the column's. Null for what is no number. */
function amount(text: string, factor: number): number | null {
  const [unit] = UNITS.filter(([ending]) => ending.test(text));
  const digits = (unit ? text.replace(unit[0], '') : text).replace(/^[¥$]|[,件天%个]/g, '');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(digits)) return null;
  // A product such as 1.13 × 10000 is not exact; no amount is finer than a hundredth of a 分.
  return Math.round(Number(digits) * (unit?.[1] ?? factor) * 10_000) / 10_000;
}
