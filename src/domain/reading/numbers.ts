import { chineseNumber } from './numerals';
import type { Reading, ReadingContext, Repair } from './reading';
import { halfWidth } from './signs';

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const WHOLE = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/;

const withoutCommas = (text: string): string => text.replaceAll(',', '');

/** A whole number of 0 or more (10, 10.0), at most the field's largest. */
export function readPlainCount(text: string, most: number): Reading<number> | null {
  const folded = halfWidth(text);
  if (!WHOLE.test(folded)) return null;
  const value = Number.parseInt(withoutCommas(folded), 10);
  return value > most ? tooMany(most) : { value };
}

const tooMany = (most: number): Reading<number> => ({
  value: null,
  fault: { code: 'not_a_number', detail: String(most) },
});

const COUNT = /^([^天日个工]+?)\s*(?:个?\s*工作日|个工作天|[天日个])$/;

/** A count with what is counted behind it: 10个工作日, 10天, 十五日. Takes the plainest form. */
export function readOtherCount(text: string, most: number): Reading<number> | null {
  const said = COUNT.exec(text)?.[1] ?? text;
  const n = WHOLE.test(said) ? Number.parseInt(withoutCommas(said), 10) : chineseNumber(said);
  if (n === null) return null;
  return n > most ? tooMany(most) : { value: n, repair: 'number_unit' };
}

/** No amount of a row can be meant to be larger (a million million yuan); below it three decimals are told exactly. */
const MOST_AMOUNT = 1e12;

const NO_AMOUNT: Reading<number> = { value: null, fault: { code: 'not_a_number_optional' } };

/** Decimals of an amount beyond those that are kept. */
const BEYOND = /[1-9]/;

/**
 * A decimal text times a power of ten, with the decimals that are kept: half of the last one counts as one. All of it is done
 * on the digits as they are written: in binary 3.35 × 10000 is not 33500, and 1.005 is less than 1.005. What is told is the
 * number nearest to the decimal that is meant, of which SQL finds the same whole smallest units again (`unitsOf` there).
 * @param repair what else was done to the text
 */
function amount(decimal: string, places: number, decimals: number, repair?: Repair): Reading<number> {
  const [whole = '', fraction = ''] = withoutCommas(decimal).split('.');
  const point = whole.length + places + decimals;
  const digits = (whole + fraction).padEnd(point, '0');
  const beyond = digits.slice(point);
  const units = Number(digits.slice(0, point)) + (beyond >= '5' ? 1 : 0);
  if (units >= MOST_AMOUNT * 10 ** decimals) return NO_AMOUNT;
  // Said before all else: it is the one that changes the amount.
  const said = BEYOND.test(beyond) ? 'amount_rounded' : repair;
  return { value: units / 10 ** decimals, ...(said && { repair: said }) };
}

/** An amount of 0 or more, thousands separators allowed; in the column's unit, which is not always 元. */
export function readPlainAmount(text: string, { scale }: ReadingContext, decimals: number): Reading<number> | null {
  const folded = halfWidth(text);
  if (!NUMBER.test(folded)) return null;
  return scale === 1 ? amount(folded, 0, decimals) : scaled(folded, scale, decimals);
}

const scaled = (decimal: string, scale: number, decimals: number): Reading<number> =>
  amount(decimal, placesOf(scale), decimals, 'amount_scale');

/** The power of ten that a factor is. */
const placesOf = (factor: number): number => Math.round(Math.log10(factor));

/** Power of ten of each unit. */
const PLACES: Readonly<Record<string, number>> = { 元: 0, 圆: 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };
const AMOUNT =
  /^(?:(?:人民币|RMB|CNY)\s*[¥￥]?|[¥￥])?\s*([\d,]+(?:\.\d+)?)\s*(百万|千万|[千万亿])?\s*([元圆])?整?\s*(人民币|RMB|CNY)?$/i;

/** An amount with its currency or unit: ¥1,200, 1,200元, 3.5万元, 壹万贰仟元整. Takes the plainest form. */
export function readOtherAmount(text: string, { scale }: ReadingContext, decimals: number): Reading<number> | null {
  // Numerals hold the units of their own: 壹万贰仟元.
  const chinese = /^(?:人民币)?\s*(.+?)[元圆]整?$/.exec(text);
  const formal = chinese && chineseNumber(chinese[1] as string);
  if (formal !== null) return amount(String(formal), 0, decimals, 'number_unit');
  const parts = AMOUNT.exec(text);
  if (!parts) return null;
  const [, number = '', unit, yuan] = parts;
  if (!NUMBER.test(number)) return null;
  // A currency alone says nothing of the unit.
  if (!unit && !yuan && scale !== 1) return scaled(number, scale, decimals);
  return amount(number, unit ? (PLACES[unit] as number) : 0, decimals, 'number_unit');
}
