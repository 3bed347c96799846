import { roundedText } from '../texts';

/** The texts that values of a Parquet file mean. A day is a day in China (UTC+8). */

const DAY_SECONDS = 86_400;
/** China's zone the whole year round, whatever the computer's. */
const CHINA_SECONDS = 8 * 3600;
/** Days on either side of 1970 that `Date` knows. */
const MOST_DAYS = 100_000_000;

export const booleanText = (value: boolean): string => (value ? '是' : '否');

/** Digits with the point `scale` places from the right, without trailing zeros. */
export function decimalText(unscaled: number | bigint, scale: number): string {
  const negative = unscaled < 0;
  const digits = String(negative ? -unscaled : unscaled).padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale, digits.length).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale > 0 && fraction ? `${whole}.${fraction}` : whole;
  return negative ? `-${text}` : text;
}

/**
 * Digits alone for a whole number, the shortest decimal for another; NaN, a gap, is blank. A whole number beyond those that
 * a double tells apart has an exponent: an id must not be taken for one.
 */
export function doubleText(x: number): string {
  if (Number.isNaN(x)) return '';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (Math.abs(x) > Number.MAX_SAFE_INTEGER) return roundedText(x);
  if (Number.isInteger(x)) return String(x);
  const [digits = '', exponent] = String(x).split('e-');
  if (exponent === undefined) return digits;
  const sign = x < 0 ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, '')}`;
}

/** Whole numbers beyond are not told apart by 32 bits. */
const LARGEST_WHOLE_FLOAT = 2 ** 24;

/** The shortest decimal that is this number of 32 bits. */
export function floatText(x: number): string {
  if (Math.abs(x) > LARGEST_WHOLE_FLOAT && Number.isFinite(x)) return roundedText(x);
  if (!Number.isFinite(x) || Number.isInteger(x)) return doubleText(x);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(x.toPrecision(digits));
    if (Math.fround(short) === x) return doubleText(short);
  }
  return doubleText(Number(x.toPrecision(9)));
}

/** ISO day; null beyond all years. */
function isoDay(days: number): string | null {
  if (Math.abs(days) > MOST_DAYS) return null;
  const date = new Date(days * DAY_SECONDS * 1000);
  const year = date.getUTCFullYear();
  const rest = date.toISOString().slice(-20, -14);
  return year > 0 ? `${String(year).padStart(4, '0')}${rest}` : `${String(1 - year).padStart(4, '0')}${rest} (BC)`;
}

/** A day beyond all years stays a number, which is no day. */
export const dayText = (days: number): string => isoDay(days) ?? String(days);

/** Seconds since 1970 and nanoseconds of the second, as a clock shows them; null beyond all years. */
function clockText(seconds: number, nanos: number): string | null {
  const days = Math.floor(seconds / DAY_SECONDS);
  const day = isoDay(days);
  if (day === null) return null;
  const rest = seconds - days * DAY_SECONDS;
  const [h, m, s] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  const fraction = nanos ? `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}` : '';
  return `${day} ${[h, m, s].map((n) => String(n).padStart(2, '0')).join(':')}${fraction}`;
}

/**
 * A time without a zone as written; an instant as the wall clock in China at it. Where the file does not say which it is
 * (`instant` null): as written where China's day is the same, else both, which together are no day.
 * @returns null beyond all years
 */
export function timeText(seconds: number, nanos: number, instant: boolean | null): string | null {
  if (instant) return clockText(seconds + CHINA_SECONDS, nanos);
  const written = clockText(seconds, nanos);
  if (instant === false || written === null) return written;
  const there = clockText(seconds + CHINA_SECONDS, nanos);
  return there?.split(' ')[0] === written.split(' ')[0]
    ? written
    : `${written}（未写明时区，按世界时则为北京时间 ${there ?? ''}）`;
}

/** Units since 1970 of which a second has `10 ** places`. */
export function unitsText(units: number | bigint, places: 3 | 6 | 9, instant: boolean | null): string {
  const perSecond = 10 ** places;
  let seconds: number;
  let rest: number;
  if (typeof units === 'number') {
    seconds = Math.floor(units / perSecond);
    rest = units - seconds * perSecond;
  } else {
    const exact = BigInt(perSecond);
    const fraction = ((units % exact) + exact) % exact;
    seconds = Number((units - fraction) / exact);
    rest = Number(fraction);
  }
  return timeText(seconds, rest * 10 ** (9 - places), instant) ?? String(units);
}

const JULIAN_1970 = 2_440_588;

/** INT96: nanoseconds of the day, then the Julian day. It does not say whether it is an instant. */
export function int96Text(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 12);
  const nanos = view.getBigInt64(0, true);
  const second = Number(nanos / 1_000_000_000n);
  const days = view.getInt32(8, true) - JULIAN_1970;
  // More than a day of them, or fewer than none: no writer's time, and not to be guessed.
  const text =
    nanos >= 0n && second < DAY_SECONDS
      ? timeText(days * DAY_SECONDS + second, Number(nanos % 1_000_000_000n), null)
      : null;
  return text ?? `${days} ${nanos}`;
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A whole number of many bytes, the highest first, in two's complement. */
export function wholeOf(bytes: Uint8Array): number | bigint {
  let n = ((bytes[0] ?? 0) << 24) >> 24;
  for (let i = 1; i < bytes.length; i++) {
    n = n * 256 + (bytes[i] as number);
    if (!Number.isSafeInteger(n)) return longOf(bytes);
  }
  return n;
}

function longOf(bytes: Uint8Array): bigint {
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}
