import { CALENDAR_FIRST, CALENDAR_LAST, type Calendar } from '../../domain/calendar';
import { dayNumber } from '../../domain/day';
import type { DeadlineRule } from '../../domain/profile';
import { oneOf } from './known';
import { dateLiteral, literal } from './text';

/** Days of the calendar; it has no more working days than that. */
const DAYS = dayNumber(CALENDAR_LAST) - dayNumber(CALENDAR_FIRST) + 1;

/**
 * Tables of working time:
 * - `workday(idx, day)`: the working days, numbered from 1;
 * - `calendar(day, idx, next_idx)`: every day, the number of working days up to and including it, and the index of the
 *   day moved to a working day;
 * - `deadline(key, rule, start, due, due_idx)`: the last day of every rule's limit for every start day, so that a deadline in
 *   SQL is one join. Without `due` where the limit ends beyond the published calendar;
 * - `moved(idx, day)`: the working days by number; without `day` where there is none of that number.
 *
 * The last two are looked up by `deadlineKey` and `movedKey`. They have each key from 0 on once, and 0 says nothing: so every case
 * finds one row in an inner join, which DuckDB then makes by counting rows off instead of by hashing (docs/adr/0048).
 */
export function calendarTables(calendar: Calendar, rules: readonly DeadlineRule[]): string[] {
  const working = calendar.days.filter((d) => d.working).map((d) => dayNumber(d.day));
  return [
    // As one text: of thousands of numbers written into the statement each would be planned by itself.
    `CREATE OR REPLACE TABLE workday AS
      SELECT CAST(idx AS INTEGER) AS idx, DATE '1970-01-01' + CAST(n AS INTEGER) AS day
      FROM (SELECT unnest(CAST('[${working.join(',')}]' AS INTEGER[])) AS n, unnest(range(1, ${working.length + 1})) AS idx)`,
    `CREATE OR REPLACE TABLE calendar AS
      SELECT d.day, CAST(count(w.day) OVER (ORDER BY d.day) AS INTEGER) AS idx,
        CAST(count(w.day) OVER (ORDER BY d.day) AS INTEGER) + CASE WHEN w.day IS NULL THEN 1 ELSE 0 END AS next_idx
      FROM (SELECT CAST(unnest(range(${dateLiteral(CALENDAR_FIRST)}, ${dateLiteral(CALENDAR_LAST)} + 1, INTERVAL 1 DAY)) AS DATE) AS day) d
      LEFT JOIN workday w ON w.day = d.day`,
    `CREATE OR REPLACE TABLE deadline (key INTEGER, rule ${oneOf(rules.map((r) => r.id))}, start DATE, due DATE, due_idx INTEGER)`,
    'INSERT INTO deadline (key) VALUES (0)',
    ...(rules.length ? [deadlineRows(rules)] : []),
    `CREATE OR REPLACE TABLE moved AS SELECT CAST(n.idx AS INTEGER) AS idx, w.day
      FROM range(0, ${DAYS + 1}) n (idx) LEFT JOIN workday w ON w.idx = n.idx`,
  ];
}

/** A limit in working days ends on one of them; one in calendar days is moved to the next. */
function deadlineRows(rules: readonly DeadlineRule[]): string {
  const ids = [...new Set(rules.map((r) => r.id))];
  const limits = rules.map(
    ({ id, limit }) => `(${ids.indexOf(id)}, ${literal(id)}, ${limit.value}, ${limit.unit === 'working_days'})`,
  );
  return `INSERT INTO deadline
    SELECT r.n * ${DAYS} + (s.day - ${dateLiteral(CALENDAR_FIRST)}) + 1, r.rule, s.day, w.day, w.idx
    FROM (VALUES ${limits.join(', ')}) r (n, rule, days, working) CROSS JOIN calendar s
    LEFT JOIN calendar e ON e.day = CASE WHEN NOT r.working THEN s.day + r.days END
    LEFT JOIN workday w
      ON w.idx = CASE WHEN NOT r.working THEN e.next_idx WHEN r.days = 0 THEN s.next_idx ELSE s.idx + r.days END`;
}

/** SQL of the key in `deadline` of a rule (as `deadline` has it) from a day; 0 where one of them is not known, or lies outside. */
export const deadlineKey = (rules: readonly DeadlineRule[], rule: string, day: string): string =>
  rules.length
    ? `CASE WHEN ${rule} IS NOT NULL AND ${day} >= ${dateLiteral(CALENDAR_FIRST)} AND ${day} <= ${dateLiteral(CALENDAR_LAST)}
      THEN CAST(enum_code(${rule}) AS INTEGER) * ${DAYS} + CAST(${day} - ${dateLiteral(CALENDAR_FIRST)} AS INTEGER) + 1 ELSE 0 END`
    : '0';

/** SQL of the key in `moved` of the working day that lies so many working days behind another. */
export const movedKey = (idx: string, days: string): string =>
  `CASE WHEN ${days} IS NOT NULL AND ${idx} + ${days} BETWEEN 1 AND ${DAYS} THEN ${idx} + ${days} ELSE 0 END`;
