import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRule } from '../../src/domain/deadlines';
import type { DeadlineRule } from '../../src/domain/profile';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import { ruleCase } from '../../src/engine/sql/limits';
import { dateLiteral, value } from '../../src/engine/sql/text';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase({ threads: 1 });
});
afterAll(() => db.close());

const KINDS = ['投诉', '举报'] as const;
const DEPARTMENTS = ['aic', 'fda', 'quality'];
const CHANNELS = ['12315', "O'Brien"];
const DAYS = ['2016-12-31', '2017-01-01', '2017-06-30', '2017-07-01', '2018-01-01'];

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const rules = fc
  .array(
    fc.record({
      kind: maybe(KINDS),
      department: maybe(DEPARTMENTS),
      channel: maybe(CHANNELS),
      from: maybe(DAYS),
      to: maybe(DAYS),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map(
      (r, i): DeadlineRule => ({
        ...r,
        ledger: null,
        id: `rule-${i}`,
        step: i % 4 === 3 ? 'feedback' : 'closure',
        limit: { value: 7, unit: 'working_days' },
        source: 'test',
        note: '',
        confidence: 'A',
      }),
    ),
  );

/** Every case there can be: with and without a channel. */
const CASES = KINDS.flatMap((kind) =>
  DEPARTMENTS.flatMap((department) =>
    [...CHANNELS, null].flatMap((channel) => DAYS.map((on) => ({ kind, department, channel, on }))),
  ),
);
const TABLE = `(VALUES ${CASES.map((c, i) => `(${i}, ${value(c.kind)}, ${value(c.department)}, ${value(c.channel)}, ${dateLiteral(c.on)})`).join(', ')}) c(i, kind, department, channel, received_on)`;

describe('ruleCase = findRule', () => {
  it('on random rules, for complaints', async () => {
    await fc.assert(
      fc.asyncProperty(rules, async (list) => {
        const sql = ruleCase(list, 'closure', {
          kind: 'c.kind',
          department: 'c.department',
          channel: 'c.channel',
          on: 'c.received_on',
        });
        const found = await db.rows(`SELECT ${sql} AS rule FROM ${TABLE} ORDER BY c.i`);
        const meant = CASES.map((c) => findRule(list, { step: 'closure', ...c })?.id ?? null);
        expect(found.map((r) => r.rule)).toEqual(meant);
      }),
      { numRuns: 60 },
    );
  });

  it('on random rules, for penalties, which have no kind and no channel', async () => {
    await fc.assert(
      fc.asyncProperty(rules, async (list) => {
        const sql = ruleCase(list, 'closure', { department: 'c.department', on: 'c.received_on' });
        const found = await db.rows(`SELECT ${sql} AS rule FROM ${TABLE} ORDER BY c.i`);
        const meant = CASES.map(
          (c) => findRule(list, { step: 'closure', department: c.department, on: c.on })?.id ?? null,
        );
        expect(found.map((r) => r.rule)).toEqual(meant);
      }),
      { numRuns: 60 },
    );
  });
});
