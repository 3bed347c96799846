import { CALENDAR_FIRST, CALENDAR_LAST } from '../../src/domain/calendar';
import type { Day } from '../../src/domain/day';

/** A cell's text: NFKC folded and trimmed, what cannot be seen removed; null where nothing is left. */
export function cellText(cell: string | null | undefined): string | null {
  const text = (cell ?? '')
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .trim();
  return text === '' ? null : text;
}

/** 同上, or the mark for it. */
export const isSameAsAbove = (text: string | null): boolean => text !== null && /^(?:同上|〃|["“”]|′′|'')$/.test(text);

/** What a spreadsheet shows where a formula fails. */
export const isCellError = (text: string | null): boolean => text === '#REF!';

/** A formula without its result. */
export const isFormula = (text: string | null): boolean => text !== null && /^=[^=]/.test(text);

/** ="x", "x", “x”, 'x', 'x: the marks say that x is text. */
const MARKED = /^=\s*"((?:[^"]|"")*)"$|^"([^"]+)"$|^“([^“”]+)”$|^'([^']+)'$|^‘([^‘’]+)’$|^['‘](.*)$/s;

/** What a cell's text says, without marks around it; null where it says nothing, or has a sign for that. */
export function saidText(text: string | null): string | null {
  const marked = text === null ? null : MARKED.exec(text);
  if (marked) return saidText(cellText(marked.slice(1).find((part) => part !== undefined)));
  return text !== null && /^(?:[-‐‑‒–—―−─]+|\/+|\\+|无|NULL|NA|NaN|NaT|None|<NA>|\(null\)|\\N)$/i.test(text)
    ? null
    : text;
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function realDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && leap ? 29 : (DAYS_OF_MONTH[month - 1] as number);
  if (day < 1 || day > last) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The time after a date: 10:30, 10:30:15.250, with Z or an offset; or 14时30分(05秒). It is checked, then dropped. */
function isTime(text: string): boolean {
  const clock =
    /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)? *(?:Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(text) ??
    /^(\d{1,2})时(\d{1,2})分(?:(\d{1,2})秒)?$/.exec(text);
  if (!clock) return false;
  return Number(clock[1]) <= 23 && Number(clock[2]) <= 59 && Number(clock[3] ?? 0) <= 59;
}

/** A real day beyond the calendar is still a day: it can be out of order, or after the period. */
type ReadDate = { day: Day; fault?: 'date_beyond_calendar' } | { fault: 'not_a_date' };

const DAY_MS = 86_400_000;

/** A spreadsheet's number of a day, counted from the end of 1899, within the calendar. */
function serialDay(text: string): Day | null {
  if (!/^\d{5}$/.test(text)) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + Number(text) * DAY_MS).toISOString().slice(0, 10);
  return day >= CALENDAR_FIRST && day <= CALENDAR_LAST ? day : null;
}

/**
 * Reads folded text as a date: `2017-03-05`, `2017/3/5`, `2017.3.5`, `20170305`, `2017年3月5日`, with or without a time; a
 * spreadsheet's number; `17-03-05`, of which the person has said that it is of this century.
 */
export function readDate(written: string): ReadDate {
  const serial = serialDay(written);
  if (serial !== null) return { day: serial };
  const text = /^(?:1[3-9]|2\d)-\d{1,2}-\d{1,2}$/.test(written) ? `20${written}` : written;
  const parts =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(.*)$/s.exec(text) ??
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)(.*)$/s.exec(text) ??
    /^(\d{4})\.(\d{1,2})\.(\d{1,2})(?!\d)(.*)$/s.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/s.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日(.*)$/s.exec(text);
  if (!parts) return { fault: 'not_a_date' };
  const rest = parts[4] as string;
  if (rest !== '') {
    const separated = /^(?: +|T)(.*)$/s.exec(rest);
    // 2017年3月5日14时30分 needs no space.
    const time = separated ? (separated[1] as string) : text.includes('日') ? rest : '';
    if (!isTime(time)) return { fault: 'not_a_date' };
  }
  const day = realDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === null) return { fault: 'not_a_date' };
  return day < CALENDAR_FIRST || day > CALENDAR_LAST ? { day, fault: 'date_beyond_calendar' } : { day };
}

/** A number of days: 10, 10天. */
export const readDays = (text: string): number | null => readNumber(text.replace(/天$/, ''));

/** Digits with or without thousands separators, and decimals; null for anything else, also below zero. */
export function readNumber(text: string): number | null {
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)) return null;
  return Number(text.replaceAll(',', ''));
}

/** How many digits of a number a spreadsheet keeps. */
const KEPT_DIGITS = 15;

/** An id in its one form; `rounded` where a spreadsheet has lost its last digits. */
export function readId(text: string): { id: string } | { fault: 'rounded_id' } {
  const id = text.replace(/^(\d+)\.0$/, '$1').replace(/\s+/g, ' ');
  return /^\d+$/.test(id) && id.length > KEPT_DIGITS && /^0+$/.test(id.slice(KEPT_DIGITS))
    ? { fault: 'rounded_id' }
    : { id };
}
