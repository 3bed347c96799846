import { expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { documentOf } from '../../src/assessment/document';
import { Tabulation } from '../../src/domain/cells';
import { fileProblem } from '../../src/domain/problems';
import { schemeOf } from '../../src/domain/scheme';
import { effectiveSubmissions, type Submission } from '../../src/domain/submission';
import { assessmentWorkbook } from '../../src/report/workbook';
import { cellsAt } from '../../src/workspace/cellsAt';
import { enterFiles } from '../../src/workspace/enterFile';
import { HeldRows } from '../../src/workspace/heldRows';
import { qinghai } from '../support/profile';
import { fileOf, HEADER, openedEngine, reader, row } from './clerk';

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

const { engine } = await openedEngine();

/** The files taken in in this order: the whole document as text, and the lists and exports that page and command line make. */
async function told(files: readonly (readonly [string, string])[]): Promise<{ document: string; lists: object }> {
  const toEnter = files.map(([path, text], i) => fileOf(i + 1, text, { receivedOn: RECEIVED.get(path) }, path));
  const outcomes = await enterFiles(qinghai, engine, reader, toEnter);
  const held = new HeldRows(engine);
  const submissions: Submission[] = [];
  const refused = outcomes.flatMap((outcome, i) => {
    if ('read' in outcome)
      for (const { key, submission } of outcome.read) {
        submissions.push({ ...submission, id: i + 1 });
        held.add(i + 1, key);
      }
    if (!('refused' in outcome)) return [];
    const { code, facts } = outcome.refused;
    const file = toEnter[i]?.path ?? '';
    return [{ file, sha256: '0'.repeat(64), problem: fileProblem(file, code, facts) }];
  });
  await held.settle(submissions);
  const table = new Tabulation(
    await cellsAt(qinghai, engine, submissions, AS_OF),
    qinghai.regions,
    qinghai.profile.zones,
  );
  const question = { office: qinghai, scheme: schemeOf(qinghai.profile.scheme, 2017), period: PERIOD, asOf: AS_OF };
  const assessment = assess({ ...question, table, submissions: effectiveSubmissions(submissions) });
  const { rows } = await engine.problems({}, 0, 1000);
  const { groups } = await engine.problemGroups({}, 0, 1000);
  const cases: object[] = [];
  for (const indicator of ['acceptance_on_time', 'disclosure_rate'] as const)
    for (const sort of [undefined, { column: 'county', descending: true }]) {
      const { level, id } = { level: 'province', id: '630000' } as const;
      const asked = { indicator, side: 'denominator', level, id, period: null, asOf: AS_OF, sort } as const;
      const page = await engine.evidence(asked, 0, 1000);
      // The number of a submission is that of its intake; its name is not.
      cases.push(page.rows.map(({ submission: _, ...row }) => row));
    }
  await held.settle([]);
  const scheme = schemeOf(qinghai.profile.scheme, 2017);
  const workbook = await assessmentWorkbook({
    office: qinghai,
    scheme,
    assessment,
    own: [],
    submissions,
    // By submission, as the page asks for them.
    problems: new Map(submissions.map((s) => [s.id, groups.filter((g) => g.file === s.file)])),
    outstanding: [],
    sample: false,
    madeAt: '2018-01-12 09:30',
  });
  return {
    document: JSON.stringify(documentOf(assessment, submissions, refused, rows), null, 1),
    lists: {
      problems: [...rows, ...groups].map(({ submission: _, ...p }) => p),
      cases,
      workbook: Buffer.from(await workbook.arrayBuffer()).toString('base64'),
    },
  };
}

it('gives the same assessment, lists and workbook to the last character in whatever order the files come', async () => {
  const inOrder = await told(FILES);
  const document = JSON.parse(inOrder.document);
  expect(document.submissions.map((s: { status: string }) => s.status).sort()).toEqual([
    'current',
    'current',
    'current',
    'current',
    'current',
    'refused',
    'refused',
    'superseded',
  ]);
  expect(document.problems.length).toBeGreaterThan(5);
  expect(await told([...FILES].reverse())).toEqual(inOrder);
  expect(await told([...FILES.slice(3), ...FILES.slice(0, 3)])).toEqual(inOrder);
});
