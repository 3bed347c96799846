import type { LongIds, Reading } from './reading';
import { halfWidth } from './signs';

/** A spreadsheet keeps this many digits of a number. */
const KEPT_DIGITS = 15;

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Letters, Chinese characters, and - _ / ( ) 〔 〕. */
const isPlain = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  c === 45 ||
  (c >= 0x4e00 && c <= 0x9fff) ||
  c === 95 ||
  c === 47 ||
  c === 40 ||
  c === 41 ||
  c === 0x3014 ||
  c === 0x3015;

/**
 * True for an id that is its own normal form for sure: plain characters, some of them digits, and not so many digits alone
 * that a spreadsheet may have rounded them. A million ids pass here.
 */
export function isPlainId(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isDigit(c)) digits++;
    else if (!isPlain(c)) return false;
  }
  return digits > 0 && (digits <= KEPT_DIGITS || digits < text.length);
}

/** The same of a text of ASCII that is there as bytes. */
export function isPlainAsciiId(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0;
  for (let i = from; i < to; i++) {
    const c = bytes[i] as number;
    if (isDigit(c)) digits++;
    else if (c > 127 || !isPlain(c)) return false;
  }
  return digits > 0 && (digits <= KEPT_DIGITS || digits < to - from);
}

/** 6.32521E+17, as a spreadsheet shows a long number; 6.325212017E11, as programs in Java write one. */
const EXPONENT = /^(\d)(?:(?:\.(\d+))?E\+(\d{2,3})|\.(\d+)E(\d{1,3}))$/i;

/** The digits of a number with an exponent; null where some of them are lost, undefined for another text. */
export function withoutExponent(text: string): string | null | undefined {
  const parts = EXPONENT.exec(text);
  if (!parts) return undefined;
  const [, first = '', shown = '', power = '', decimals = shown, exponent = power] = parts;
  return decimals.length === Number(exponent) ? first + decimals : null;
}

/** As many digits as a spreadsheet does not keep. */
const LONG = new RegExp(`^\\d{${KEPT_DIGITS + 1},}$`);

const ROUNDED: Reading<string> = { value: null, fault: { code: 'rounded_id' } };

/** Reads the ids of one file. */
export function idReader(longIds: LongIds) {
  const isRounded = (id: string): boolean => {
    if (!LONG.test(id)) return false;
    if (/[1-9]/.test(id.slice(KEPT_DIGITS))) {
      longIds.seen = true;
      return false;
    }
    longIds.doubted = true;
    return !longIds.exact;
  };
  return {
    plain(text: string): Reading<string> | null {
      if (isPlainId(text) || (LONG.test(text) && !isRounded(text))) return { value: text };
      const folded = halfWidth(text);
      return isPlainId(folded) ? { value: folded } : null;
    },
    /**
     * @param text the plainest form, unwrapped
     * @param raw as it stands in the file
     */
    other(text: string, raw: string): Reading<string> {
      const whole = withoutExponent(text);
      if (whole === null) return ROUNDED;
      const value = (whole ?? text).replace(/^(\d+)\.0$/, '$1').replace(/\s+/g, ' ');
      if (isRounded(value)) return ROUNDED;
      if (whole) return { value, repair: 'code_as_number' };
      return value === halfWidth(raw) ? { value } : { value, repair: 'id_form' };
    },
  };
}
