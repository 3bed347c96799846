import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/domain/catalogue/readCatalogue';
import { type AreaLevel, Tabulation } from '../../src/domain/cells';
import { measureOf } from '../../src/domain/measures';
import { officeOf } from '../../src/domain/office';
import { quartersOf } from '../../src/domain/period';
import type { Profile } from '../../src/domain/profile';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import type { CountingRows } from '../../src/engine/submissionRows';
import { nodeReader } from '../../src/intake/node/reader';
import { enterFile } from '../../src/workspace/enterFile';
import { indicatorSql } from '../../src/workspace/indicatorSql';
import { type Added, evaluateToy, type ToySubmission, type ToyWorld, toyWorld } from '../oracle/toy';
import { toyFiles } from '../oracle/toyCatalogue';
import { qinghai } from '../support/profile';
import { openWasmDatabase } from '../support/wasmDatabase';
import { fileOf } from './clerk';

type Zone = Profile['zones']['zones'][number];
const { regions } = qinghai;
const TOY = ['checks', 'filed', 'shops', 'wholes', 'by_county', 'by_line'];
const catalogue = readCatalogue(toyFiles());
const office = officeOf(qinghai.profile, catalogue);
const toys = catalogue.counted.filter((i) => TOY.includes(i.ledger));

const quoted = (cell: string | undefined): string => `"${(cell ?? '').replaceAll('"', '""')}"`;

function csvOf({ ledger, rows }: ToySubmission): string {
  const fields = {
    checks: 'check_id,county,department,shop,case_id,drawn_on,checked_on,result,fine,weight,items',
    filed: 'file_no,county,department,filed_on,closed_on',
    shops: 'shop_id,county,department,stalls',
    wholes: 'line_no,total',
    by_county: 'line_no,county,total',
    by_line: 'line_no,department,done_on,total',
  }[ledger].split(',');
  return [fields.join(','), ...rows.map((row) => fields.map((f) => quoted(row[f])).join(',')), ''].join('\n');
}

/** Takes a world in, for as long as it is looked at. */
async function within<T>(engine: Engine, { submissions }: ToyWorld, look: () => Promise<T>): Promise<T> {
  const counting: CountingRows[] = [];
  for (const [i, submission] of submissions.entries()) {
    const { unit, period, ledger } = submission;
    const file = fileOf(i + 1, csvOf(submission), { unit, period, ledger, receivedOn: null }, `${i + 1}.csv`);
    const entered = await enterFile(office, engine, nodeReader(office), file);
    if (!('read' in entered)) throw 'refused' in entered ? entered.refused : new Error('held');
    for (const { key, submission: of } of entered.read) {
      expect([of.rowsAccepted, of.rowsRejected]).toEqual([submission.rows.length, 0]);
      counting.push({ key, submission: { ...of, id: i + 1 } });
    }
  }
  await engine.setCurrent(counting);
  const found = await look();
  for (const { key } of counting) await engine.remove(key);
  await engine.setCurrent([]);
  return found;
}

/** Areas of every level, with parts of them, in which a place × department × quarter may lie. */
const prefectureOf = (place: string): string =>
  regions.counties.find((c) => c.code === place)?.prefecture ??
  (regions.prefectures.some((p) => p.code === place) ? place : '');
/** One whose members have always been in it. */
const ZONE = qinghai.profile.zones.zones.find((z) => z.members.some((m) => m.code === '632521')) as Zone;
const AREAS: { level: AreaLevel; id: string; within?: string; own?: true; holds: (a: Added) => boolean }[] = [
  { level: 'province', id: '630000', holds: () => true },
  { level: 'prefecture', id: '632500', holds: (a) => prefectureOf(a.place) === '632500' },
  {
    level: 'prefecture',
    id: '632500',
    within: 'fda',
    holds: (a) => prefectureOf(a.place) === '632500' && a.department === 'fda',
  },
  { level: 'county', id: '630222', holds: (a) => a.place === '630222' },
  { level: 'department', id: 'aic', holds: (a) => a.department === 'aic' },
  { level: 'prefecture', id: '632500', own: true, holds: (a) => a.place === '632500' },
  { level: 'province', id: '630000', own: true, holds: (a) => a.place === '630000' },
  { level: 'zone', id: ZONE.id, holds: (a) => ZONE.members.some((m) => m.code === a.place) },
];
const QUARTERS = [null, quartersOf('2017Q1'), quartersOf('2017H1'), quartersOf('2017'), quartersOf('2018Q1')];

/** The figure of some rows: sums where rows are counted, distinct subjects where these are. */
function figureOf(rows: readonly Added[], amounts: number, subjects: boolean) {
  const met = rows.filter((r) => r.met);
  const size = (of: readonly Added[]) => (subjects ? new Set(of.map((r) => r.subject)).size : of.length);
  const sums = Array.from({ length: amounts }, (_, i) => met.reduce((sum, r) => sum + (r.amounts[i] ?? 0n), 0n));
  return { numerator: size(met), denominator: size(rows), sums: sums.map(Number) };
}

describe.each<[string, () => Promise<Database>]>([
  ['native', () => openNodeDatabase({ threads: 1 })],
  ['browser', openWasmDatabase],
])('%s engine = row by row', (kind, open) => {
  let db: Database;
  let engine: Engine;
  beforeAll(async () => {
    db = await open();
    engine = await Engine.start(db, office);
  });
  afterAll(() => engine.close());

  it('on amounts, subjects and links of made-up ledgers, and on those that do not say where a row stands', async () => {
    await fc.assert(
      fc.asyncProperty(toyWorld(), async (world) => {
        const added = evaluateToy(world);
        await within(engine, world, async () => {
          const table = new Tabulation(await engine.cells(world.asOf), regions, qinghai.profile.zones);
          for (const indicator of toys) {
            const of = added.filter((a) => a.indicator === indicator.id);
            const isOfSubjects = measureOf(indicator).statistic === 'subjects';
            const amounts = of[0]?.amounts.length ?? 0;
            for (const area of AREAS)
              for (const quarters of QUARTERS) {
                const rows = of.filter((a) => area.holds(a) && (quarters?.includes(a.quarter) ?? true));
                const counts = area.own
                  ? table.own(area.id, indicator.id, quarters)
                  : table.counts(area.level, area.id, indicator.id, quarters, area.within);
                const { numerator, denominator, amounts: sums = Array<number>(amounts).fill(0) } = counts;
                expect({ of: indicator.id, area, quarters, numerator, denominator, sums }).toEqual({
                  of: indicator.id,
                  area,
                  quarters,
                  ...figureOf(rows, amounts, isOfSubjects),
                });
              }
            const whole = indicator.ledger !== 'checks' && indicator.ledger !== 'shops';
            for (const { level, id, own, within: department, holds } of whole ? AREAS : AREAS.slice(0, 2)) {
              const { numerator, denominator } = figureOf(of.filter(holds), 0, isOfSubjects);
              const rowsOf = async (side: 'numerator' | 'missing' | 'denominator') =>
                (
                  await engine.evidence(
                    { indicator: indicator.id, side, level, id, own, department, period: null, asOf: world.asOf },
                    0,
                    500,
                  )
                ).total;
              expect([indicator.id, level, await rowsOf('numerator'), await rowsOf('missing')]).toEqual([
                indicator.id,
                level,
                numerator,
                denominator - numerator,
              ]);
            }
          }
        });
      }),
      { numRuns: kind === 'native' ? 10 : 2, interruptAfterTimeLimit: 120_000 },
    );
  });

  it('run as shown, the statements give the figure of the cells', async () => {
    const area = { county: '632521', department: 'aic' };
    const check = { ...area, drawn_on: '2017-02-01', checked_on: '2017-03-01', result: '坏', weight: '2', items: '3' };
    const world: ToyWorld = {
      asOf: '2018-01-10',
      submissions: [
        {
          unit: '632500',
          period: '2017Q1',
          ledger: 'checks',
          rows: [
            { ...check, check_id: 'C-1', shop: 'S-1', case_id: 'p-1', fine: '0.1' },
            { ...check, check_id: 'C-2', shop: 's-1', case_id: 'P-9', fine: '0.2' },
            { ...check, check_id: 'C-3', shop: 'S-2', case_id: '', fine: '' },
          ],
        },
        {
          unit: '632500',
          period: '2017Q1',
          ledger: 'filed',
          rows: [{ ...area, file_no: 'P-1', filed_on: '2017-03-02' }],
        },
        {
          unit: '632500',
          period: '2017',
          ledger: 'shops',
          rows: [
            { ...area, shop_id: 'S-1', stalls: '40' },
            { ...area, shop_id: 'S-9', stalls: '' },
          ],
        },
        { unit: '632500', period: '2017', ledger: 'by_county', rows: [{ line_no: '1', county: '632521', total: '3' }] },
        { unit: 'aic', period: '2017H1', ledger: 'wholes', rows: [{ line_no: '1', total: '5' }] },
        {
          unit: '632500',
          period: '2017Q1',
          ledger: 'by_line',
          rows: [{ line_no: '1', department: 'fda', done_on: '2017-01-05', total: '2' }],
        },
        {
          unit: 'aic',
          period: '2017Q2',
          ledger: 'by_line',
          rows: [{ line_no: '1', department: 'aic', done_on: '2017-04-05', total: '4' }],
        },
      ],
    };
    await within(engine, world, async () => {
      const table = new Tabulation(await engine.cells(world.asOf), regions, qinghai.profile.zones);
      // Lists name where a row stands that does not say it, as it is counted.
      const sent = { indicator: 'wholes_sum', side: 'denominator', level: 'department', id: 'aic' } as const;
      const page = await engine.evidence({ ...sent, period: '2017', asOf: world.asOf, search: '省' }, 0, 10);
      expect(page).toMatchObject({ total: 1, rows: [{ line_no: '1', county: '630000', department: 'aic' }] });
      const { cases } = await engine.sharedCases(0, 10);
      expect(cases.map((c) => [c.ledger, c.id, ...c.rows.map((r) => [r.place, r.department])])).toEqual([
        ['by_line', '1', ['632500', 'fda'], ['630000', 'aic']],
      ]);
      const said: string[] = [];
      for (const indicator of toys) {
        const { facts, statements } = indicatorSql(
          catalogue,
          indicator,
          '2017',
          world.asOf,
          qinghai.profile.deadlines.rules,
        );
        for (const sql of facts) await db.run(sql);
        const given: Record<string, number> = {};
        for (const { sql } of statements) Object.assign(given, (await db.rows(sql))[0]);
        const {
          numerator,
          denominator,
          amounts = [],
        } = table.counts('province', '630000', indicator.id, quartersOf('2017'));
        const sums = Object.fromEntries(amounts.map((sum, i) => [`sum${i}`, sum]));
        expect({ of: indicator.id, numerator, ...given }).toEqual({
          of: indicator.id,
          numerator,
          denominator,
          ...sums,
        });
        const { value } = measureOf(indicator).of({ numerator, denominator, amounts, undated: 0 });
        said.push(`${indicator.id} ${value === null ? '无' : measureOf(indicator).said(value)}`);
      }
      expect(said).toEqual([
        'checked 3 户次',
        'fines 0.3 元',
        'weights 6 千克',
        'fine_by_weight 0.07 元/千克',
        'items_each 3 种/户次',
        'found 100.00%',
        'again 50.00%',
        'to_case 33.33%',
        'covered 50.00%',
        'twice 50.00%',
        'stalls 40 个',
        'wholes_sum 5 项',
        'by_county_sum 3 项',
        'by_line_sum 6 项',
        'line_numbers 100.00%',
      ]);
    });
  });
});
