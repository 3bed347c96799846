import { chineseNumber } from './numerals';
import type { Reading, ReadingContext } from './reading';
import { halfWidth } from './signs';

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const WHOLE = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/;

/** Longest extension that can be meant: anything above is a typing error. */
const MOST_DAYS = 3650;

const withoutCommas = (text: string): string => text.replaceAll(',', '');

const count = (n: number): number | null => (n <= MOST_DAYS ? n : null);

/** A whole number of 0 or more (10, 10.0), at most ten years of days. */
export function readPlainCount(text: string): Reading<number> | null {
  const folded = halfWidth(text);
  if (!WHOLE.test(folded)) return null;
  const value = count(Number.parseInt(withoutCommas(folded), 10));
  return value === null ? { value: null, fault: { code: 'not_a_number' } } : { value };
}

const COUNT = /^([^天日个工]+?)\s*(?:个?\s*工作日|个工作天|[天日个])$/;

/** A count with what is counted behind it: 10个工作日, 10天, 十五日. Takes the plainest form. */
export function readOtherCount(text: string): Reading<number> | null {
  const said = COUNT.exec(text)?.[1] ?? text;
  const n = WHOLE.test(said) ? Number.parseInt(withoutCommas(said), 10) : chineseNumber(said);
  const value = n === null ? null : count(n);
  return value === null ? null : { value, repair: 'number_unit' };
}

/**
 * A decimal text times a power of ten: the point is moved in the text, since 3.35 × 10000 is not 33500 in binary. Null where
 * no number holds the result.
 */
function shifted(decimal: string, places: number): number | null {
  const n = Number(`${withoutCommas(decimal)}e${places}`);
  return Number.isFinite(n) ? n : null;
}

/** No amount of a row can be meant to be larger (a million million yuan); below it three decimals are told exactly. */
const MOST_AMOUNT = 1e12;

const amount = (n: number | null): Reading<number> =>
  n === null || n >= MOST_AMOUNT ? { value: null, fault: { code: 'not_a_number_optional' } } : { value: n };

/** An amount of 0 or more, thousands separators allowed; in the column's unit, which is not always 元. */
export function readPlainAmount(text: string, { scale }: ReadingContext): Reading<number> | null {
  const folded = halfWidth(text);
  if (!NUMBER.test(folded)) return null;
  return scale === 1 ? amount(shifted(folded, 0)) : scaled(folded, scale);
}

const scaled = (decimal: string, scale: number): Reading<number> => ({
  ...amount(shifted(decimal, Math.round(Math.log10(scale)))),
  repair: 'amount_scale',
});

/** Power of ten of each unit. */
const PLACES: Readonly<Record<string, number>> = { 元: 0, 圆: 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };
const AMOUNT =
  /^(?:(?:人民币|RMB|CNY)\s*[¥￥]?|[¥￥])?\s*([\d,]+(?:\.\d+)?)\s*(百万|千万|[千万亿])?\s*([元圆])?整?\s*(人民币|RMB|CNY)?$/i;

/** An amount with its currency or unit: ¥1,200, 1,200元, 3.5万元, 壹万贰仟元整. Takes the plainest form. */
export function readOtherAmount(text: string, { scale }: ReadingContext): Reading<number> | null {
  // Numerals hold the units of their own: 壹万贰仟元.
  const chinese = /^(?:人民币)?\s*(.+?)[元圆]整?$/.exec(text);
  const formal = chinese && chineseNumber(chinese[1] as string);
  if (formal !== null) return { ...amount(formal), repair: 'number_unit' };
  const parts = AMOUNT.exec(text);
  if (!parts) return null;
  const [, number = '', unit, yuan] = parts;
  if (!NUMBER.test(number)) return null;
  // A currency alone says nothing of the unit.
  if (!unit && !yuan && scale !== 1) return scaled(number, scale);
  return { ...amount(shifted(number, unit ? (PLACES[unit] as number) : 0)), repair: 'number_unit' };
}
