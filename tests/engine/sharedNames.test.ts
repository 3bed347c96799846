import { expect, it } from 'vitest';
import { nodeReader } from '../../src/intake/node/reader';
import { enterFiles } from '../../src/workspace/enterFile';
import { sharedNames } from '../support/sharedNames';
import { submissionOf } from '../support/submission';
import { fileOf, HEADER, openedEngine } from './clerk';

const office = sharedNames();
const { db, engine } = await openedEngine(office);

/** Units, each with the county texts of its file and the codes they stand for; null: kept aside. */
const FILES: [unit: string, [text: string, code: string | null][]][] = [
  [
    '220100',
    [
      ['鼓楼区', '220102'],
      ['吉林市鼓楼区', null],
      ['东山', '220106'],
    ],
  ],
  [
    '220200',
    [
      ['鼓楼区', '220202'],
      ['鼓楼', '220202'],
      ['东山', '220203'],
      ['吉林', '220200'],
    ],
  ],
  ['220300', [['鼓楼区', null]]],
  [
    'aic',
    [
      ['鼓楼区', null],
      ['长春市鼓楼区', '220102'],
      ['长白县', '220623'],
    ],
  ],
];

it('reads a shared name by the file that it stands in, of many files at once', async () => {
  const files = FILES.map(([unit, rows], i) =>
    fileOf(
      i + 1,
      `${HEADER}\n${rows.map(([text], r) => `T-${r},投诉,${text},工商,2017-03-05\n`).join('')}`,
      {},
      `2017Q1_${unit}_complaints.csv`,
    ),
  );
  const taken = await enterFiles(office, engine, nodeReader(office), files);
  expect(taken.map((t) => 'read' in t && t.read[0]?.submission.rowsAccepted)).toEqual(
    FILES.map(([, rows]) => rows.filter(([, code]) => code).length),
  );
  const held = await db.rows('SELECT submission AS file, complaint_id AS id, place FROM complaints ORDER BY 1, 2');
  expect(held.map((r) => [r.file, r.id, r.place])).toEqual(
    FILES.flatMap(([, rows], f) => rows.flatMap(([, code], r) => (code ? [[f + 1, `T-${r}`, code]] : []))),
  );

  await engine.setCurrent(
    FILES.map(([unit], i) => ({
      key: i + 1,
      submission: submissionOf({ id: i + 1, unit, period: '2017Q1', file: `${i}` }),
    })),
  );
  const { rows } = await engine.problems({}, 0, 100);
  expect(rows.map((p) => [p.file, p.row, p.code])).toEqual([
    ['0', 3, 'county_outside_unit'],
    ['2', 2, 'ambiguous_county'],
    ['3', 2, 'ambiguous_county'],
  ]);
  expect(rows[2]?.message).toBe(
    '「县区」的值「鼓楼区」是几个地方共用的名称：长春市鼓楼区、吉林市鼓楼区，无法确定是哪一个。请在名称前写明上级地区，或填写6位区划代码。',
  );
});
