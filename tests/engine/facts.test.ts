import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duration } from '../../src/domain/indicators';
import type { Ledger } from '../../src/domain/ledgers';
import { type CellsRead, durationQueries } from '../../src/engine/cells';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import { calendarTables } from '../../src/engine/sql/calendar';
import { told } from '../../src/engine/sql/rowTests';
import { dateLiteral, value } from '../../src/engine/sql/text';
import { barsOf } from '../support/bars';
import { catalogue } from '../support/catalogue';
import { qinghai } from '../support/profile';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase({ threads: 1 });
  for (const sql of calendarTables(qinghai.calendar, [])) await db.run(sql);
});
afterAll(() => db.close());

it('counts the days between the two facts of each duration', async () => {
  const cases: [received: string, closed: string, feedback: string | null][] = [
    ['2017-03-01', '2017-03-06', '2017-03-08'],
    ['2017-03-03', '2017-03-31', '2017-04-05'], // over 清明: 4 and 5 April, the first no working day
    ['2017-03-01', '2017-03-02', null],
  ];
  const day = (text: string | null) => (text === null ? 'CAST(NULL AS DATE)' : dateLiteral(text));
  await db.run(`CREATE OR REPLACE TABLE complaints_facts AS
    SELECT *, '630102' AS place, 'aic' AS department
    FROM (VALUES ${cases.map((days) => `(${days.map(day).join(', ')})`).join(', ')}) v(received_on, closed_on, feedback_on)`);
  const duration = (id: string, from: 'received_on' | 'closed_on', period: 'closed_on' | 'feedback_on') =>
    ({
      id,
      name: id,
      measure: 'duration',
      role: 'shown',
      better: 'lower',
      ledger: 'complaints',
      period: { event: period },
      denominator: [{ happened: period }],
      columns: [],
      from,
      daysName: id,
      words: { period: '', denominator: '', numerator: '', missing: '' },
      basis: '',
      confidence: '',
    }) satisfies Duration;
  const durations = [
    duration('handling', 'received_on', 'closed_on'),
    duration('answering', 'closed_on', 'feedback_on'),
  ];
  const counted: string[] = [];
  const read: CellsRead = { cells: [], durations: [], subjects: [], undated: [] };
  for (const query of durationQueries(catalogue, catalogue.ledger('complaints'), durations, '2018-01-10'))
    for (const row of await db.rows(query.sql)) query.read(row, read);
  for (const { indicator, quarter, days, count } of barsOf(read.durations))
    counted.push(`${indicator} ${quarter % 4} ${days}×${count}`);
  const between = (a: string, b: string) => qinghai.calendar.workingDaysBetween(a, b);
  expect(between('2017-03-31', '2017-04-05')).toBe(2);
  expect(counted.sort()).toEqual(
    [
      'answering 0 2×1',
      'answering 1 2×1',
      'handling 0 1×1',
      'handling 0 3×1',
      `handling 0 ${between('2017-03-03', '2017-03-31')}×1`,
    ].sort(),
  );
});

it.each([
  ['是', '是', true],
  ['否', '否', false],
  [undefined, null, false],
])('reads a blank as the ledger says: %s', async (blank, text, named) => {
  const ledger: Ledger = {
    ...catalogue.ledger('complaints'),
    fields: [
      {
        name: 'named',
        headers: ['是否实名'],
        type: 'list',
        values: ['是', '否'],
        decides: true,
        ...(blank && { blank }),
      },
    ],
  };
  const column = told(ledger, 'named');
  const [row] = await db.rows(
    `SELECT ${column} AS said, coalesce(${column} = ${value('是')}, false) AS named FROM (SELECT CAST(NULL AS VARCHAR) AS named) c`,
  );
  expect(row).toEqual({ said: text, named });
});
