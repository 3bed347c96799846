import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { Tabulation } from '../../domain/cells';
import { groupById } from '../../domain/office';
import { quartersOf } from '../../domain/period';
import { GONGHE, HAINAN, halfYear, office, table, XINING } from '../../ui/testing/assessedUnits';
import {
  allDepartmentParts,
  countyParts,
  departmentParts,
  type Part,
  placeParts,
  prefectureParts,
  wholePart,
} from './breakdown';

const figureOf = (part: Part | undefined, indicator: string) => part?.figures.find((f) => f.indicator === indicator);
const closure = (part: Part | undefined) => {
  const figure = figureOf(part, 'closure_on_time');
  return figure && [figure.numerator, figure.denominator];
};
const sum = (parts: Part[]) =>
  parts.map(closure).reduce<number[]>((s, c) => [(s[0] ?? 0) + (c?.[0] ?? 0), (s[1] ?? 0) + (c?.[1] ?? 0)], [0, 0]);
const hainan = wholePart(catalogue, table, { level: 'prefecture', id: HAINAN, name: '海南州' }, halfYear, '合计');

describe('counties of a prefecture', () => {
  const parts = countyParts(office, table, HAINAN, halfYear);

  it('are all listed, those without a case too', () => {
    expect(parts.filter((p) => !p.address.own)).toHaveLength(5);
    expect(closure(parts.find((p) => p.address.id === GONGHE))).toEqual([8, 11]);
  });

  it('leave over 市州本级, whose rows can be asked for', () => {
    const own = parts.at(-1);
    expect(own).toMatchObject({
      name: '海南藏族自治州本级',
      address: { level: 'prefecture', id: HAINAN, own: true },
      attention: [{ count: 1, undated: 0 }],
    });
    expect(closure(own)).toEqual([1, 2]);
    expect(figureOf(own, 'handling_days')).toMatchObject({ denominator: 1, median: 20 });
  });

  it('add up to the prefecture', () => {
    expect(sum(parts)).toEqual(closure(hainan));
    expect(parts.reduce((n, p) => n + (p.attention[0]?.count ?? 0), 0)).toBe(hainan.attention[0]?.count);
  });

  it('leave nothing over where every case has a county', () => {
    expect(countyParts(office, table, XINING, halfYear).every((p) => !p.address.own)).toBe(true);
  });
});

describe('departments within a prefecture', () => {
  const parts = departmentParts(office, table, HAINAN, halfYear);

  it('are those with cases there, and add up to it', () => {
    expect(parts.map((p) => p.address.department)).toEqual(['aic', 'fda']);
    expect(sum(parts)).toEqual(closure(hainan));
  });

  it('ask for their rows within the prefecture', () => {
    expect(parts[0]?.address).toEqual({ level: 'prefecture', id: HAINAN, department: 'aic' });
  });
});

describe('prefectures of a department', () => {
  const parts = prefectureParts(office, table, 'aic', halfYear);

  it('are those with its cases, then 省本级', () => {
    expect(parts.map((p) => p.name)).toEqual(['西宁市', '海南藏族自治州', '果洛藏族自治州', '省本级']);
    expect(parts.at(-1)?.address).toEqual({ level: 'province', id: '630000', own: true, department: 'aic' });
    expect(closure(parts[1])).toEqual([9, 13]);
  });

  it('add up to the department', () => {
    const aic = wholePart(catalogue, table, { level: 'department', id: 'aic', name: '工商' }, halfYear, '合计');
    expect(sum(parts)).toEqual(closure(aic));
  });
});

it('lists every prefecture and 省本级, which add up to the province', () => {
  const parts = placeParts(office, groupById(office, 'prefectures'), table, halfYear);
  expect(parts.map((p) => p.name).slice(-2)).toEqual(['海西蒙古族藏族自治州', '省本级']);
  expect(parts).toHaveLength(9);
  const province = wholePart(catalogue, table, { level: 'province', id: '630000', name: '青海省' }, halfYear, '全省');
  expect(sum(parts)).toEqual(closure(province));
});

it('lists only the departments that have cases', () => {
  expect(allDepartmentParts(office, table, halfYear).map((p) => p.address.id)).toEqual(['aic', 'fda']);
});

it('lists a part that has nothing but cases that cannot be dated', () => {
  const undated = [
    { indicator: 'closure_on_time' as const, quarter: 8107, place: GONGHE, department: 'fda', count: 2 },
  ];
  const late = new Tabulation({ cells: [], durations: [], undated }, office.regions, office.profile.zones);
  const [fda, ...others] = departmentParts(office, late, HAINAN, { period: '2026', quarters: quartersOf('2026') });
  expect(others).toEqual([]);
  expect(fda?.figures.find((f) => f.indicator === 'closure_on_time')).toMatchObject({ value: null, undated: 2 });
});
