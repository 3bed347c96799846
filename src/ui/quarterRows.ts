import { type Area, figure, type IndicatorValue } from '../assessment/assess';
import type { Catalogue } from '../domain/catalogue/catalogue';
import type { Tabulation } from '../domain/cells';
import { noneText } from '../domain/display';
import { type Indicator, shownAt } from '../domain/indicators';
import { measureOf } from '../domain/measures';
import { type Period, periodShortName, quarterPeriod, quartersOf } from '../domain/period';

/** One indicator of an area in each quarter of a year. */
export interface QuarterRow {
  indicator: Indicator;
  quarters: IndicatorValue[];
}

/** The periods of a year's quarters, in order. */
export const quarterPeriods = (year: number): Period[] => quartersOf(`${year}`).map(quarterPeriod);

/** One indicator of an area by quarter. The assessment holds only the quarters of its own period; the cells hold all. */
export const byQuarter = (table: Tabulation, area: Area, indicator: Indicator, year: number): IndicatorValue[] =>
  quarterPeriods(year).map((p) =>
    figure(indicator, area, p, table.counts(area.level, area.id, indicator.id, quartersOf(p))),
  );

/** Every indicator of an area by quarter. */
export const quarterRows = (catalogue: Catalogue, table: Tabulation, area: Area, year: number): QuarterRow[] =>
  catalogue.indicators
    .filter((i) => shownAt(i, area.level))
    .map((indicator) => ({ indicator, quarters: byQuarter(table, area, indicator, year) }));

/** Cases that an indicator counts over a whole year. */
export const quartersTotal = (table: Tabulation, area: Area, indicator: Indicator, year: number): number =>
  table.counts(area.level, area.id, indicator.id, quartersOf(`${year}`)).denominator;

/** What a trend chart draws: the unit first, then what it is compared with. */
export function trendOf(
  catalogue: Catalogue,
  table: Tabulation,
  areas: readonly Area[],
  indicator: Indicator,
  year: number,
) {
  return {
    measure: measureOf(indicator),
    none: noneText(indicator),
    periods: quarterPeriods(year).map(periodShortName),
    series: areas.map((area) => ({
      name: area.name,
      points: byQuarter(table, area, indicator, year),
    })),
    description: `${areas.map((a) => a.name).join('、')}${year}年各季度${indicator.name}`,
    unit: catalogue.countUnit(indicator),
  };
}
