import { CALENDAR_FIRST, CALENDAR_LAST } from '../calendar';
import { dayNumber, dayNumberOf } from '../day';
import { daysToBeijing, readDayForm } from './dayForms';
import type { Reading, ReadingContext } from './reading';
import { halfWidth } from './signs';

const FIRST = dayNumber(CALENDAR_FIRST);
const LAST = dayNumber(CALENDAR_LAST);

const CLOCK = String.raw`(?:[01]?\d|2[0-3])(?::[0-5]?\d(?::[0-5]?\d(?:\.\d+)?)?(?:\s*(?:Z|[+-]\d{2}(?::?\d{2})?))?|时[0-5]?\d分(?:[0-5]?\d秒)?)`;
const TIME = String.raw`((?:\s+|T)${CLOCK})?`;
// One separator throughout; after 日 the time needs no blank (5日14时30分).
const SPLIT = new RegExp(
  String.raw`^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})${TIME}|年(\d{1,2})月(\d{1,2})日([T\s]*${CLOCK})?)$`,
);
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${TIME}$`);

/** A real day beyond the calendar is still a day: it can be out of order, or after the period. */
const found = (n: number | null): Reading<number> =>
  n === null
    ? { value: null, fault: { code: 'not_a_date' } }
    : n < FIRST || n > LAST
      ? { value: n, fault: { code: 'date_beyond_calendar' } }
      : { value: n };

/** The day in Beijing of a time that names its zone: 2017-03-04T16:00Z is midnight of the 5th there. That is said. */
function inBeijing(day: number | null, time = ''): Reading<number> {
  const later = day === null ? 0 : daysToBeijing(time);
  const reading = found(day === null ? null : day + later);
  return later ? { ...reading, repair: 'beijing_day' } : reading;
}

const ZERO = 48;
const HYPHEN = 45;

/** The number of `count` digits from `at` on; NaN where one is none. */
function digits(text: string, at: number, count: number): number {
  let n = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    n = n * 10 + digit;
  }
  return n;
}

/** `2017-03-05` and `2017-03-05 14:30:00`, as databases and spreadsheets write them; null for anything else. */
function isoDay(text: string): Reading<number> | null {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  if (text.length !== 10) {
    const timed =
      text.length === 19 &&
      (text[10] === ' ' || text[10] === 'T') &&
      text[13] === ':' &&
      text[16] === ':' &&
      digits(text, 11, 2) < 24 &&
      digits(text, 14, 2) < 60 &&
      digits(text, 17, 2) < 60;
    if (!timed) return null;
  }
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)];
  return Number.isNaN(year + month + day) ? null : found(dayNumberOf(year, month, day));
}

/**
 * A day in the forms that need no word: 2017-03-05, 2017/3/5, 2017.3.5, 20170305, 2017年3月5日, each with or without a time
 * of day. In such a form a day that is none is a fault; null for another form.
 */
export function readPlainDay(text: string): Reading<number> | null {
  const iso = isoDay(text);
  if (iso) return iso;
  const folded = halfWidth(text);
  const split = SPLIT.exec(folded);
  if (split) {
    const [, year, , month, day, time, monthThen, dayThen, timeThen] = split;
    return inBeijing(dayNumberOf(Number(year), Number(month ?? monthThen), Number(day ?? dayThen)), time ?? timeThen);
  }
  const compact = COMPACT.exec(folded);
  return compact && inBeijing(dayNumberOf(Number(compact[1]), Number(compact[2]), Number(compact[3])), compact[4]);
}

/** Serial number of 1970-01-01, by the first day of the spreadsheet's calendar. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** A spreadsheet's serial number, also with a time of day behind the point, within the calendar. */
function serialDay(text: string, date1904: boolean): Reading<number> | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const n = Number.parseInt(text, 10) - (date1904 ? EPOCH_1904 : EPOCH_1900);
  return n >= FIRST && n <= LAST ? { value: n, repair: 'serial_day' } : null;
}

/** A day in any other form that has one meaning, or that the person chose the meaning of. Takes the plainest text. */
export function readOtherDay(text: string, { date1904, answers }: ReadingContext): Reading<number> | null {
  const serial = serialDay(text, date1904);
  if (serial) return serial;
  const form = readDayForm(text, answers);
  if (!form) return null;
  if ('question' in form) return { value: null, ...form };
  const { repair, weekday, later } = form;
  const day = dayNumberOf(form.year, form.month, form.day);
  const reading = found(day === null ? null : day + later);
  if (day === null) return reading;
  // 1970-01-01 was a Thursday.
  const real = (((day + 4) % 7) + 7) % 7;
  if (weekday !== null && weekday !== real)
    return { value: null, fault: { code: 'not_a_date', detail: `该日是星期${'日一二三四五六'[real]}` } };
  return later ? { ...reading, repair: 'beijing_day' } : { ...reading, repair };
}
