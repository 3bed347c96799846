import { afterAll, beforeAll, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { cellsAt } from '../../src/assessment/cellsAt';
import { documentOf } from '../../src/assessment/document';
import { HeldRows } from '../../src/assessment/heldRows';
import { fileProblem, takeInMany } from '../../src/assessment/takeIn';
import { Tabulation } from '../../src/domain/cells';
import { effectiveSubmissions, type Submission } from '../../src/domain/submission';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import { inspect } from '../../src/intake/inspect';
import { qinghai } from '../support/profile';
import { fileOf, HEADER, row } from './clerk';

const PERIOD = '2017';
const AS_OF = '2018-01-10';
const COLUMNS = `${HEADER},受理日期,办结日期,备注`;
const csv = (...rows: string[]) => [COLUMNS, ...rows].map((l) => `${l}\n`).join('');

/** Versions, a case carried forward, rows with problems, another unit, files that are refused. */
const FILES: [path: string, text: string][] = [
  ['2017Q1_632200_complaints.csv', csv(row(1, ',2017-03-06,,x'), row(2, ',,,'))],
  ['2017Q1_632200_complaints_v2.csv', csv(row(1, ',2017-03-06,2017-04-06,'), row(2, ',2017-05-06,,'), row(2, ',,,'))],
  ['2017Q2_632200_complaints.csv', csv(row(1, ',2017-03-06,2017-06-06,'), 'T-9,投诉,某县,工商,x,,,')],
  ['2017H1_632200_complaints.csv', csv(row(2, ',2017-03-07,2017-03-09,'))],
  ['2017Q1_aic_complaints.csv', csv(row(1, ',,,'), row(3, ',2017-03-06,2017-03-04,'))],
  ['2017Q1_aic_penalties.csv', '案号,办案部门,县区,处罚决定日期,公示日期\nP-1,工商,海晏县,2017-03-05,2017-03-07\n'],
  ['leer.csv', ''],
  ['2017Q1_632500_complaints.csv', `${COLUMNS}\n"T-1`],
];
const RECEIVED = new Map(FILES.map(([path], i) => [path, `2017-04-${String(i + 8).padStart(2, '0')}`]));

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start(await openNodeDatabase({ threads: 1 }), qinghai);
});
afterAll(() => engine.close());

/** The whole document of the files taken in in this order, as text. */
async function documentText(files: readonly (readonly [string, string])[]): Promise<string> {
  const toTakeIn = files.map(([path, text], i) => fileOf(i + 1, text, { receivedOn: RECEIVED.get(path) }, path));
  const outcomes = await takeInMany(qinghai, engine, (file) => inspect(file), toTakeIn);
  const held = new HeldRows(engine);
  const submissions: Submission[] = [];
  const refused = outcomes.flatMap((outcome, i) => {
    if ('key' in outcome) {
      submissions.push({ ...outcome.submission, id: i + 1 });
      held.add(i + 1, outcome.key);
    }
    if (!('refused' in outcome)) return [];
    const { code, facts } = outcome.refused;
    const file = toTakeIn[i]?.path ?? '';
    return [{ file, sha256: '0'.repeat(64), problem: fileProblem(file, code, facts) }];
  });
  await held.settle(submissions);
  const table = new Tabulation(
    await cellsAt(qinghai, engine, submissions, AS_OF),
    qinghai.regions,
    qinghai.profile.zones,
  );
  const question = { office: qinghai, scheme: qinghai.profile.scheme, period: PERIOD, asOf: AS_OF };
  const assessment = assess({ ...question, table, submissions: effectiveSubmissions(submissions) });
  const { rows } = await engine.problems({}, 0, 1000);
  await held.settle([]);
  return JSON.stringify(documentOf(assessment, submissions, refused, rows), null, 1);
}

it('gives the same assessment to the last character in whatever order the files come', async () => {
  const inOrder = await documentText(FILES);
  expect(
    JSON.parse(inOrder)
      .submissions.map((s: { status: string }) => s.status)
      .sort(),
  ).toEqual(['current', 'current', 'current', 'current', 'current', 'refused', 'refused', 'superseded']);
  expect(JSON.parse(inOrder).problems.length).toBeGreaterThan(5);
  expect(await documentText([...FILES].reverse())).toBe(inOrder);
  expect(await documentText([...FILES.slice(3), ...FILES.slice(0, 3)])).toBe(inOrder);
});
