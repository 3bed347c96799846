import type { Day } from '../../src/domain/day';
import type { Office } from '../../src/domain/office';
import type { Place } from '../../src/domain/place';
import type { Department } from '../../src/domain/profile';
import { COUNTY_WEIGHTS, PREFECTURE_WEIGHTS } from './places';
import type { Random } from './random';
import type { SamplePlan, UnitPlan } from './units';
import { DEPARTMENT_WORDS } from './wording';

/** A row as text by field name; dates are ISO until the file is spelled. Missing fields are blank. */
export type Row = Record<string, string>;

/** One case with its whole life, past the submissions in which parts of it show. */
export interface SampleCase {
  id: string;
  /** Received, or decided: the day that puts it into a quarter. */
  firstDay: Day;
  /** The case as it stood at the end of `day`. */
  at(day: Day): Row;
  /** Whether an office would carry it forward: something is still to come, or is owed. */
  openAt(day: Day): boolean;
}

/** Between a value at quality 0 and one at quality 1. */
export const between = (low: number, high: number, quality: number): number => low + (high - low) * quality;

const isDepartment = (unit: UnitPlan): boolean => !/^\d/.test(unit.id);

/** Where a case of this unit lies: mostly in a county, some at the prefecture or the province itself. */
export function drawPlace({ regions }: Office, unit: UnitPlan, random: Random): Place {
  const province = isDepartment(unit);
  if (province && random.chance(0.12)) return regions.province;
  const prefecture = province
    ? random.weighted(Object.entries(PREFECTURE_WEIGHTS).map(([code, weight]) => [code, weight] as const))
    : unit.id;
  if (random.chance(0.06)) return regions.place(prefecture);
  const counties = regions.counties.filter((c) => c.prefecture === prefecture);
  return random.weighted(counties.map((c) => [c as Place, COUNTY_WEIGHTS[c.code] ?? 0] as const));
}

/** @param as whose weights: those who punish inspect too, and keep the goods */
export function drawDepartment(
  { departments }: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  as: 'complaints' | 'penalties',
  random: Random,
): Department {
  if (isDepartment(unit)) return departments.get(unit.id);
  const id = random.weighted(plan.departments.map((d) => [d, DEPARTMENT_WORDS[d]?.[as] ?? 0] as const));
  return departments.get(id);
}

/** Quality (0…1) with which a case is handled: of the unit at that time, its department and, a little, its county. */
export function qualityOf(year: number, unit: UnitPlan, department: string, place: Place, day: Day): number {
  const [january, december] = unit.quality;
  const month = day < `${year}` ? 0 : Number(day.slice(5, 7)) - 1;
  const ofDepartment = isDepartment(unit) ? 0 : (DEPARTMENT_WORDS[department]?.quality ?? 0);
  const ofCounty = (((Number(place.code) * 7) % 13) - 6) / 150;
  return Math.min(0.99, Math.max(0.05, between(january, december, month / 11) + ofDepartment + ofCounty));
}

/** Name of a unit as its case numbers carry it: 海南, 工商. */
export function unitLabel({ profile, departments }: Office, { mark }: SamplePlan, unit: UnitPlan): string {
  const prefecture = profile.regions.prefectures.find((p) => p.code === unit.id);
  return `${prefecture ? prefecture.short.replace(/[州市]$/, '') : departments.get(unit.id).name}${mark}`;
}

/** The days that lie by `day`; later ones are blank. */
export const known = (event: Day | null, day: Day): Day => (event !== null && event <= day ? event : '');
