import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { assessFolder } from '../../scripts/assess/run';
import type { AssessmentDocument } from '../../src/assessment/document';
import type { Cell } from '../../src/domain/cells';
import { addDays } from '../../src/domain/day';
import { quarterOfDay } from '../../src/domain/period';
import { schemeOf } from '../../src/domain/scheme';
import { evaluate } from '../oracle/evaluate';
import { qinghai } from '../support/profile';
import { readSample, type SampleFile } from './read-sample';
import { type GoldenUnit, scoreUnits } from './score';

/*
 * The sample's ranking and score sheets, as worked out by the row-by-row oracle and a scorer of its own. What is kept in
 * qinghai-2017-sample.json moves only with a reason: GOLDEN=write npx vitest run tests/golden writes it anew.
 */
const GOLDEN = fileURLToPath(new URL('qinghai-2017-sample.json', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../datasets/qinghai-2017-sample', import.meta.url));
const AS_OF = '2018-01-10';
const YEAR = 2017;
const LEDGERS = ['complaints', 'penalties'];

const { profile } = qinghai;
const scheme = schemeOf(profile.scheme, YEAR);
type Golden = Record<'prefectures' | 'departments', GoldenUnit[]>;

/** Of each unit, period and ledger the file of the highest version. */
function counting(files: readonly SampleFile[]): SampleFile[] {
  const latest = new Map<string, SampleFile>();
  for (const f of files) {
    const key = [f.unit, f.period, f.ledger].join();
    if (f.version >= (latest.get(key)?.version ?? 0)) latest.set(key, f);
  }
  return [...latest.values()];
}

/** 报送及时率 of the quarters whose deadline lies in the year: received by the tenth day after the quarter, or the next working day. */
function punctuality(files: readonly SampleFile[]): Cell[] {
  const units = [
    ...profile.regions.prefectures.map((p) => ({ id: p.code, place: p.code, department: '' })),
    ...profile.departments.departments.flatMap((d) =>
      d.reports ? [{ id: d.id, place: profile.regions.province.code, department: d.id }] : [],
    ),
  ];
  return ['03-31', '06-30', '09-30'].flatMap((end, q) => {
    let due = addDays(`${YEAR}-${end}`, 10);
    while (!qinghai.calendar.isWorkingDay(due)) due = addDays(due, 1);
    return units.flatMap(({ id, place, department }) =>
      LEDGERS.flatMap((ledger): Cell[] => {
        const days = files
          .filter((f) => f.unit === id && f.ledger === ledger && f.period === `${YEAR}Q${q + 1}`)
          .map((f) => f.receivedOn ?? null);
        const numerator = days.some((day) => day !== null && day <= due) ? 1 : 0;
        // A file whose day nobody wrote down counts neither as in time nor as late.
        if (numerator === 0 && days.includes(null)) return [];
        const quarter = quarterOfDay(due);
        return [{ indicator: 'submission_on_time', quarter, place, department, numerator, denominator: 1 }];
      }),
    );
  });
}

async function workedOut(): Promise<Golden> {
  const files = await readSample(qinghai, FOLDER);
  const effective = counting(files);
  const { cells, durations } = evaluate(effective, qinghai, AS_OF);
  const ofYear = (c: { quarter: number }) => Math.floor(c.quarter / 4) === YEAR;
  const all = [...cells, ...punctuality(files)].filter(ofYear);
  const bars = durations.filter(ofYear);
  const prefectureOf = new Map(profile.regions.counties.map((c) => [c.code, c.prefecture]));
  return {
    prefectures: scoreUnits(
      scheme,
      'prefectures',
      profile.regions.prefectures.map(({ code }) => ({
        id: code,
        holds: ({ place }) => place === code || prefectureOf.get(place) === code,
        assessed: effective.some((f) => f.unit === code && f.period.startsWith(`${YEAR}`)),
      })),
      all,
      bars,
    ),
    departments: scoreUnits(
      scheme,
      'departments',
      profile.departments.departments.map(({ id }) => ({ id, holds: (c) => c.department === id, assessed: true })),
      all,
      bars,
    ),
  };
}

const asGolden = (d: AssessmentDocument, group: keyof Golden): GoldenUnit[] =>
  d.ranking
    .filter((r) => r.group === group)
    .map(({ id, rank, score, grade }) => ({
      id,
      rank,
      score,
      grade,
      sheet: Object.fromEntries(
        d.scores.filter((s) => s.group === group && s.id === id).map((s) => [s.item, [s.points, s.full]]),
      ),
    }));

const byId = (units: readonly GoldenUnit[]) => Object.fromEntries(units.map((u) => [u.id, rounded(u)]));
/** Full marks to nine digits: two ways of adding differ in the sixteenth. */
const rounded = (unit: GoldenUnit) =>
  JSON.parse(JSON.stringify(unit, (_, v) => (typeof v === 'number' ? Number(v.toFixed(9)) : v)));

describe('the golden result of the sample', () => {
  let golden: Golden;
  beforeAll(async () => {
    if (process.env.GOLDEN === 'write') writeFileSync(GOLDEN, `${JSON.stringify(await workedOut(), null, 1)}\n`);
    golden = JSON.parse(readFileSync(GOLDEN, 'utf8'));
  });

  it('is what the oracle and its own scorer work out row by row', async () => {
    const own = await workedOut();
    for (const group of ['prefectures', 'departments'] as const) expect(byId(own[group])).toEqual(byId(golden[group]));
  });

  it('is what the product says', async () => {
    const document = await assessFolder({
      dir: FOLDER,
      office: qinghai,
      scheme,
      period: `${YEAR}`,
      asOf: AS_OF,
    });
    for (const group of ['prefectures', 'departments'] as const)
      expect(byId(asGolden(document, group))).toEqual(byId(golden[group]));
  });
});
