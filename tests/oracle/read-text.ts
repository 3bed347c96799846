import { CALENDAR_FIRST, CALENDAR_LAST } from '../../src/domain/calendar';
import type { Day } from '../../src/domain/day';

/** A cell's text as the rules read it: NFKC folded and trimmed; null where nothing is left. */
export function cellText(cell: string | null | undefined): string | null {
  const text = (cell ?? '').normalize('NFKC').trim();
  return text === '' ? null : text;
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

/** Reads folded text as a date: `2017-03-05`, `2017/3/5`, `2017.3.5`, `20170305`, `2017年3月5日`, with or without a time. */
export function readDate(text: string): ReadDate {
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

/** Digits with or without thousands separators, and decimals; null for anything else, also below zero. */
export function readNumber(text: string): number | null {
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)) return null;
  return Number(text.replaceAll(',', ''));
}
