import type { CountedId } from './indicators';
import type { Quarter } from './period';
import type { Profile } from './profile';
import type { Regions } from './regions';

/**
 * The sufficient statistics of one indicator × quarter × place × department. Counts, never ratios, so that any grouping
 * is an exact sum. `place` is a county, or a prefecture (市州本级), or the province (省本级).
 */
export interface Cell {
  indicator: CountedId;
  quarter: Quarter;
  place: string;
  /** Empty for a prefecture's own submissions, which belong to no department. */
  department: string;
  numerator: number;
  denominator: number;
}

/** One bar of a duration's histogram: `count` cases took `days` whole working days. */
export interface DurationCell {
  indicator: CountedId;
  quarter: Quarter;
  place: string;
  department: string;
  days: number;
  count: number;
}

export interface CellSet {
  cells: readonly Cell[];
  durations: readonly DurationCell[];
}

export type AreaLevel = 'province' | 'prefecture' | 'county' | 'department' | 'zone';

/** Counts of one indicator in one area and some quarters. For a duration the numerator is 0 and the histogram holds all. */
export interface Counts {
  numerator: number;
  denominator: number;
  histogram?: Map<number, number>;
}

/**
 * Cells summed once into every area that the screens show, so that a change of period, area or weight only looks up and
 * adds a few quarters, whatever the number of case rows.
 */
export class Tabulation {
  private readonly sums = new Map<string, Map<Quarter, Counts>>();

  /** @param department count only this department's cells */
  constructor(
    set: CellSet,
    regions: Regions,
    zones: Profile['zones'],
    readonly department?: string,
  ) {
    const areas = areasOfPlaces(regions, zones);
    const visit = (place: string, dept: string, add: (area: string) => void) => {
      if (department !== undefined && dept !== department) return;
      const of = areas.get(place);
      if (!of) throw new RangeError(`cell of an unknown place: ${place}`);
      for (const area of of) add(area);
      if (dept) {
        add(`department/${dept}`);
        add(`${of[1] ?? of[0]}/${dept}`);
      }
    };
    for (const cell of set.cells)
      visit(cell.place, cell.department, (area) => {
        const counts = this.at(area, cell.indicator, cell.quarter);
        counts.numerator += cell.numerator;
        counts.denominator += cell.denominator;
      });
    for (const bar of set.durations)
      visit(bar.place, bar.department, (area) => {
        const counts = this.at(area, bar.indicator, bar.quarter);
        counts.histogram ??= new Map();
        counts.histogram.set(bar.days, (counts.histogram.get(bar.days) ?? 0) + bar.count);
        counts.denominator += bar.count;
      });
  }

  private at(area: string, indicator: CountedId, quarter: Quarter): Counts {
    const key = `${area}|${indicator}`;
    let quarters = this.sums.get(key);
    if (!quarters) {
      quarters = new Map();
      this.sums.set(key, quarters);
    }
    let counts = quarters.get(quarter);
    if (!counts) {
      counts = { numerator: 0, denominator: 0 };
      quarters.set(quarter, counts);
    }
    return counts;
  }

  /**
   * Counts of an area over some quarters.
   * @param within a department id: only that department's part of a prefecture or of 省本级's province
   */
  counts(level: AreaLevel, id: string, indicator: CountedId, quarters: readonly Quarter[], within?: string): Counts {
    const held = this.sums.get(`${level}/${id}${within ? `/${within}` : ''}|${indicator}`);
    const sum: Counts = { numerator: 0, denominator: 0 };
    if (!held) return sum;
    for (const quarter of quarters) {
      const counts = held.get(quarter);
      if (!counts) continue;
      sum.numerator += counts.numerator;
      sum.denominator += counts.denominator;
      if (counts.histogram) {
        sum.histogram ??= new Map();
        for (const [days, count] of counts.histogram) sum.histogram.set(days, (sum.histogram.get(days) ?? 0) + count);
      }
    }
    return sum;
  }
}

/** For each place the areas that hold it: province first, then its prefecture, county and zones. */
function areasOfPlaces(regions: Regions, zones: Profile['zones']): Map<string, string[]> {
  const province = `province/${regions.province.code}`;
  const areas = new Map<string, string[]>([[regions.province.code, [province]]]);
  for (const p of regions.prefectures) areas.set(p.code, [province, `prefecture/${p.code}`]);
  for (const c of regions.counties)
    areas.set(c.code, [
      province,
      `prefecture/${c.prefecture}`,
      `county/${c.code}`,
      ...zones.zones.filter((z) => z.members.some((m) => m.code === c.code)).map((z) => `zone/${z.id}`),
    ]);
  return areas;
}
