import { roundedText } from '../texts';

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
/** Already what it is to be. */
const USUAL = /^(?:0|[1-9]\d{0,14})$/;
/** As many significant digits as spreadsheet programs keep. */
const DIGITS = 15;
const LARGEST_EXPONENT = 400;
/** No program writes longer ones. */
const LONGEST = 400;

/**
 * The decimal text of a number as a file stores it, without exponent. A whole number beyond those that a double tells
 * apart keeps its exponent, as spreadsheets show it: its last digits are not those that were meant, and an id must not be
 * taken for one. A fraction is what a spreadsheet shows of it, 15 digits (1.1000000000000001 and 1.1 are one number).
 * @returns the text itself where it is no number
 */
export function decimalText(stored: string): string {
  if (USUAL.test(stored)) return stored;
  if (stored.length > LONGEST) return stored;
  const text = stored.trim();
  const parts = NUMBER.exec(text);
  if (!parts || !(parts[2] || parts[3])) return stored;
  const exponent = Number(parts[4] ?? 0);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return stored;
  const whole = expand(parts[2] ?? '', parts[3] ?? '', exponent);
  const sign = parts[1] === '-' && whole !== '0' ? '-' : '';
  const significant = whole.replace(/^0\.?0*/, '').replace('.', '').length;
  if (Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER) return roundedText(Number(text));
  if (!whole.includes('.') || significant <= DIGITS) return sign + whole;
  const value = Number(text);
  // More digits before the point than a double has: nothing to be rounded.
  if (Math.abs(value) >= 1e15) return sign + whole;
  return decimalText(value.toPrecision(DIGITS));
}

function expand(before: string, after: string, exponent: number): string {
  const digits = before + after;
  const point = before.length + exponent;
  const padded =
    point > digits.length ? digits.padEnd(point, '0') : digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const at = Math.max(point, 1);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const fraction = padded.slice(at).replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}
