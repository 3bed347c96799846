import { expect, test } from 'vitest';
import { assessment, GUOLUO, HAINAN, office, scheme, XINING } from '../../ui/testing/assessedUnits';
import { benchmarkRows } from './benchmark';

const PREFECTURES = { id: 'prefectures', level: 'prefecture' } as const;
const unit = (id: string) => ({ group: PREFECTURES, id });
const row = (id: string, indicator: string, below = 0) =>
  benchmarkRows(office, assessment, unit(id), { below }).find((r) => r.indicator.id === indicator);

test('the unit stands beside the province, which also counts 省本级', () => {
  const closure = row(HAINAN, 'closure_on_time');
  expect(closure?.own).toMatchObject({ numerator: 12, denominator: 17 });
  expect(closure?.province).toMatchObject({ numerator: 27, denominator: 34 });
});

test('the best is of the assessed units only: 果洛 has 1 of 1 and reported nothing', () => {
  expect(row(HAINAN, 'closure_on_time')?.best.map((v) => v.id)).toEqual([XINING]);
  expect(row(GUOLUO, 'closure_on_time')?.own.value).toBe(1);
});

test('of a duration the shortest is the best', () => {
  expect(row(HAINAN, 'handling_days')?.best.map((v) => [v.id, v.value])).toEqual([[XINING, 5]]);
});

test('of too few cases nobody is the best', () => {
  expect(row(HAINAN, 'handling_days', 3)?.best.map((v) => v.id)).toEqual([HAINAN]);
  expect(row(HAINAN, 'handling_days', 5)?.best).toEqual([]);
});

test('where nobody has a case nobody is the best', () => {
  expect(row(HAINAN, 'satisfaction')?.best).toEqual([]);
});

test('a department is compared with departments', () => {
  const group = { id: 'departments', level: 'department' } as const;
  const rows = benchmarkRows(office, assessment, { group, id: 'fda' }, scheme.smallN);
  const closure = rows.find((r) => r.indicator.id === 'closure_on_time');
  expect(closure?.own).toMatchObject({ level: 'department', numerator: 3, denominator: 4 });
  expect(closure?.best.map((v) => v.id)).toEqual(['aic']);
});

test('units that are level are all the best', () => {
  const levelled = {
    ...assessment,
    indicators: assessment.indicators.map((v) =>
      v.level === 'prefecture' && [XINING, HAINAN].includes(v.id) && v.indicator === 'closure_on_time'
        ? { ...v, value: 0.5 }
        : v,
    ),
  };
  const best = benchmarkRows(office, levelled, unit(XINING), scheme.smallN).find(
    (r) => r.indicator.id === 'closure_on_time',
  )?.best;
  expect(best?.map((v) => v.id).sort()).toEqual([XINING, HAINAN]);
});
