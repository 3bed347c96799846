import { expect, it } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import type { FoundProblem } from '../../domain/problems';
import { type TypedColumn, unpacked } from '../../domain/typedRows';
import { nodeReader } from '../node/reader';
import { BATCH_ROWS } from '../sheet';

const HEADER = '编号,类型,县区,承办部门,接收日期';
const row = (id: number, county = '海晏县', day = '2017-03-05') => `T-${id},投诉,${county},工商,${day}`;

/** The places of the accepted rows, and the errors as `row code`, where 同上 was said to be the row above. */
async function read(...rows: string[]) {
  const places: (string | undefined)[] = [];
  const problems: FoundProblem[] = [];
  const file = new Blob([[HEADER, ...rows, ''].join('\n')]);
  const request = {
    unit: '632200',
    period: '2017Q1',
    receivedOn: null,
    ledger: null,
    namedLedger: null,
    answers: { same_as_above: 'above' },
  } as const;
  await nodeReader(qinghai).read(file, request, {
    rows: async (_, __, { rows, columns }) => {
      const { codes, texts } = columns.place as Extract<TypedColumn, { kind: 'text' }>;
      const all = unpacked(texts);
      for (let r = 0; r < rows; r++) places.push(all[codes[r] as number]);
    },
    problems: async (_, found) => void problems.push(...found),
    restart: () => Promise.reject(new Error('no long ids here')),
  });
  const errors = problems.filter((p) => p.row !== null).map((p) => `${p.row} ${p.code}`);
  return { places, errors };
}

it('is the row above, through several rows', async () => {
  expect(await read(row(1), row(2, '刚察县'), row(3, '同上'), row(4, '〃'))).toEqual({
    places: ['632223', '632224', '632224', '632224'],
    errors: [],
  });
});

it('takes over what is wrong with the value above', async () => {
  expect(await read(row(1, '共和县'), row(2, '同上'), row(3, '某县'), row(4, '同上'), row(5))).toEqual({
    places: ['632223'],
    errors: ['2 county_outside_unit', '3 county_outside_unit', '4 unknown_county', '5 unknown_county'],
  });
  expect((await read(row(1, '海晏县', '2003-12-31'), row(2, '海晏县', '同上'))).errors).toEqual([
    '2 date_beyond_calendar',
    '3 date_beyond_calendar',
  ]);
});

it('is missing where there is no row above, or a blank one', async () => {
  expect((await read(row(1, '同上'), row(2, ''), row(3, '同上'))).errors).toEqual([
    '2 required_missing',
    '3 required_missing',
    '4 required_missing',
  ]);
});

it('is the last row of the batch before for the first of a batch', async () => {
  const rows = Array.from({ length: 2 * BATCH_ROWS }, (_, i) => row(i, i === BATCH_ROWS - 2 ? '刚察县' : '海晏县'));
  rows[BATCH_ROWS - 1] = row(BATCH_ROWS - 1, '同上');
  const { places, errors } = await read(...rows);
  expect(errors).toEqual([]);
  expect(places).toHaveLength(2 * BATCH_ROWS);
  expect(places.flatMap((p, i) => (p === '632224' ? [i] : []))).toEqual([BATCH_ROWS - 2, BATCH_ROWS - 1]);
});
