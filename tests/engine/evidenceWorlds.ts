import fc from 'fast-check';
import type { FigureQuestion } from '../../src/domain/evidence';
import { officeOf } from '../../src/domain/office';
import { readProfile } from '../../src/domain/readProfile';
import type { Submission } from '../../src/domain/submission';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { CountingRows } from '../../src/engine/submissionRows';
import { countedInWorlds, type TextWorld, textWorld } from '../oracle/arbitrary';
import { catalogue } from '../support/catalogue';
import { profileFiles } from '../support/profile';
import { accepted, fileOf } from './clerk';

/** What is counted over the cases that are held here. */
export const COUNTED = countedInWorlds();
export const AS_OF = '2018-01-10';
/** To what the random texts raise. */
const ANSWERS = { two_digit_year: '20yy', same_as_above: 'above' } as const;
const quoted = (cell: string | null | undefined): string => `"${(cell ?? '').replaceAll('"', '""')}"`;

/**
 * The profile with counties that join and leave their zones in the course of 2017, in the middle of a quarter too; a county
 * that is merged into another, and a department into another, in the course of it.
 */
export const office = officeOf(
  readProfile(
    catalogue,
    (() => {
      const files = profileFiles();
      for (const zone of files.zones.zones)
        zone.members = zone.members.map((m: object, i: number) => ({
          ...m,
          ...[{ from: null, to: '2017-07' }, { from: '2017-05' }, {}, { from: '2017-03', to: '2017-09' }][i % 4],
        }));
      const county = (code: string) => files.regions.counties.find((c: { code: string }) => c.code === code);
      const [gone, left] = [county('630103'), county('630102')];
      gone.history = [{ code: gone.code, name: gone.name, from: null, to: '2017-05' }];
      left.history = [{ code: left.code, name: left.name, from: '2017-05', to: null, mergedWith: [gone.code] }];
      left.history.unshift({ code: left.code, name: left.name, from: null, to: '2017-05' });
      const fda = files.departments.departments.find((d: { id: string }) => d.id === 'fda');
      fda.history = [{ name: fda.name, office: fda.office, reports: true, from: null, to: '2017-08' }];
      fda.successor = 'quality';
      return files;
    })(),
  ),
  catalogue,
);

/** An engine that holds the submissions of some random worlds: of each unit, period and ledger the last. */
export async function holding(worlds: readonly TextWorld[]): Promise<{ engine: Engine; kept: Submission[] }> {
  const engine = await Engine.start(await openNodeDatabase({ threads: 1 }), office);
  const kept: Submission[] = [];
  const byKey = new Map(worlds.flatMap((w) => w.submissions).map((s) => [`${s.unit}|${s.period}|${s.ledger}`, s]));
  const counting: CountingRows[] = [];
  for (const [i, { unit, period, ledger, rows }] of [...byKey.values()].entries()) {
    const names = catalogue.ledger(ledger).fields.map((f) => f.name);
    const text = [names.join(','), ...rows.map((row) => names.map((n) => quoted(row[n])).join(',')), ''].join('\n');
    const file = fileOf(i + 1, text, { unit, period, ledger, answers: ANSWERS }, `${period}_${unit}_${ledger}.csv`);
    const taken = await accepted(engine, file, i + 1);
    kept.push(taken.submission);
    counting.push(taken);
  }
  await engine.setCurrent(counting);
  return { engine, kept };
}

export const question = (more: Partial<FigureQuestion>): FigureQuestion => ({
  indicator: 'acceptance_on_time',
  side: 'denominator',
  level: 'province',
  id: '630000',
  period: null,
  asOf: AS_OF,
  ...more,
});
/** A random year, the same every time: some units, periods that overlap, cases carried forward. */
export const holdingYear = () => holding(fc.sample(textWorld(office, 60), { seed: 2017, numRuns: 8 }));
