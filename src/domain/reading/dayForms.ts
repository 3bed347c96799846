import { CALENDAR_FIRST, CALENDAR_LAST } from '../calendar';
import { dayNumberOf, yearOf } from '../day';
import { chineseDigits, chineseNumber } from './numerals';
import type { Question, ReadingAnswers, Repair } from './reading';

/**
 * A day as written; whether there is such a day is asked elsewhere. `weekday`: 0 = Sunday; null where none is written. `later`:
 * days from the one written to that in Beijing.
 */
interface WrittenDay {
  year: number;
  month: number;
  day: number;
  weekday: number | null;
  later: number;
  repair: Repair;
}
/** `alsoAsked`: a second question, whatever is answered to the first. */
interface Asked {
  question: Question;
  alsoAsked?: Question;
}
type YearMonthDay = Pick<WrittenDay, 'year' | 'month' | 'day'>;
type Meant = (YearMonthDay & { chosen?: true }) | Asked;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY =
  /[(（[]?(?:星期|周|礼拜)([一二三四五六日天])[)）\]]?|[([]([一二三四五六日])[)\]]|\b(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?\b[.,]?/i;
const weekdayOf = (chinese: string | undefined, english: string | undefined): number =>
  chinese ? '日一二三四五六'.indexOf(chinese.replace('天', '日')) : WEEKDAYS.indexOf((english ?? '').toLowerCase());

const HALF = '(?:上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|夜间)';
const AM_PM = '(?:[ap]\\.?m\\.?)';
const HOUR = '(?:[01]?\\d|2[0-3])';
const ZONE = '(?:\\s*(?:Z|(?:UTC|GMT)?[+-]\\d{2}(?::?\\d{2})?))';
const CLOCK = `${HOUR}(?:\\s*:\\s*[0-5]?\\d(?:\\s*:\\s*[0-5]?\\d(?:[.,]\\d+)?)?${ZONE}?|\\s*[时点](?:\\s*[0-5]?\\d\\s*分?(?:\\s*[0-5]?\\d\\s*秒)?|整|半)?)`;
// The time says nothing of the day, and still it has to be one: what stands behind a day may say something else, as a number
// alone does.
const REST = new RegExp(
  `^(?:(?:T(?=\\d)|[\\s,]*)(?:${CLOCK}|(?:${CLOCK}|${HOUR})\\s*${AM_PM}|(?:${HALF}|${AM_PM})\\s*(?:${CLOCK}|${HOUR})?))?$`,
  'i',
);

/**
 * A day in a form that nobody is asked for in the template: a weekday, 上午 or PM, blanks and dashes of other kinds, English
 * or Chinese words, 14 digits, the year in two digits or at the end. What may mean two days is a question.
 * @param text the plainest form
 */
export function readDayForm(text: string, answers: ReadingAnswers): WrittenDay | Asked | null {
  let weekday: number | null = null;
  const bare = text
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(WEEKDAY, (_, chinese, short, english) => {
      weekday = weekdayOf(chinese ?? short, english);
      return ' ';
    })
    .trim();
  for (const [pattern, read] of FORMS) {
    const parts = pattern.exec(bare);
    const rest = parts && bare.slice(parts[0].length);
    if (!parts || rest === null || !REST.test(rest)) continue;
    const meant = read(
      parts.slice(1).map((part) => part ?? ''),
      answers,
    );
    if (!meant) continue;
    if ('question' in meant) return meant;
    const { year, month, day, chosen } = meant;
    return { year, month, day, weekday, later: daysToBeijing(rest), repair: chosen ? 'day_chosen' : 'day_form' };
  }
  return null;
}

const ZONED = /(\d{1,2})(?:\s*:\s*(\d{1,2}))?[\s:.,\d]*?\s*(?:Z|(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?)\s*$/i;
const BEIJING = 8 * 60;
const DAY = 24 * 60;

/** Days from the day that a time of day is written for to the day in Beijing: 1 for 16:00Z. 0 where no zone is named. */
export function daysToBeijing(time: string): number {
  const parts = ZONED.exec(time);
  if (!parts) return 0;
  const [, hour, minute = '0', sign, hours = '0', minutes = '0'] = parts;
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return Math.floor((Number(hour) * 60 + Number(minute) - ahead + BEIJING) / DAY);
}

const numbers = ([year, month, day]: readonly string[]): YearMonthDay => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

const S = '\\s*';
const END = `(?!\\d)${S}[日号]?${S}[.。]?`;
/** Zeros and letters stand for 〇, which few keyboards have. */
const DIGIT = '[〇○零一二三四五六七八九0Oo]';
const NUMERAL = '([一二三四五六七八九十]{1,3})';

/** Each form that a text may begin with, and what it means. Null: it is no such day after all. */
const FORMS: readonly [RegExp, (parts: string[], answers: ReadingAnswers) => Meant | null][] = [
  [
    new RegExp(`^(\\d{4})${S}([-/.])${S}(\\d{1,2})${S}\\2${S}(\\d{1,2})${END}`),
    ([y, , m, d]) => numbers([y, m, d] as string[]),
  ],
  [new RegExp(`^(\\d{4})${S}年${S}(\\d{1,2})${S}月${S}(\\d{1,2})${END}`), (parts) => numbers(parts)],
  [/^(\d{4})(\d{2})(\d{2})(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d)?)?(?:\.0+)?(?![\d.])/, (parts) => numbers(parts)],
  [
    new RegExp(`^(${DIGIT}{4}|\\d{4})年${NUMERAL}月${NUMERAL}[日号]?`),
    ([y = '', m = '', d = '']) => {
      const year = /^\d{4}$/.test(y) ? Number(y) : chineseDigits(y.replace(/[0Oo]/g, '〇'));
      const [month, day] = [chineseNumber(m), chineseNumber(d)];
      return year !== null && month !== null && day !== null ? { year, month, day } : null;
    },
  ],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-\\s/.,]*${MONTH}[-\\s/.,]*(\\d{4}|\\d{2})(?!\\d)`, 'i'),
    ([d, m = '', y = ''], answers) => named(y, monthOf(m), Number(d), answers),
  ],
  [
    new RegExp(`^(\\d{4})[-\\s/.]*${MONTH}[-\\s/.]*(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, 'i'),
    ([y = '', m = '', d], answers) => named(y, monthOf(m), Number(d), answers),
  ],
  [
    new RegExp(`^${MONTH}[-\\s/.]*(\\d{1,2})(?:st|nd|rd|th)?[-\\s/.,]+(\\d{4}|\\d{2})(?!\\d)`, 'i'),
    ([m = '', d, y = ''], answers) => named(y, monthOf(m), Number(d), answers),
  ],
  [
    new RegExp(`^(\\d{2})${S}年${S}(\\d{1,2})${S}月${S}(\\d{1,2})${END}`),
    ([y = '', m, d], answers) => named(y, Number(m), Number(d), answers),
  ],
  [
    new RegExp(`^(\\d{1,2})${S}([-/.])${S}(\\d{1,2})${S}\\2${S}(\\d{4})(?!\\d)`),
    ([a, , b, y], answers) => ordered(Number(a), Number(b), Number(y), answers),
  ],
  [
    new RegExp(`^(\\d{1,2})${S}([-/.])${S}(\\d{1,2})${S}\\2${S}(\\d{1,2})${END}`),
    ([a = '', , b = '', c = ''], answers) => threeShort(a, b, c, answers),
  ],
];

/** A year of four digits, or of two, which has to be asked about. */
function named(year: string, month: number, day: number, { two_digit_year }: ReadingAnswers): Meant | null {
  if (year.length === 4) return { year: Number(year), month, day };
  const full = 2000 + Number(year);
  if (!inCalendar(full) || dayNumberOf(full, month, day) === null) return null;
  return two_digit_year ? { year: full, month, day, chosen: true } : { question: 'two_digit_year' };
}

const inCalendar = (year: number): boolean => year >= yearOf(CALENDAR_FIRST) && year <= yearOf(CALENDAR_LAST);

/** Two numbers before the year: clear where only one order gives a day, or both the same one. */
function ordered(a: number, b: number, year: number, { day_month_order }: ReadingAnswers): Meant | null {
  const dayFirst = dayNumberOf(year, b, a) !== null;
  const monthFirst = dayNumberOf(year, a, b) !== null;
  if (!dayFirst && !monthFirst) return null;
  if (dayFirst && monthFirst && a !== b) {
    if (!day_month_order) return { question: 'day_month_order' };
    const [day, month] = day_month_order === 'day_first' ? [a, b] : [b, a];
    return { year, month, day, chosen: true };
  }
  return dayFirst ? { year, month: b, day: a } : { year, month: a, day: b };
}

/**
 * Three numbers of two digits at most. The year is looked for among the calendar's: in front (17-3-5) where the first number
 * is no month, else at the end (03/04/17) where the last is none. 05/04/06 may be any of three days: no day is read.
 */
function threeShort(a: string, b: string, c: string, answers: ReadingAnswers): Meant | null {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  const front = a.length === 2 ? named(a, second, third, answers) : null;
  const year = 2000 + third;
  const end = c.length === 2 && inCalendar(year) ? ordered(first, second, year, answers) : null;
  if (front && (first > 12 || !end)) return front;
  if (!end || (front && third <= 12)) return null;
  if ('question' in end) return answers.two_digit_year ? end : { ...end, alsoAsked: 'two_digit_year' };
  return answers.two_digit_year ? { ...end, chosen: true } : { question: 'two_digit_year' };
}
