import { CALENDAR_FIRST, CALENDAR_LAST, type Calendar } from '../../domain/calendar';
import { dayNumber } from '../../domain/day';
import type { DeadlineRule } from '../../domain/profile';
import { oneOf } from './known';
import { dateLiteral, literal } from './text';

/**
 * Tables of working time:
 * - `workday(idx, day)`: the working days, numbered from 1;
 * - `calendar(day, idx, next_idx)`: every day, the number of working days up to and including it, and the index of the
 *   day moved to a working day;
 * - `deadline(rule, start, due, due_idx)`: the last day of every rule's limit for every start day, so that a deadline in
 *   SQL is one join. No row where the limit ends beyond the published calendar.
 */
export function calendarTables(calendar: Calendar, rules: readonly DeadlineRule[]): string[] {
  const working = calendar.days.filter((d) => d.working).map((d) => dayNumber(d.day));
  return [
    `CREATE OR REPLACE TABLE workday AS
      SELECT CAST(idx AS INTEGER) AS idx, DATE '1970-01-01' + CAST(n AS INTEGER) AS day
      FROM (SELECT unnest([${working.join(',')}]) AS n, unnest(range(1, ${working.length + 1})) AS idx)`,
    `CREATE OR REPLACE TABLE calendar AS
      SELECT d.day, CAST(count(w.day) OVER (ORDER BY d.day) AS INTEGER) AS idx,
        CAST(count(w.day) OVER (ORDER BY d.day) AS INTEGER) + CASE WHEN w.day IS NULL THEN 1 ELSE 0 END AS next_idx
      FROM (SELECT CAST(unnest(range(${dateLiteral(CALENDAR_FIRST)}, ${dateLiteral(CALENDAR_LAST)} + 1, INTERVAL 1 DAY)) AS DATE) AS day) d
      LEFT JOIN workday w ON w.day = d.day`,
    `CREATE OR REPLACE TABLE deadline (rule ${oneOf(rules.map((r) => r.id))}, start DATE, due DATE, due_idx INTEGER)`,
    ...rules.map(deadlineRows),
  ];
}

function deadlineRows({ id, limit }: DeadlineRule): string {
  const columns = `INSERT INTO deadline SELECT ${literal(id)}, s.day, w.day, w.idx FROM calendar s`;
  if (limit.unit === 'working_days')
    return `${columns} JOIN workday w ON w.idx = ${limit.value === 0 ? 's.next_idx' : `s.idx + ${limit.value}`}`;
  return `${columns} JOIN calendar e ON e.day = s.day + ${limit.value} JOIN workday w ON w.idx = e.next_idx`;
}
