import { afterAll, beforeAll, expect, it } from 'vitest';
import { CalendarRangeError } from '../../src/domain/calendar';
import { type Day, dayFromNumber, dayNumber } from '../../src/domain/day';
import { dueDay } from '../../src/domain/deadlines';
import type { DeadlineRule } from '../../src/domain/profile';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database, Row } from '../../src/engine/port';
import { calendarTables, deadlineKey, movedKey } from '../../src/engine/sql/calendar';
import { officeWith, qinghai } from '../support/profile';

const rule = (
  id: string,
  value: number,
  unit: DeadlineRule['limit']['unit'],
  kind: DeadlineRule['kind'],
  step: DeadlineRule['step'],
): DeadlineRule => ({
  ...(qinghai.profile.deadlines.rules[0] as DeadlineRule),
  id,
  kind,
  step,
  limit: { value, unit },
});

/** The rules of the profile, and limits of none, one and many days; two days off of this place alone. */
const office = officeWith(
  [
    rule('none', 0, 'working_days', '举报', 'acceptance'),
    rule('same-day', 0, 'calendar_days', '投诉', 'acceptance'),
    rule('one', 1, 'working_days', '举报', 'closure'),
    rule('long', 400, 'calendar_days', '投诉', 'closure'),
  ],
  ['2017-02-27', '2018-01-02'],
);
const { calendar } = office;

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase({ threads: 1 });
  for (const sql of calendarTables(calendar, office.profile.deadlines.rules)) await db.run(sql);
});
afterAll(() => db.close());

const day = (row: Row | undefined, column: string): Day => dayFromNumber(row?.[column] as number);

it('calendar: every day as the domain has it', async () => {
  const rows = await db.rows(
    "SELECT datediff('day', DATE '1970-01-01', day)::INTEGER AS d, idx, next_idx FROM calendar ORDER BY day",
  );
  const meant = calendar.days.map(({ day, index, working }) => [dayNumber(day), index, working ? index : index + 1]);
  expect(rows.map((r) => [r.d, r.idx, r.next_idx])).toEqual(meant);
});

it('workday: the working days, numbered from 1', async () => {
  const rows = await db.rows(
    "SELECT idx, datediff('day', DATE '1970-01-01', day)::INTEGER AS d FROM workday ORDER BY idx",
  );
  const working = calendar.days.filter((d) => d.working);
  expect(rows.map((r) => [r.idx, day(r, 'd')])).toEqual(working.map((d) => [d.index, d.day]));
});

it.each(office.profile.deadlines.rules.map((r) => [r.id, r] as const))(
  'deadline: every start day of rule %s',
  async (id, rule) => {
    const rows = await db.rows(
      `SELECT datediff('day', DATE '1970-01-01', start)::INTEGER AS s, datediff('day', DATE '1970-01-01', due)::INTEGER AS d, due_idx
     FROM deadline WHERE rule = '${id}' AND due IS NOT NULL ORDER BY start`,
    );
    const meant = calendar.days.flatMap(({ day: start }) => {
      try {
        const due = dueDay(calendar, rule, start);
        return [[start, due, calendar.workingDaysBetween(calendar.days[0]?.day as Day, due)]];
      } catch (error) {
        // Beyond the published calendar there is no last day.
        if (error instanceof CalendarRangeError) return [];
        throw error;
      }
    });
    const first = calendar.days[0]?.index as number;
    expect(rows.map((r) => [day(r, 's'), day(r, 'd'), (r.due_idx as number) - first])).toEqual(meant);
    expect(rows.length).toBeGreaterThan(7500);
  },
);

it.each([
  ['deadline', 'key'],
  ['moved', 'idx'],
])('%s: each key from 0 on once, of which 0 says nothing', async (table, key) => {
  const [found] = await db.rows(
    `SELECT CAST(count(*) AS INTEGER) AS n, CAST(count(DISTINCT ${key}) AS INTEGER) AS keys, min(${key}) AS least, max(${key}) AS most
     FROM ${table}`,
  );
  const n = (found?.n as number) || 0;
  expect(found).toEqual({ n, keys: n, least: 0, most: n - 1 });
  const nothing = table === 'moved' ? 'day IS NULL' : 'due IS NULL AND due_idx IS NULL';
  expect(await db.rows(`SELECT 1 AS one FROM ${table} WHERE ${key} = 0 AND ${nothing}`)).toHaveLength(1);
});

it('deadlineKey: finds the row of a rule and a day, and the one that says nothing where one of them is not known', async () => {
  const { rules } = office.profile.deadlines;
  const { first, last } = { first: calendar.days[0]?.day as Day, last: calendar.days.at(-1)?.day as Day };
  const days = [first, '2017-01-26', last].map((d) => `DATE '${d}'`);
  const outside = [`DATE '${first}' - 1`, `DATE '${last}' + 1`, "DATE '9999-12-31'", 'NULL::DATE'];
  const type = `ENUM (${rules.map((r) => `'${r.id}'`).join(', ')})`;
  const rows = await db.rows(
    `SELECT a.rule::VARCHAR AS asked, strftime(a.day, '%Y-%m-%d') AS day, d.rule::VARCHAR AS found, strftime(d.start, '%Y-%m-%d') AS start
     FROM (SELECT r.rule::${type} AS rule, d.day FROM (VALUES ${[...rules.map((r) => `('${r.id}')`), '(NULL)'].join(', ')}) r (rule),
       (VALUES ${[...days, ...outside].map((d) => `(${d})`).join(', ')}) d (day)) a
     JOIN deadline d ON d.key = ${deadlineKey(rules, 'a.rule', 'a.day')}`,
  );
  expect(rows).toHaveLength((rules.length + 1) * 7);
  const known = rows.filter((r) => r.found !== null);
  expect(known).toHaveLength(rules.length * days.length);
  for (const r of known) expect([r.found, r.start]).toEqual([r.asked, r.day]);
});

it.each([
  ['1', '0', '1'],
  ['1', '3', '4'],
  ['NULL', '3', null],
  ['5', 'NULL', null],
  ['5', '-5', null],
  ['5', '2000000000', null],
])('movedKey: working day %s and %s more', async (idx, days, meant) => {
  const [row] = await db.rows(
    `SELECT w.idx::VARCHAR AS idx FROM moved m LEFT JOIN workday w ON w.day = m.day WHERE m.idx = ${movedKey(`CAST(${idx} AS INTEGER)`, `CAST(${days} AS INTEGER)`)}`,
  );
  expect(row?.idx).toBe(meant);
});
