import type { CellSet } from './cells';
import { endOf } from './eras';
import { type Period, type Quarter, quartersOf } from './period';
import type { Profile } from './profile';
import type { Span } from './zones';

/** Where what stands under a key is counted once its unit is there no longer. */
interface Successor {
  /** The first quarter of the successor. */
  from: Quarter;
  into: string;
}
type Successions = ReadonlyMap<string, Successor>;

/** Counties that were merged into others: 茫崖、冷湖 two 行委, then 茫崖市 under the key of the first. */
export const mergedCounties = ({ counties }: Profile['regions']): Successions =>
  new Map(
    counties.flatMap((county) => {
      const from = endOf(county);
      const into = counties.find((c) => c.history?.some((h) => h.mergedWith?.includes(county.code)))?.code;
      return from === null || into === undefined ? [] : [[county.code, { from, into }] as const];
    }),
  );

/** Departments whose duties went to others: 工商、质监、食药监 to 市场监管. */
export const mergedDepartments = ({ departments }: Profile['departments']): Successions =>
  new Map(
    departments.flatMap((d) => {
      const from = endOf(d);
      return from === null || d.successor === undefined ? [] : [[d.id, { from, into: d.successor }] as const];
    }),
  );

/** The unit in which what carries a key is counted in a quarter. */
export function standsIn(successions: Successions, key: string, quarter: Quarter): string {
  const successor = successions.get(key);
  return successor && quarter >= successor.from ? standsIn(successions, successor.into, quarter) : key;
}

/** A unit whose open cases another one goes on with. */
export interface Predecessor {
  unit: string;
  /**
   * Whether it cannot be told of a case in another unit's file of a period whose it was: that unit was merged into the same one on
   * another way, or this one had not come to it yet.
   */
  isRival(unit: string, period: Period): boolean;
}

/** The units whose open cases a unit goes on with in its submission of a period: those that stand in it at the period's end. */
export function predecessorsIn(successions: Successions, unit: string, period: Period): Predecessor[] {
  const merged = [...successions.keys()].filter((key) => key !== unit && isMerged(successions, key, unit, period));
  return merged.map((key) => ({
    unit: key,
    isRival: (other, at) => {
      if (other === key || leadsTo(successions, other, key)) return false;
      if (!leadsTo(successions, key, other)) return merged.includes(other);
      return (other === unit || merged.includes(other)) && !hasCome(successions, key, other, at);
    },
  }));
}

const endQuarter = (period: Period): Quarter => quartersOf(period).at(-1) as Quarter;

/** Whether a unit stands in another at the end of a period. */
const isMerged = (successions: Successions, key: string, unit: string, period: Period): boolean =>
  standsIn(successions, key, endQuarter(period)) === unit;

/** Whether a unit had been merged into another, or by way of that, by the end of a period. */
function hasCome(successions: Successions, key: string, unit: string, period: Period): boolean {
  const successor = successions.get(key);
  if (!successor || endQuarter(period) < successor.from) return false;
  return successor.into === unit || hasCome(successions, successor.into, unit, period);
}

/** Whether a unit was merged into another, at once or by way of others. */
function leadsTo(successions: Successions, key: string, unit: string): boolean {
  const into = successions.get(key)?.into;
  return into !== undefined && (into === unit || leadsTo(successions, into, unit));
}

/** A key, and the quarters in which what carries it is counted in a unit. */
export interface KeyDuring extends Span {
  key: string;
}

/** The keys that are counted in a unit, its own first, each with the quarters in which it is. */
export const keysOf = (successions: Successions, unit: string): KeyDuring[] =>
  reaching(successions, unit).filter(({ first, last }) => first === null || last === null || first <= last);

/** The same with those whose quarters are none: they may have some in a successor. */
function reaching(successions: Successions, unit: string): KeyDuring[] {
  const end = successions.get(unit);
  const last = end ? end.from - 1 : null;
  const others = [...successions].flatMap(([key, { into, from }]) =>
    // What had come to the predecessor before came along with it.
    into === unit
      ? reaching(successions, key).map((k) => ({ key: k.key, first: Math.max(from, k.first ?? from), last }))
      : [],
  );
  return [{ key: unit, first: null, last }, ...others];
}

/**
 * Cells as the units stood in their quarters: what carries the key of a unit that had gone counts in its successor. Sums
 * stay what they are: only the key changes.
 */
export function restated(profile: Profile, { cells, durations, subjects, undated }: CellSet): CellSet {
  const counties = mergedCounties(profile.regions);
  const departments = mergedDepartments(profile.departments);
  const stated = <C extends { place: string; department: string; quarter: Quarter }>(cell: C): C => {
    const place = standsIn(counties, cell.place, cell.quarter);
    const department = standsIn(departments, cell.department, cell.quarter);
    return place === cell.place && department === cell.department ? cell : { ...cell, place, department };
  };
  return {
    cells: cells.map(stated),
    durations: durations.map(stated),
    ...(subjects && { subjects: subjects.map(stated) }),
    undated: undated.map(stated),
  };
}
