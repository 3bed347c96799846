import { decimalText } from './numberText';
import { dayText, timeText } from './serial';

/** What the format of a number makes of it. */
export type NumberStyle =
  | { kind: 'plain' }
  | { kind: 'day' }
  | { kind: 'time' }
  /** Shown with at least so many digits, between two literal texts. */
  | { kind: 'zeros'; digits: number; before: string; after: string };

export const PLAIN: NumberStyle = { kind: 'plain' };
const DAY: NumberStyle = { kind: 'day' };
const TIME: NumberStyle = { kind: 'time' };

/** Formats that a workbook names by number only. 27–36 and 50–58 are those of a Chinese Excel. */
const BUILT_IN: readonly (readonly [from: number, to: number, style: NumberStyle])[] = [
  [14, 17, DAY],
  [18, 21, TIME],
  [22, 22, DAY],
  [27, 31, DAY],
  [32, 35, TIME],
  [36, 36, DAY],
  [45, 47, TIME],
  [50, 54, DAY],
  [55, 56, TIME],
  [57, 58, DAY],
];

export const builtInStyle = (id: number): NumberStyle =>
  BUILT_IN.find(([from, to]) => from <= id && id <= to)?.[2] ?? PLAIN;

const LITERAL = String.raw`(?:"[^"]*"|\\.|[-.·/ ])`;
const ZEROS = new RegExp(`^(${LITERAL}*)(0{2,})(${LITERAL}*)$`, 'su');
const unquoted = (literal: string): string => literal.replace(/"([^"]*)"|\\(.)/gsu, (_, text, one) => text ?? one);

/** Four times what Excel takes. */
const LONGEST_FORMAT = 1024;

/** What a format says: of its sections the first, which is for numbers from 0 on. */
export function styleOf(format: string): NumberStyle {
  if (format.length > LONGEST_FORMAT) return PLAIN;
  // Colours, conditions, currencies, languages; `[h]` is a time that runs on past 24 hours.
  const code = format.replace(/"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, (x) => (x.startsWith('[') ? '' : x));
  const section = /^(?:"[^"]*"|\\.|[^;"\\])*/su.exec(code)?.[0] ?? '';
  const zeros = ZEROS.exec(section);
  if (zeros) {
    const [, before = '', digits = '', after = ''] = zeros;
    return { kind: 'zeros', digits: digits.length, before: unquoted(before), after: unquoted(after) };
  }
  const signs = section
    .replace(/"[^"]*"|[\\_*]./gsu, '')
    .replace(/general/giu, '')
    .replace(/e[+-]/giu, '')
    .replace(/am\/pm|a\/p|上午\/下午/giu, 'h')
    .toLowerCase();
  if (/[ydeb]|a{3}|m{3}/u.test(signs)) return DAY;
  if (/[hs]/u.test(signs) || /\[m+\]/u.test(signs)) return TIME;
  return signs.includes('m') ? DAY : PLAIN;
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
      return /^\d+$/u.test(text) ? style.before + text.padStart(style.digits, '0') + style.after : text;
    }
  }
}
