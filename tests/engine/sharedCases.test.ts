import { expect, it } from 'vitest';
import type { CountingRows } from '../../src/engine/submissionRows';
import { accepted, emptyEngine, fileOf, HEADER, row } from './clerk';

const { engine } = await emptyEngine();

const taken = (id: number, path: string, ...lines: string[]): Promise<CountingRows> =>
  accepted(engine, fileOf(id, [...lines, ''].join('\n'), {}, path), id);
const complaints = (id: number, unit: string, period: string, ...lines: string[]) =>
  taken(id, `${period}_${unit}_complaints.csv`, HEADER, ...lines);
const penalties = (id: number, unit: string, ...lines: string[]) =>
  taken(id, `2017Q1_${unit}_penalties.csv`, '案号,办案部门,县区,处罚决定日期', ...lines);
const shared = async () =>
  (await engine.sharedCases(0, 100)).cases.map((c) => [
    c.ledger,
    c.id,
    ...c.rows.map((r) => `${r.unit} ${r.submission}/${r.row}`),
  ]);

it('lists a case of a prefecture and a department with both rows; the figures count both', async () => {
  const kept = [
    await complaints(1, '632200', '2017Q1', row(1), row(2)),
    await complaints(2, 'aic', '2017Q1', row(7), row(2)),
  ];
  await engine.setCurrent(kept);
  expect(await engine.sharedCases(0, 100)).toEqual({
    total: 1,
    carried: [],
    cases: [
      {
        ledger: 'complaints',
        id: 'T-2',
        rows: [
          {
            unit: '632200',
            submission: 1,
            file: '2017Q1_632200_complaints.csv',
            sheet: null,
            row: 3,
            place: '632223',
            department: 'aic',
            day: '2017-03-05',
          },
          {
            unit: 'aic',
            submission: 2,
            file: '2017Q1_aic_complaints.csv',
            sheet: null,
            row: 3,
            place: '632223',
            department: 'aic',
            day: '2017-03-05',
          },
        ],
      },
    ],
  });
  const { cells } = await engine.cells('2018-01-10');
  expect(cells.find((c) => c.indicator === 'acceptance_on_time')).toMatchObject({ place: '632223', denominator: 4 });
});

it('of a unit with the case in two periods names the row that counts; one unit alone shares nothing', async () => {
  const first = await complaints(1, '632200', '2017Q1', row(1));
  const second = await complaints(2, '632200', '2017Q2', row(5), row(1));
  await engine.setCurrent([first, second]);
  expect(await engine.sharedCases(0, 100)).toEqual({ total: 0, cases: [], carried: [] });
  const other = await complaints(3, '630100', '2017Q1', 'T-1,投诉,大通县,工商,2017-03-05');
  await engine.setCurrent([first, second, other]);
  expect(await shared()).toEqual([['complaints', 'T-1', '630100 3/2', '632200 2/3']]);
});

it('compares ids in their normal form, within one ledger, among what counts', async () => {
  const kept = [
    await complaints(1, '632200', '2017Q1', ' 0003 ,投诉,海晏县,工商,2017-03-05', row(4)),
    await complaints(2, 'aic', '2017Q1', '０００３,投诉,海晏县,工商,2017-03-05'),
    await penalties(3, '632200', 'T-4,工商,海晏县,2017-03-05', '0003,工商,海晏县,2017-03-05'),
  ];
  await engine.setCurrent(kept);
  const [found] = await shared();
  expect(found?.slice(2)).toEqual(['632200 1/2', 'aic 2/2']);
  expect(await shared()).toHaveLength(1);
  await engine.setCurrent(kept.slice(1));
  expect(await shared()).toEqual([]);
});

it('comes in pages, in order of ledger and id', async () => {
  const ids = Array.from({ length: 12 }, (_, i) => row(100 + i));
  const lines = ['P-1,工商,海晏县,2017-03-05'];
  await engine.setCurrent([
    await complaints(1, '632200', '2017Q1', ...ids),
    await complaints(2, 'aic', '2017Q1', ...ids.reverse()),
    await penalties(3, '632200', ...lines),
    await penalties(4, 'aic', ...lines),
  ]);
  const whole = await engine.sharedCases(0, 100);
  expect(whole.total).toBe(13);
  expect(whole.cases.at(-1)).toMatchObject({ ledger: 'penalties', id: 'P-1' });
  const paged = [];
  for (let at = 0; at < 13; at += 5) paged.push(...(await engine.sharedCases(at, 5)).cases);
  expect(paged).toEqual(whole.cases);
});

it('finds none where no ledger is reported by two units, and all of a ledger that is beside one that is not', async () => {
  const one = [
    await complaints(31, 'aic', '2017Q1', row(1), row(2)),
    await complaints(32, 'aic', '2017Q2', row(2)),
    await penalties(33, '632200', 'P-1,工商,海晏县,2017-03-01'),
  ];
  await engine.setCurrent(one);
  expect(await engine.sharedCases(0, 100)).toEqual({ total: 0, cases: [], carried: [] });
  await engine.setCurrent([...one, await penalties(34, 'aic', 'P-1,工商,海晏县,2017-03-01')]);
  expect(await shared()).toEqual([['penalties', 'P-1', '632200 33/2', 'aic 34/2']]);
});
