import notices from 'chinese-days/dist/chinese-days.json';
import { addDays, type Day, dayFromNumber, dayNumber, yearOf } from './day';

/** Days off by the State Council's holiday notices (weekends within them too), by day. */
const OFF = new Set<Day>(Object.keys(notices.holidays));

/** Weekend days worked instead; the package lacks the one that 国办发明电〔2005〕35号 orders for 元旦 2006. */
const WORKED = new Set<Day>([...Object.keys(notices.workdays), '2005-12-31']);

/** Years whose notice is in the data: every notice has National Day; one may reach into the year before. */
const YEARS = [...OFF].filter((day) => day.endsWith('-10-01')).map(yearOf);

/** First and last day for which the State Council's holiday notices are in the data (`chinese-days`). */
export const CALENDAR_FIRST: Day = `${Math.min(...YEARS)}-01-01`;
export const CALENDAR_LAST: Day = `${Math.max(...YEARS)}-12-31`;

/** The years of the calendar as sentences name them: 2004–2026. */
export const CALENDAR_YEARS = `${yearOf(CALENDAR_FIRST)}–${yearOf(CALENDAR_LAST)}`;

/**
 * The latest day that a cut-off may be: a period that the calendar holds ends by its last day, and what is due in the year
 * after is counted apart (see `undated` in cells.ts).
 */
export const CUT_OFF_LAST: Day = addDays(CALENDAR_LAST, 365);

/** Thrown where a working day would have to be guessed: 该年度节假日安排未公布. */
export class CalendarRangeError extends Error {
  constructor(readonly day: Day) {
    super(`${day}：该年度节假日安排未公布（现有 ${CALENDAR_YEARS} 年）`);
    this.name = 'CalendarRangeError';
  }
}

/** What `ask` answers of the calendar; null where that lies beyond it. */
export function withinCalendar<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalendarRangeError) return null;
    throw error;
  }
}

/** One row of the calendar table: `index` counts the working days from the first day up to and including this one. */
export interface CalendarDay {
  day: Day;
  working: boolean;
  index: number;
}

/**
 * Working days of the years whose holiday notices are in the data. The first day of a limit is not counted (民法典 art. 201; 民法总则 art. 201 in 2017).
 * Everything is answered from one table, which the engine joins in SQL as it stands.
 */
export class Calendar {
  readonly days: readonly CalendarDay[];
  private readonly first = dayNumber(CALENDAR_FIRST);
  /** Day numbers of the working days; entry `i` has index `i + 1`. */
  private readonly working: number[] = [];

  /** @param localHolidays days off of this place beyond the national ones (profile data) */
  constructor(localHolidays: readonly Day[] = []) {
    const local = new Set(localHolidays);
    const days: CalendarDay[] = [];
    for (let n = this.first, last = dayNumber(CALENDAR_LAST); n <= last; n++) {
      const day = dayFromNumber(n);
      const working = isNationalWorkingDay(n) && !local.has(day);
      if (working) this.working.push(n);
      days.push({ day, working, index: this.working.length });
    }
    this.days = days;
  }

  isWorkingDay(day: Day): boolean {
    return this.at(day).working;
  }

  /** The `n`-th working day after `day`, `day` itself not counted; for n = 0, `day` moved to a working day. */
  addWorkingDays(day: Day, n: number): Day {
    if (n === 0) return this.nextWorkingDay(day);
    const found = this.working[this.at(day).index + n - 1];
    if (found === undefined) throw new CalendarRangeError(CALENDAR_LAST);
    return dayFromNumber(found);
  }

  /** `day` if it is a working day, else the first one after it. */
  nextWorkingDay(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, 1);
  }

  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number {
    return this.at(to).index - this.at(from).index;
  }

  private at(day: Day): CalendarDay {
    const found = this.days[dayNumber(day) - this.first];
    if (!found) throw new CalendarRangeError(day);
    return found;
  }
}

function isNationalWorkingDay(n: number): boolean {
  const day = dayFromNumber(n);
  if (WORKED.has(day)) return true;
  // 1970-01-01 was a Thursday.
  const weekday = (n + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !OFF.has(day);
}
