import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { takeInFolder } from '../../scripts/assess/takeInFolder';
import { addDays, type Day } from '../../src/domain/day';
import type { Office } from '../../src/domain/office';
import { nodeReader } from '../../src/intake/node/reader';
import { enterFile } from '../../src/workspace/enterFile';
import { fileOf, openedEngine } from '../engine/clerk';
import { xiamen } from '../support/profile';
import { cellLines, countedRow, type PlainRow, productLines } from './moreLedgers';

/** The rows of a sample file by field, places and departments as the office knows them. */
function rowsOf(office: Office, ledgerId: string, file: string): PlainRow[] {
  const bytes = readFileSync(file);
  const text = new TextDecoder(
    /[\u0080-\uffff]/.test(bytes.toString('latin1')) && isGbk(bytes) ? 'gb18030' : 'utf-8',
  ).decode(bytes);
  const ledger = office.catalogue.ledger(ledgerId);
  const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  return data.map((cells) => {
    const row: Record<string, string> = {};
    for (const field of ledger.fields) {
      // The sample is headed 县区, which the office's own catalogue has beside 区.
      const header = field.headers.find((h) => cells[h] !== undefined);
      const cell = header === undefined ? '' : (cells[header] as string);
      row[field.name] = field.type === 'date' ? isoOf(cell) : cell;
    }
    const place = office.regions.match(row.county ?? '');
    if (!place || !('place' in place)) throw new Error(`no place: ${row.county}`);
    const department = office.departments.match(row.department ?? '');
    if (!department || !('department' in department)) throw new Error(`no department: ${row.department}`);
    return { ...row, county: place.place.code, department: department.department.id };
  });
}

const isGbk = (bytes: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
};

function isoOf(text: string): string {
  const parts = text.match(/\d+/g);
  return parts ? parts.map((p, i) => p.padStart(i ? 2 : 4, '0')).join('-') : '';
}

it.each([
  ['xiamen-2016-sample', '2017-01-10', ['market']],
  ['xiamen-2016-sample', '2016-08-31', ['market']],
] as const)('%s is counted by the SQL as row by row, at %s', async (folder, asOf, published) => {
  const office = xiamen;
  const at = fileURLToPath(new URL(`../../datasets/${folder}`, import.meta.url));
  const { engine, submissions, problems, refused } = await takeInFolder(office, at);
  expect([problems, refused]).toEqual([[], []]);
  expect(submissions.length).toBe(readdirSync(at).length - 1);
  const counts = submissions.flatMap(({ ledger, file }) =>
    rowsOf(office, ledger, `${at}/${file}`).flatMap((row) =>
      countedRow(ledger, row, { asOf, calendar: office.calendar, published }),
    ),
  );
  const counted = cellLines(counts);
  expect(counted.length).toBeGreaterThan(20);
  expect(productLines((await engine.cells(asOf)).cells)).toEqual(counted);
  await engine.close();
});

const START = '2016-01-01';
const blankable = (days: fc.Arbitrary<Day>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: days }, { weight: 1, arbitrary: fc.constant('') });
const dayFrom = (from: Day, most: number): fc.Arbitrary<Day> =>
  fc.integer({ min: 0, max: most }).map((n) => addDays(from, n));
const area = {
  county: fc.constantFrom('350203', '350206', '350200', 'ftz'),
  department: fc.constantFrom('market', 'quality'),
};
const RESULTS = [
  '未发现问题',
  '发现问题已责令改正',
  '未发现开展本次抽查涉及的经营活动',
  '已关闭停业或正在组织清算',
  '不配合检查情节严重',
  '迁移注销等其他情况',
  '发现问题待后续处理',
];

const inspection = dayFrom(START, 170).chain((drawn_on) =>
  fc
    .record({
      ...area,
      drawn_on: fc.constant(drawn_on),
      due_on: blankable(dayFrom(drawn_on, 120)),
      checked_on: blankable(dayFrom(drawn_on, 90)),
      result: fc.constantFrom(...RESULTS),
    })
    .chain((row) =>
      fc.record({
        ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, fc.constant(value)])),
        result: fc.constant(row.checked_on ? row.result : ''),
        published_on: row.checked_on ? blankable(dayFrom(row.checked_on, 60)) : fc.constant(''),
      }),
    ),
) as fc.Arbitrary<PlainRow>;

const disposal = dayFrom(START, 170).chain((received_on) =>
  fc.record({
    ...area,
    goods: fc.constant('示例物品'),
    received_on: fc.constant(received_on),
    disposed_on: blankable(dayFrom(received_on, 200)),
    method: fc.constantFrom('焚烧', '拍卖', '回收利用', '填埋'),
    weight_kg: fc.constantFrom('', '0', '0.001', '1.005', '19.999', '4.35', '123456.789', '7'),
  }),
) as fc.Arbitrary<PlainRow>;

const penalty = dayFrom(START, 170).chain((filed_on) =>
  fc.record({
    ...area,
    filed_on: fc.constant(filed_on),
    decided_on: blankable(dayFrom(filed_on, 10)),
    fine_yuan: fc.constantFrom('', '0', '0.01', '1.15', '4.35', '999999.99', '8.61', '20000'),
  }),
) as fc.Arbitrary<PlainRow>;

it('so are rows at random, at any cut-off', async () => {
  const { engine } = await openedEngine(xiamen);
  const reader = nodeReader(xiamen);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        inspections: fc.array(inspection, { minLength: 1, maxLength: 25 }),
        disposals: fc.array(disposal, { minLength: 1, maxLength: 15 }),
        penalties: fc.array(penalty, { minLength: 1, maxLength: 15 }),
      }),
      dayFrom('2016-02-01', 400),
      async (world, asOf) => {
        const counting = [];
        const counts = [];
        for (const [i, [ledger, rows]] of Object.entries(world).entries()) {
          const { idField } = xiamen.catalogue.ledger(ledger);
          const named = rows.map((row, n) => ({ ...row, [idField]: `N-${n}` }));
          const text = Papa.unparse(named as object[]);
          // A department's file: its rows may lie anywhere.
          const of = { unit: 'market', period: '2016H1', ledger, receivedOn: null };
          const entered = await enterFile(xiamen, engine, reader, fileOf(i + 1, `${text}\n`, of, `${i}.csv`));
          if (!('read' in entered)) throw new Error('refused' in entered ? entered.refused.message : 'held');
          for (const { key, submission } of entered.read) {
            expect([submission.rowsAccepted, submission.rowsRejected]).toEqual([rows.length, 0]);
            counting.push({ key, submission: { ...submission, id: i + 1 } });
          }
          counts.push(
            ...rows.flatMap((row) =>
              countedRow(ledger, row, { asOf, calendar: xiamen.calendar, published: ['market'] }),
            ),
          );
        }
        await engine.setCurrent(counting);
        expect(productLines((await engine.cells(asOf)).cells)).toEqual(cellLines(counts));
        for (const { key } of counting) await engine.remove(key);
      },
    ),
    { numRuns: 40 },
  );
  await engine.close();
});
