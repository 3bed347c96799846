import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areasOf } from '../../src/assessment/assess';
import { type CellSet, Tabulation } from '../../src/domain/cells';
import type { FigureQuestion } from '../../src/domain/evidence';
import { type IndicatorId, isByDueDate } from '../../src/domain/indicators';
import { quarterPeriod, quartersOf } from '../../src/domain/period';
import { restated } from '../../src/domain/succession';
import type { Engine } from '../../src/engine/engine';
import { lastWorld } from '../oracle/arbitrary';
import { barsOf } from '../support/bars';
import { AS_OF, COUNTED, holding, holdingYear, office, question } from './evidenceWorlds';

let engine: Engine;
let cells: CellSet;
let table: Tabulation;

beforeAll(async () => {
  ({ engine } = await holdingYear());
  cells = restated(office.profile, await engine.cells(AS_OF));
  table = new Tabulation(cells, office.regions, office.profile.zones);
});
afterAll(() => engine.close());

const ALL_QUARTERS = Array.from({ length: 40 }, (_, i) => 2010 * 4 + i);

const total = async (more: Partial<FigureQuestion>): Promise<number> =>
  (await engine.evidence(question(more), 0, 1)).total;

/** All areas, of the counties and departments every sixth. */
const AREAS = areasOf(office).filter((a, i) => !['county', 'department'].includes(a.level) || i % 6 === 0);

describe('as many rows as were counted', () => {
  it('has cases of every indicator to count', () => {
    const counted = COUNTED.filter((i) => table.counts('province', '630000', i.id, ALL_QUARTERS).denominator > 0).map(
      (i) => i.id,
    );
    expect(counted).toEqual(COUNTED.map((i) => i.id));
  });

  it.each(COUNTED.map((i) => [i.id, i.measure] as const))('%s, on every side and level', async (indicator, kind) => {
    let checked = 0;
    for (const { level, id } of AREAS) {
      const { numerator, denominator } = table.counts(level, id, indicator, ALL_QUARTERS);
      if (denominator === 0 && level !== 'zone') continue;
      checked++;
      const at = { indicator, level, id };
      expect(await total({ ...at, side: 'denominator' }), `${level} ${id}`).toBe(denominator);
      if (kind === 'duration') continue;
      expect(await total({ ...at, side: 'numerator' }), `${level} ${id}`).toBe(numerator);
      expect(await total({ ...at, side: 'missing' }), `${level} ${id}`).toBe(denominator - numerator);
    }
    expect(checked).toBeGreaterThan(10);
  });

  it('省本级 and 市州本级, whole and of one department', async () => {
    let checked = 0;
    for (const { id: indicator } of COUNTED)
      for (const [level, id] of [['province', '630000'] as const, ['prefecture', '630100'] as const])
        for (const department of [undefined, 'aic']) {
          const { denominator } = table.own(id, indicator, ALL_QUARTERS, department);
          expect(await total({ indicator, level, id, own: true, department, side: 'denominator' })).toBe(denominator);
          checked += denominator;
        }
    expect(checked).toBeGreaterThan(0);
  });

  it.each(['2017', '2017H1', '2017Q2', '2017Q4', '2016Q4'])(
    'in %s, for the province and for one department of a prefecture',
    async (period) => {
      for (const { id: indicator } of COUNTED) {
        const whole = table.counts('province', '630000', indicator, quartersOf(period));
        expect(await total({ indicator, period }), indicator).toBe(whole.denominator);
        const part = table.counts('prefecture', '630100', indicator, quartersOf(period), 'aic');
        const of = { level: 'prefecture' as const, id: '630100', department: 'aic' };
        expect(await total({ indicator, period, ...of }), indicator).toBe(part.denominator);
      }
    },
  );
});

describe('a zone whose counties come and go', () => {
  const quarters = [...quartersOf('2016'), ...quartersOf('2017'), ...quartersOf('2018')];

  it('has as many rows as were counted in every quarter', async () => {
    const seen: number[] = [];
    for (const { id } of office.profile.zones.zones)
      for (const indicator of ['acceptance_on_time', 'handling_days', 'platform_entry'] as const)
        for (const quarter of quarters) {
          const { denominator } = table.counts('zone', id, indicator, [quarter]);
          const at = { indicator, level: 'zone' as const, id, period: quarterPeriod(quarter) };
          expect(await total(at), `${id} ${indicator} ${at.period}`).toBe(denominator);
          seen.push(denominator);
        }
    expect(seen.filter((n) => n > 0).length).toBeGreaterThan(30);
  });

  it('counts a county that left no longer', async () => {
    const [east] = office.profile.zones.zones;
    const gone = east?.members.filter((m) => m.to === '2017-07').map((m) => m.code) ?? [];
    const rowsOf = async (period: string) =>
      (await engine.evidence(question({ level: 'zone', id: east?.id ?? '', period }), 0, 1000)).rows;
    expect((await rowsOf('2017H1')).some((r) => gone.includes(String(r.county)))).toBe(true);
    expect((await rowsOf('2017H2')).some((r) => gone.includes(String(r.county)))).toBe(false);
    expect((await rowsOf('2017H2')).length).toBeGreaterThan(0);
  });
});

describe('cases that cannot be dated', () => {
  const BEYOND = '2027-01-10';
  const DATED = COUNTED.filter(isByDueDate).map((i) => i.id);
  let last: Engine;
  let counts: Tabulation;
  beforeAll(async () => {
    ({ engine: last } = await holding(fc.sample(lastWorld(office, 60), { seed: 2026, numRuns: 6 })));
    counts = new Tabulation(restated(office.profile, await last.cells(BEYOND)), office.regions, office.profile.zones);
  });
  afterAll(() => last.close());

  const rows = async (more: Partial<FigureQuestion>) =>
    (await last.evidence(question({ side: 'undated', asOf: BEYOND, ...more }), 0, 1)).total;

  it('are there of every indicator by due date', () => {
    const of = (id: IndicatorId) => counts.counts('province', '630000', id, quartersOf('2026')).undated;
    expect(DATED.filter((id) => of(id) > 0)).toEqual(DATED);
    expect(COUNTED.filter((i) => !isByDueDate(i) && of(i.id) > 0)).toEqual([]);
  });

  it.each(DATED)('%s: as many rows as were counted apart, in every area and period', async (indicator) => {
    let seen = 0;
    for (const { level, id } of AREAS)
      for (const period of ['2026', '2026H2', '2026Q4', '2026Q3', '2027Q1']) {
        const { undated } = counts.counts(level, id, indicator, quartersOf(period));
        expect(await rows({ indicator, level, id, period }), `${level} ${id} ${period}`).toBe(undated);
        if (period === '2026Q3') expect(undated).toBe(0);
        else seen += undated;
      }
    expect(seen).toBeGreaterThan(0);
    const { undated } = counts.counts('prefecture', '630100', indicator, quartersOf('2026'), 'aic');
    expect(await rows({ indicator, level: 'prefecture', id: '630100', department: 'aic', period: '2026' })).toBe(
      undated,
    );
    expect(await rows({ indicator, period: null })).toBe(
      counts.counts('province', '630000', indicator, quartersOf('2027')).undated,
    );
  });

  it('are none, and counted nowhere, at a cut-off within the calendar', async () => {
    expect((await last.cells('2026-12-31')).undated).toEqual([]);
    expect(await rows({ indicator: 'closure_on_time', asOf: '2026-12-31' })).toBe(0);
  });

  it('are in no numerator and no denominator', async () => {
    for (const indicator of DATED)
      for (const side of ['numerator', 'denominator'] as const) {
        const counted = counts.counts('province', '630000', indicator, quartersOf('2026'));
        expect(await rows({ indicator, side, period: '2026' })).toBe(counted[side]);
        const { rows: found } = await last.evidence(
          question({ indicator, side, period: null, asOf: BEYOND }),
          0,
          10_000,
        );
        const due = { closure_on_time: 'closure_due', open_overdue: 'closure_due' }[indicator as string];
        if (due) expect(found.every((r) => r[due] !== null)).toBe(true);
      }
  });
});

it('counts no case of a zone, prefecture or county twice over its parts', () => {
  const sum = (level: 'prefecture' | 'county', ids: string[], id: IndicatorId) =>
    ids.reduce((n, code) => n + table.counts(level, code, id, ALL_QUARTERS).denominator, 0);
  for (const { id } of COUNTED)
    for (const p of office.profile.regions.prefectures) {
      const counties = office.profile.regions.counties.filter((c) => c.prefecture === p.code).map((c) => c.code);
      const own = cells.cells
        .filter((c) => c.indicator === id && c.place === p.code)
        .reduce((n, c) => n + c.denominator, 0);
      const ownBars = barsOf(cells.durations)
        .filter((c) => c.indicator === id && c.place === p.code)
        .reduce((n, c) => n + c.count, 0);
      expect(sum('county', counties, id) + own + ownBars).toBe(sum('prefecture', [p.code], id));
    }
});
