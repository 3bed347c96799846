import { assess, type IndicatorValue } from '../../src/assessment/assess';
import { cellsAt } from '../../src/assessment/cellsAt';
import { HeldRows } from '../../src/assessment/heldRows';
import { takeInFile } from '../../src/assessment/takeIn';
import { Tabulation } from '../../src/domain/cells';
import type { Office } from '../../src/domain/office';
import { periodsOfYear } from '../../src/domain/period';
import type { Scheme } from '../../src/domain/scheme';
import { Engine } from '../../src/engine/engine';
import type { Database } from '../../src/engine/port';
import type { FileReader } from '../../src/intake/read/reader';

/** Milliseconds of each part of one run, and what came out of it, to see that all peers did the same work. */
export interface Run {
  /** From the file to rows in the database. */
  takeIn: number;
  /** From rows to cells, at one cut-off. */
  cells: number;
  /** From cells to the ranking. */
  ranking: number;
  total: number;
  rows: number;
  /** Numerators and denominators of the province, by indicator. */
  result: string;
  /** 95th percentile of a change of quarter, zone, department or weight. */
  change: number;
}

const AS_OF = '2018-01-10';

/** The page's job on any database: the same intake, SQL and assessment. */
export async function job(office: Office, db: Database, reader: FileReader, file: Blob, path: string): Promise<Run> {
  const engine = await Engine.start(db, office);
  const { scheme } = office.profile;
  const t0 = performance.now();
  const taken = await takeInFile(office, engine, reader, {
    path,
    data: file,
    declared: { receivedOn: '2018-01-08' },
    at: '',
  });
  if (!('read' in taken)) throw new Error('refused' in taken ? taken.refused.message : 'held');
  const [read] = taken.read;
  if (!read) throw new Error('nothing read');
  const submission = { ...read.submission, id: 1 };
  const rows = new HeldRows(engine);
  rows.add(submission.id, read.key);
  await rows.settle([submission]);
  const t1 = performance.now();
  const set = await cellsAt(office, engine, [submission], AS_OF);
  const t2 = performance.now();
  const { regions, profile } = office;
  const table = new Tabulation(set, regions, profile.zones);
  const question = { office, asOf: AS_OF, table, submissions: [submission] };
  const { indicators } = assess({ ...question, scheme, period: '2017' });
  const t3 = performance.now();

  const changes: number[] = [];
  for (let i = 0; i < 120; i++) {
    const from = performance.now();
    const period = periodsOfYear(2017)[i % 7] as string;
    const department = profile.departments.departments[i % profile.departments.departments.length]?.id;
    // One in three filters by a department, which sums the cells anew; the others change period or weights.
    if (i % 3 === 0) new Tabulation(set, regions, profile.zones, department);
    else assess({ ...question, scheme: i % 3 === 1 ? scheme : reweighted(scheme, i), period });
    changes.push(performance.now() - from);
  }
  changes.sort((a, b) => a - b);
  return {
    takeIn: t1 - t0,
    cells: t2 - t1,
    ranking: t3 - t2,
    total: t3 - t0,
    rows: submission.rowsAccepted,
    result: provinceResult(indicators),
    change: changes[Math.floor(changes.length * 0.95)] as number,
  };
}

/** The same scheme with one item's weight moved to another. */
function reweighted(scheme: Scheme, i: number): Scheme {
  const items = scheme.groups.prefectures.map((item, k, all) =>
    k === i % all.length
      ? { ...item, weight: item.weight + 1 }
      : k === (i + 1) % all.length
        ? { ...item, weight: item.weight - 1 }
        : item,
  );
  return { ...scheme, groups: { ...scheme.groups, prefectures: items } };
}

/** The province's counts of the year by indicator, those over cases: the same for every peer. */
export const provinceResult = (indicators: readonly IndicatorValue[]): string =>
  indicators
    .filter((v) => v.level === 'province' && v.period === '2017' && v.indicator !== 'submission_on_time')
    .map((v) => `${v.indicator} ${v.numerator}/${v.denominator} ${v.median ?? ''}`)
    .join('; ');
