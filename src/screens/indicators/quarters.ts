import { type Area, figure, type IndicatorValue } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import type { Indicator } from '../../domain/indicators';
import { quarterPeriod, quartersOf } from '../../domain/period';

/** An area's figure in each quarter of a year. */
export const quarterFigures = (table: Tabulation, area: Area, of: Indicator, year: number): IndicatorValue[] =>
  quartersOf(`${year}`).map((q) => figure(of, area, quarterPeriod(q), table.counts(area.level, area.id, of.id, [q])));
