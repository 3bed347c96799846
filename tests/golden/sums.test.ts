import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeInFolder } from '../../scripts/assess/takeInFolder';
import { areasOf, assess } from '../../src/assessment/assess';
import { ownArea, ownFigure } from '../../src/assessment/own';
import { Tabulation } from '../../src/domain/cells';
import { officeIn } from '../../src/domain/officeIn';
import { periodsOfYear, quartersOf } from '../../src/domain/period';
import { schemeOf } from '../../src/domain/scheme';
import { effectiveSubmissions } from '../../src/domain/submission';
import type { Engine } from '../../src/engine/engine';
import { cellsAt } from '../../src/workspace/cellsAt';
import { evaluate } from '../oracle/evaluate';
import { histogramsOf } from '../support/bars';
import { qinghai } from '../support/profile';
import { readSample } from './read-sample';

const FOLDER = fileURLToPath(new URL('../../datasets/qinghai-2017-sample', import.meta.url));
const AS_OF = '2018-01-10';
const { regions, profile } = qinghai;
const { code: PROVINCE } = regions.province;

/** What the page lists below 全省 and below each prefecture, as the assessment and `ownFigure` have it. */
function sums(table: Tabulation, period: string) {
  const { indicators } = assess({
    office: qinghai,
    scheme: schemeOf(profile.scheme, 2017),
    period,
    asOf: AS_OF,
    table,
    submissions: effectiveSubmissions([]),
  });
  const of = (level: string, id: string, indicator: string) =>
    indicators.find((v) => v.level === level && v.id === id && v.indicator === indicator && v.period === period);
  const wholes = [
    { level: 'province', id: PROVINCE, part: 'prefecture', parts: regions.prefectures.map((p) => p.code) },
    ...regions.prefectures.map((p) => ({
      level: 'prefecture',
      id: p.code,
      part: 'county',
      parts: regions.counties.filter((c) => c.prefecture === p.code).map((c) => c.code),
    })),
  ];
  return wholes.flatMap(({ level, id, part, parts }) =>
    officeIn(qinghai, period).catalogue.indicators.map((indicator) => {
      const rows = [
        ...parts.map((code) => of(part, code, indicator.id)),
        ownFigure(qinghai, table, ownArea(qinghai, id), indicator.id, period),
      ];
      const sum = (pick: 'numerator' | 'denominator') => rows.reduce((n, v) => n + (v?.[pick] ?? 0), 0);
      const whole = of(level, id, indicator.id);
      return {
        of: `${id} ${indicator.id}`,
        listed: [sum('numerator'), sum('denominator')],
        whole: [whole?.numerator ?? 0, whole?.denominator],
      };
    }),
  );
}

describe.each(['the engine', 'the oracle'])('rows and 本级 add up to the whole, by %s', (by) => {
  let engine: Engine;
  let table: Tabulation;
  beforeAll(async () => {
    const folder = await takeInFolder(qinghai, FOLDER);
    engine = folder.engine;
    const counted = await cellsAt(qinghai, engine, folder.submissions, AS_OF);
    const files = await readSample(qinghai, FOLDER);
    const latest = new Map(
      [...files].sort((a, b) => a.version - b.version).map((f) => [[f.unit, f.period, f.ledger].join(), f]),
    );
    const own = evaluate([...latest.values()], qinghai, AS_OF);
    const set = by === 'the engine' ? counted : { ...own, durations: histogramsOf(own.durations) };
    table = new Tabulation(set, regions, profile.zones);
  });
  afterAll(() => engine?.close());

  it.each(periodsOfYear(2017))('%s, every indicator', (period) => {
    const found = sums(table, period);
    for (const { of, listed, whole } of found) expect(listed, of).toEqual(whole);
    expect(found).toHaveLength(9 * officeIn(qinghai, period).catalogue.indicators.length);
  });

  it('is no empty sum: 省本级 holds cases of its own', () => {
    const own = table.own(PROVINCE, 'disclosure_rate', quartersOf('2017'));
    expect(own.denominator).toBeGreaterThan(0);
    expect(own.denominator).toBeLessThan(
      table.counts('province', PROVINCE, 'disclosure_rate', quartersOf('2017')).denominator,
    );
  });
});

it('names what is no unit, and lists it nowhere among the areas of the document', () => {
  expect(ownArea(qinghai, PROVINCE)).toEqual({ level: 'province', id: PROVINCE, name: '省本级', own: true });
  expect(ownArea(qinghai, '632500').name).toBe('海南藏族自治州本级');
  expect(areasOf(qinghai).some((a) => 'own' in a)).toBe(false);
});
