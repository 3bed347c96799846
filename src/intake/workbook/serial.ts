const SECONDS = 86_400;
const two = (n: number): string => String(n).padStart(2, '0');

/** Serial number of 9999-12-31, where days count from 1900 and from 1904. */
const LAST_1900 = 2_958_465;
const LAST_1904 = 2_957_003;
/** 1900-02-29, which never was. */
const FALSE_LEAP_DAY = 60;

/** Excel's day number as `2017-03-05`, with its time of day behind it where there is one; null where it is no day. */
export function dayText(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * SECONDS);
  if (seconds === SECONDS) {
    day++;
    seconds = 0;
  }
  if (day > (date1904 ? LAST_1904 : LAST_1900)) return null;
  // 0 is a time of day without a day.
  if (!date1904 && (day === 0 || day === FALSE_LEAP_DAY)) return null;
  const since1900 = date1904 ? day + 1462 : day;
  const unixDay = since1900 - 25_569 + (since1900 < FALSE_LEAP_DAY ? 1 : 0);
  const date = dateOf(unixDay);
  return seconds ? `${date} ${clock(seconds)}:${two(seconds % 60)}` : date;
}

/** A ledger has a few hundred days, a million times. */
const dates = new Map<number, string>();
function dateOf(unixDay: number): string {
  const known = dates.get(unixDay);
  if (known !== undefined) return known;
  const date = new Date(unixDay * SECONDS * 1000).toISOString().slice(0, 10);
  if (dates.size < 10_000) dates.set(unixDay, date);
  return date;
}

const clock = (seconds: number): string => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;

/** A time of day, or a span, as `14:30`; null from a whole day on, where it may be a day shown by its time only. */
export function timeText(serial: number): string | null {
  const seconds = Math.round(serial * SECONDS);
  if (!(seconds >= 0 && seconds < SECONDS)) return null;
  return seconds % 60 ? `${clock(seconds)}:${two(seconds % 60)}` : clock(seconds);
}

/**
 * `2017-03-05T14:30:00.000`, as XML writes a day, in the same form; null where it is none, or where it
 * names a zone and may be another day in Beijing.
 */
export function isoText(text: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?$/u.exec(text.trim());
  if (!parts) return null;
  const [, day = '', h = '00', m = '00', s = '00', fraction = '0'] = parts;
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return null;
  const exact = Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(`0.${fraction}`);
  const date = new Date(start + Math.round(exact) * 1000).toISOString();
  return date.slice(11, 19) === '00:00:00' ? date.slice(0, 10) : `${date.slice(0, 10)} ${date.slice(11, 19)}`;
}
