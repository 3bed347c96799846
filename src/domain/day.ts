/** A calendar day as ISO text, `2017-03-05`. ISO days compare and sort as text. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 (UTC). */
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);

export const dayFromNumber = (n: number): Day => new Date(n * MS_PER_DAY).toISOString().slice(0, 10);

/** `day` moved by `n` calendar days. */
export const addDays = (day: Day, n: number): Day => dayFromNumber(dayNumber(day) + n);

/** True for a real ISO day: `2017-02-30` is not one. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  dayFromNumber(dayNumber(text)) === text;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01 of a day of the years 0–9999; null where there is no such day. No text is made on the way. */
export function dayNumberOf(year: number, month: number, day: number): number | null {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : DAYS_OF_MONTH[month - 1];
  if (last === undefined || day < 1 || day > last) return null;
  // Years begin in March here, so that the leap day is the last of one.
  const y = month > 2 ? year : year - 1;
  const days = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + days - 719_468;
}
