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
