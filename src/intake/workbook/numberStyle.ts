import { decimalText } from './numberText';
import { dayText, timeText } from './serial';

/** What the format of a number makes of it. */
export type NumberStyle =
  | { kind: 'plain' }
  | { kind: 'day' }
  /** Shown without its day: 2017年3月, which Excel keeps as the 1st. */
  | { kind: 'month' }
  | { kind: 'time' }
  /** The digits of a whole number, each from the right in place of a 0: T-0003, 2017-0003. */
  | { kind: 'zeros'; places: readonly string[]; after: string }
  /** Shown in 万元: 3.5 is meant as 35000; or in another currency. */
  | { kind: 'unit'; unit: string };

export const PLAIN: NumberStyle = { kind: 'plain' };
const DAY: NumberStyle = { kind: 'day' };
const TIME: NumberStyle = { kind: 'time' };
const MONTH: NumberStyle = { kind: 'month' };

/** Formats that a workbook names by number only. 27–36 and 50–58 are those of a Chinese Excel. */
const BUILT_IN: readonly (readonly [from: number, to: number, style: NumberStyle])[] = [
  [14, 16, DAY],
  [17, 17, MONTH],
  [18, 21, TIME],
  [22, 22, DAY],
  [27, 27, MONTH],
  [28, 31, DAY],
  [32, 35, TIME],
  [36, 36, MONTH],
  [45, 47, TIME],
  [50, 50, MONTH],
  [51, 51, DAY],
  [52, 52, MONTH],
  [53, 54, DAY],
  [55, 56, TIME],
  [57, 57, MONTH],
  [58, 58, DAY],
];

export const builtInStyle = (id: number): NumberStyle =>
  BUILT_IN.find(([from, to]) => from <= id && id <= to)?.[2] ?? PLAIN;

const LITERAL = String.raw`(?:"[^"]*"|\\.|[-·/ ])`;
const ZEROS = new RegExp(`^((?:${LITERAL}*0)+)(${LITERAL}*)$`, 'su');
const PLACE = new RegExp(`(${LITERAL}*)0`, 'gsu');
const UNIT = new RegExp(`^(?:${LITERAL})*[#0,?]*[#0](?:\\.[#0?]+)?(${LITERAL}+)$`, 'su');
const unquoted = (literal: string): string => literal.replace(/"([^"]*)"|\\(.)/gsu, (_, text, one) => text ?? one);

/** Four times what Excel takes. */
const LONGEST_FORMAT = 1024;

/** `[$€-2]`; `[$-804]` only says a language, `[$¥-411]` that it is not 元. */
const SYMBOL = /\[\$([^\]-]*)(-0*411\b|-ja\b)?[^\]]*\]/giu;
const YUAN = /^(?:CN|RMB)?[¥￥]$|^(?:RMB|CNY|人民币|元)$/u;
const OTHER_CURRENCY = /(?:US|HK)?\$|[€£]|"[^"]*(?:USD|HKD|EUR|[美港欧日]元|港币|英镑)[^"]*"/u;

/** A currency of the format that is not 元. */
function currencyIn(format: string): string | undefined {
  const symbols = [...format.matchAll(SYMBOL)].map(([, said = '', japan]) => ({ said: said.trim(), japan }));
  const other = symbols.find(({ said, japan }) => said && (japan || !YUAN.test(said)));
  return (
    (other?.japan ? '日元' : other?.said) ??
    OTHER_CURRENCY.exec(format.replace(SYMBOL, ''))?.[0].replaceAll('"', '').trim()
  );
}

/** What a format says: of its sections the first, which is for numbers from 0 on. */
export function styleOf(format: string): NumberStyle {
  if (format.length > LONGEST_FORMAT) return PLAIN;
  const currency = currencyIn(format);
  if (currency) return { kind: 'unit', unit: currency };
  // Colours, conditions, currencies, languages; `[h]` is a time that runs on past 24 hours.
  const code = format.replace(/"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, (x) => (x.startsWith('[') ? '' : x));
  const first = /^(?:"[^"]*"|\\.|[^;"\\])*/su.exec(code)?.[0] ?? '';
  // `_)` is a blank as wide as a bracket, `*-` fills the cell.
  const section = first.replace(/("[^"]*"|\\.)|[_*]./gsu, '$1');
  const unit = unitIn(section);
  if (unit) return { kind: 'unit', unit };
  const zeros = zerosIn(section);
  if (zeros) return zeros;
  const signs = section
    .replace(/"[^"]*"|\\./gsu, '')
    .replace(/general/giu, '')
    .replace(/e[+-]/giu, '')
    .replace(/am\/pm|a\/p|上午\/下午/giu, 'h')
    .toLowerCase();
  if (/[ye]/u.test(signs) && signs.includes('m') && !/[dhs]|a{3}/u.test(signs)) return MONTH;
  if (/[ydeb]|a{3}|m{3}/u.test(signs)) return DAY;
  if (/[hs]/u.test(signs) || /\[m+\]/u.test(signs)) return TIME;
  return signs.includes('m') ? DAY : PLAIN;
}

/** 万元 behind the number; a comma before it divides by a thousand, and only the shown number is in that unit then. */
function unitIn(section: string): string | null {
  const behind = unquoted(UNIT.exec(section)?.[1] ?? '').trim();
  return /^(?:[千万亿]|[百千]万)元?$/u.test(behind) ? behind : null;
}

/** Places of digits, where there are several or a text tells the number apart from others: T-3, 3号. */
function zerosIn(section: string): NumberStyle | null {
  const [, digits, behind = ''] = ZEROS.exec(section) ?? [];
  if (digits === undefined) return null;
  const places = [...digits.matchAll(PLACE)].map(([, before = '']) => unquoted(before));
  const after = unquoted(behind);
  const told = /[\p{L}\d]/u.test(places[0] ?? '') || after.trim() === '号';
  return places.length > 1 || told ? { kind: 'zeros', places, after } : null;
}

/** The text of a stored number, as its style means it. */
export function numberText(stored: string, style: NumberStyle, date1904: boolean): string {
  switch (style.kind) {
    case 'plain':
      return decimalText(stored);
    case 'day':
      return dayText(Number(stored), date1904) ?? decimalText(stored);
    case 'time':
      return timeText(Number(stored)) ?? decimalText(stored);
    case 'zeros': {
      const text = decimalText(stored);
      return /^\d+$/u.test(text) ? placed(text, style.places) + style.after : text;
    }
    case 'month':
      return monthShown(dayText(Number(stored), date1904)) ?? decimalText(stored);
    case 'unit':
      return decimalText(stored) + style.unit;
  }
}

/** Digits in their places; more of them than places stand where the first place is. */
function placed(digits: string, places: readonly string[]): string {
  const padded = digits.padStart(places.length, '0');
  const more = padded.length - places.length;
  return places.map((before, i) => before + (i === 0 ? padded.slice(0, more + 1) : padded[i + more])).join('');
}

/** The first of a month, shown without its day, is the month that somebody wrote: 2017年3月. Any other day was written whole. */
export const monthShown = (day: string | null): string | null =>
  day?.replace(/^(\d{4})-0?(\d{1,2})-01$/u, '$1年$2月') ?? null;
