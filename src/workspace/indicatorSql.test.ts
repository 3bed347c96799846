import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { Tabulation } from '../domain/cells';
import type { CaseIndicator, IndicatorId } from '../domain/indicators';
import type { LedgerId } from '../domain/ledgers';
import { quartersOf } from '../domain/period';
import { histogramQuantile } from '../domain/statistics';
import { Engine } from '../engine/engine';
import { openNodeDatabase } from '../engine/node/duckdb';
import type { Database } from '../engine/port';
import { name, value } from '../engine/sql/text';
import { indicatorSql } from './indicatorSql';

const AS_OF = '2018-01-10';
const { rules } = qinghai.profile.deadlines;
const sqlOf = (id: IndicatorId, period = '2017') =>
  indicatorSql(catalogue, catalogue.indicator(id) as CaseIndicator, period, AS_OF, rules);

it('reads as the definition does', () => {
  const [denominator = '', numerator, ...rest] = sqlOf('closure_on_time', '2017Q3').statements.map((s) => s.sql);
  expect(denominator).toBe(
    [
      'SELECT CAST(count(*) AS INTEGER) AS denominator',
      'FROM complaints_facts f',
      `WHERE f."closure_due" IS NOT NULL AND f."closure_due" <= DATE '2018-01-10'`,
      '  AND CAST(year(f."closure_due") * 4 + quarter(f."closure_due") - 1 AS INTEGER) IN (8070)',
      '  AND NOT f."refused" AND NOT f."passed_on"',
    ].join('\n'),
  );
  expect(numerator).toBe(
    `${denominator.replace('AS denominator', 'AS numerator')}\n  AND coalesce(f."closed_on" <= f."closure_due", false)`,
  );
  expect(rest).toEqual([]);
});

/** A row's filled fields. */
type Fields = { [field: string]: string | undefined };

const FILES: Record<LedgerId, Fields[]> = {
  complaints: [
    // In time, late, open and overdue, refused, an extension, anonymous.
    { received_on: '2017-03-01', accepted_on: '2017-03-03', closed_on: '2017-03-20', feedback_on: '2017-03-22' },
    { received_on: '2017-03-02', accepted_on: '2017-03-20', closed_on: '2017-08-01', satisfaction: '不满意' },
    { received_on: '2017-04-05' },
    { received_on: '2017-05-08', accepted_on: '2017-05-09', acceptance: '不予受理' },
    { received_on: '2017-06-01', accepted_on: '2017-06-02', closed_on: '2017-08-10', extension_days: '10' },
    {
      received_on: '2017-07-03',
      accepted_on: '2017-07-04',
      closed_on: '2017-07-20',
      named: '否',
      satisfaction: '满意',
    },
    // Not yet due at the cut-off.
    { received_on: '2017-12-28', accepted_on: '2017-12-29' },
  ].map((row, i): Fields => ({ complaint_id: `T${i}`, kind: '投诉', ...row })),
  penalties: [
    {
      decided_on: '2017-03-01',
      disclosed_on: '2017-03-10',
      disclosure_check: '一致',
      platform_entered_on: '2017-03-02',
    },
    { decided_on: '2017-04-01', disclosed_on: '2017-08-10', disclosure_check: '不一致', crime_suspected: '是' },
    { decided_on: '2017-05-02', crime_suspected: '是', transferred_on: '2017-05-09' },
    { decided_on: '2017-06-01', procedure: '简易程序' },
    // Handed to the police, never decided: in no figure but that of the transfers.
    { filed_on: '2017-06-01', disclosed_on: '2017-06-09', disclosure_check: '一致', crime_suspected: '是' },
    { decided_on: '2017-06-02', nondisclosure_reason: '涉密', nondisclosure_approved_on: '2017-06-05' },
  ].map((row, i): Fields => ({ case_id: `P${i}`, ...row })),
  inspections: [
    // Published in time, late, not at all, with nothing to inspect; not yet due.
    {
      drawn_on: '2017-02-01',
      due_on: '2017-03-03',
      checked_on: '2017-02-20',
      result: '发现问题已责令改正',
      published_on: '2017-03-01',
    },
    { drawn_on: '2017-02-01', checked_on: '2017-03-01', result: '未发现问题', published_on: '2017-08-01' },
    { drawn_on: '2017-05-03', due_on: '2017-06-02' },
    { drawn_on: '2017-05-03', checked_on: '2017-05-10', result: '已关闭停业或正在组织清算' },
    { drawn_on: '2017-12-20', due_on: '2018-02-01' },
  ].map((row, i): Fields => ({ check_id: `J${i}`, department: 'market', ...row })),
  disposals: [
    // Weighed, not weighed, put to use, still kept.
    { received_on: '2017-02-01', disposed_on: '2017-03-01', method: '焚烧', weight_kg: '12.345' },
    { received_on: '2017-02-01', disposed_on: '2017-03-01', method: '粉碎' },
    { received_on: '2017-02-01', disposed_on: '2017-03-01', method: '回收利用', weight_kg: '7' },
    { received_on: '2017-05-03' },
  ].map((row, i): Fields => ({ batch_id: `W${i}`, ...row })),
};

const LEDGERS_OF_CASES: readonly LedgerId[] = catalogue.ledgerIds;
let db: Database;
let table: Tabulation;

beforeAll(async () => {
  db = await openNodeDatabase({ threads: 1 });
  const engine = await Engine.start(db, qinghai);
  for (const [i, ledger] of LEDGERS_OF_CASES.entries())
    for (const [row, given] of (FILES[ledger] ?? []).entries()) {
      const fields: Fields = { department: 'aic', ...given };
      await db.run(`INSERT INTO ${ledger} (submission, "row", place, ${Object.keys(fields).map(name).join(', ')})
        VALUES (${i + 1}, ${row + 2}, '630102', ${Object.values(fields).map(value).join(', ')})`);
    }
  await engine.setCurrent(
    LEDGERS_OF_CASES.map((ledger, i) => ({
      key: i + 1,
      submission: submissionOf({ id: i + 1, period: '2017Q4', ledger }),
    })),
  );
  table = new Tabulation(await engine.cells(AS_OF), qinghai.regions, qinghai.profile.zones);
});

afterAll(() => db.close());

it('counts an undecided penalty case among the transfers alone', () => {
  const of = (id: IndicatorId) => table.counts('province', '630000', id, quartersOf('2017')).denominator;
  expect(of('transfer_rate')).toBe(3);
  expect(of('disclosure_accuracy')).toBe(2);
  expect(of('disclosure_rate')).toBe(3);
  expect(of('platform_entry')).toBe(4);
});

it.each(catalogue.caseIndicators.map((i) => i.id))('%s: run as shown, it gives the figure of the cells', async (id) => {
  const { facts, statements } = sqlOf(id);
  const counts = table.counts('province', '630000', id, quartersOf('2017'));
  expect(counts.denominator).toBeGreaterThan(0);
  for (const sql of facts) await db.run(sql);
  const given: object = Object.assign({}, ...(await Promise.all(statements.map(({ sql }) => db.rows(sql)))).flat());
  const { denominator, numerator, histogram, amounts = [] } = counts;
  expect(given).toEqual(
    histogram
      ? { denominator, median: histogramQuantile(histogram, 0.5), p90: histogramQuantile(histogram, 0.9) }
      : { denominator, numerator, ...Object.fromEntries(amounts.map((sum, i) => [`sum${i}`, sum])) },
  );
});
