import { type Period, type Quarter, quarterOfDay, quartersOf } from './period';

/** A state that holds from one month on, up to the first month in which it does no longer; null: open. Months as `2018-02`. */
export interface Era {
  from: string | null;
  to: string | null;
}

export const holdsIn = ({ from, to }: Era, month: string): boolean =>
  (from === null || from <= month) && (to === null || month < to);

/** The last month of each quarter of a period: what holds then holds for the quarter, as with the members of a zone. */
export const monthsOf = (period: Period): string[] =>
  quartersOf(period).map((q) => `${Math.floor(q / 4)}-${String((q % 4) * 3 + 3).padStart(2, '0')}`);

/** The state of the latest of some months in which there is one; undefined where there was none in any of them. */
export const latestOf = <E extends Era>(history: readonly E[], months: readonly string[]): E | undefined =>
  months.flatMap((month) => history.find((era) => holdsIn(era, month)) ?? []).at(-1);

/** Whether a unit is there in one of these months. One without a history always was. */
export const existsIn = (
  { history = [] }: { history?: readonly Era[] | undefined },
  months: readonly string[],
): boolean => history.length === 0 || latestOf(history, months) !== undefined;

/** The first quarter at whose end a unit is there no longer; null where it still is. */
export function endOf({ history = [] }: { history?: readonly Era[] | undefined }): Quarter | null {
  const to = history.at(-1)?.to ?? null;
  return to === null ? null : quarterOfDay(`${to}-01`);
}
