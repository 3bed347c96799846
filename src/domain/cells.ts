import { type AreaSums, addBars, addedUp, at, distinct } from './areaSums';
import { CALENDAR_LAST } from './calendar';
import { byAreas } from './cellAreas';
import type { Counts, Partly } from './counts';
import type { Untold } from './display';
import type { IndicatorId } from './indicators';
import { type Quarter, quarterOfDay } from './period';
import type { Profile } from './profile';
import type { Regions } from './regions';

/**
 * The sufficient statistics of one indicator × quarter × place × department. Counts, never ratios, so that any grouping
 * is an exact sum. `place` is a county, or a prefecture (市州本级), or the province (省本级).
 */
export interface Cell {
  indicator: IndicatorId;
  quarter: Quarter;
  place: string;
  /** Empty for a prefecture's own submissions, which belong to no department. */
  department: string;
  numerator: number;
  denominator: number;
  /** What the cases of the numerator come to, in whole smallest units: see `Asked.amounts`. Absent where nothing is added up. */
  amounts?: readonly number[];
}

/** A duration's histogram: `counts[i]` cases took `days[i]` whole working days. */
export interface DurationCell {
  indicator: IndicatorId;
  quarter: Quarter;
  place: string;
  department: string;
  /** Each once, rising. */
  days: readonly number[];
  counts: readonly number[];
}

/**
 * Distinct subjects, by numbers that tell them apart within one indicator of one `CellSet`: numbers of them do not add up, for a
 * subject may stand in several cells; the lists are united. In all they are no longer than the cases.
 */
export interface SubjectCell {
  indicator: IndicatorId;
  quarter: Quarter;
  place: string;
  department: string;
  /** Each once. */
  counted: readonly number[];
  /** Those of them with a case here that meets it. */
  met: readonly number[];
}

/**
 * Cases that cannot be dated at a cut-off after the calendar's last day: they meet the denominator's conditions, but their
 * limit ends in a year whose holidays are not published. They are in no numerator and no denominator.
 */
export interface UndatedCell {
  indicator: IndicatorId;
  /** Of the case's first day (received, decided); of an expected submission, its own. */
  quarter: Quarter;
  place: string;
  department: string;
  count: number;
}

export interface CellSet {
  cells: readonly Cell[];
  durations: readonly DurationCell[];
  /** Absent where no indicator counts subjects. */
  subjects?: readonly SubjectCell[];
  undated: readonly UndatedCell[];
}

export type AreaLevel = 'province' | 'prefecture' | 'county' | 'department' | 'zone';

/** What the files say of an area beside its cases, as `Counts` holds it. `untold`: why no case is no zero. */
export interface Told {
  untold?: Untold | undefined;
  partly?: Partly | undefined;
}

/**
 * What the files say of an area: see `reportedBy`.
 * @param level `own`: of what carries the area's own code, 省本级 or 市州本级
 * @param quarters null: ever
 * @param within a department id: only that department's part
 */
export type Reported = (
  level: AreaLevel | 'own',
  id: string,
  indicator: IndicatorId,
  quarters: readonly Quarter[] | null,
  within?: string,
) => Told;

/** The quarter in which the calendar ends: cases that cannot be dated show from then on. */
const LAST_QUARTER = quarterOfDay(CALENDAR_LAST);

/**
 * Cells summed once into every area that the screens show, so that a change of period, area or weight only looks up and
 * adds a few quarters, whatever the number of case rows.
 */
export class Tabulation {
  private readonly areas = new Map<string, AreaSums>();

  /**
   * @param department count only this department's cells
   * @param reported absent: all have
   */
  constructor(
    set: CellSet,
    regions: Regions,
    zones: Profile['zones'],
    readonly department?: string,
    private readonly reported: Reported = () => ({}),
  ) {
    const sumsOf = byAreas(regions, zones.zones, (area) => this.area(area));
    for (const cell of set.cells) {
      if (department !== undefined && cell.department !== department) continue;
      for (const sums of sumsOf(cell.place, cell.department, cell.quarter)) {
        const counts = at(sums, cell.indicator, cell.quarter);
        counts.numerator += cell.numerator;
        counts.denominator += cell.denominator;
        if (cell.amounts) counts.amounts = addedUp(counts.amounts, cell.amounts, cell.indicator);
      }
    }
    for (const cell of set.subjects ?? []) {
      if (department !== undefined && cell.department !== department) continue;
      for (const sums of sumsOf(cell.place, cell.department, cell.quarter)) {
        const counts = at(sums, cell.indicator, cell.quarter);
        counts.subjects ??= [];
        counts.subjects.push(cell);
      }
    }
    for (const cell of set.durations) {
      if (department !== undefined && cell.department !== department) continue;
      for (const sums of sumsOf(cell.place, cell.department, cell.quarter))
        addBars(at(sums, cell.indicator, cell.quarter), cell);
    }
    for (const cell of set.undated) {
      if (department !== undefined && cell.department !== department) continue;
      for (const sums of sumsOf(cell.place, cell.department, cell.quarter))
        at(sums, cell.indicator, cell.quarter).undated += cell.count;
    }
  }

  private area(key: string): AreaSums {
    let sums = this.areas.get(key);
    if (!sums) {
      sums = new Map();
      this.areas.set(key, sums);
    }
    return sums;
  }

  /**
   * Counts of an area over some quarters.
   * @param quarters null: every quarter up to the cut-off
   * @param within a department id: only that department's part of a prefecture
   */
  counts(
    level: AreaLevel,
    id: string,
    indicator: IndicatorId,
    quarters: readonly Quarter[] | null,
    within?: string,
  ): Counts {
    return this.told(
      this.sum(`${level}/${id}${within ? `/${within}` : ''}`, indicator, quarters),
      level,
      id,
      indicator,
      quarters,
      within,
    );
  }

  /**
   * Counts of what stands in an area and in no smaller one, because it carries the area's own code: 省本级 of the province,
   * 市州本级 of a prefecture. The prefectures and 省本级 add up to the province, the counties and 市州本级 to the prefecture.
   * @param code of the province or of a prefecture
   * @param quarters null: every quarter up to the cut-off
   * @param within a department id: only that department's part
   */
  own(code: string, indicator: IndicatorId, quarters: readonly Quarter[] | null, within?: string): Counts {
    return this.told(
      this.sum(`own/${code}${within ? `/${within}` : ''}`, indicator, quarters),
      'own',
      code,
      indicator,
      quarters,
      within,
    );
  }

  /** Says of counts without a case why they are no zero, and of any which part of the time they are of. */
  private told(counts: Counts, ...asked: Parameters<Reported>): Counts {
    const { untold, partly } = this.reported(...asked);
    if (untold !== undefined && counts.denominator === 0) return { ...counts, [untold]: true };
    return partly ? { ...counts, partly } : counts;
  }

  private sum(area: string, indicator: IndicatorId, quarters: readonly Quarter[] | null): Counts {
    const held = this.areas.get(area)?.get(indicator);
    const sum: Counts = { numerator: 0, denominator: 0, undated: 0 };
    let bars: number[] | undefined;
    const subjects: Pick<SubjectCell, 'counted' | 'met'>[] = [];
    if (!held) return sum;
    for (const quarter of quarters ?? held.keys()) {
      const counts = held.get(quarter);
      if (!counts) continue;
      sum.numerator += counts.numerator;
      sum.denominator += counts.denominator;
      if (counts.amounts) sum.amounts = addedUp(sum.amounts, counts.amounts, indicator);
      for (const cell of counts.subjects ?? []) subjects.push(cell);
      if (counts.bars) {
        bars ??= [];
        for (let days = 0; days < counts.bars.length; days++)
          if (counts.bars[days]) bars[days] = (bars[days] ?? 0) + (counts.bars[days] as number);
      }
    }
    // A deadline beyond the calendar falls in no quarter of it: such a case is shown with every period that ends with the
    // calendar or later and not before the case began.
    const last = quarters ? Math.max(...quarters) : Number.POSITIVE_INFINITY;
    if (last >= LAST_QUARTER) for (const [quarter, counts] of held) if (quarter <= last) sum.undated += counts.undated;
    if (subjects.length) {
      sum.denominator = distinct(subjects.map((c) => c.counted));
      sum.numerator = distinct(subjects.map((c) => c.met));
    }
    if (bars) sum.histogram = new Map();
    bars?.forEach((count, days) => {
      sum.histogram?.set(days, count);
    });
    return sum;
  }
}
