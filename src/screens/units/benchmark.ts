import { type Assessment, type IndicatorValue, rankingOf } from '../../assessment/assess';
import { type Indicator, shownAt } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import type { Office } from '../../domain/office';
import type { Scheme } from '../../domain/scheme';
import { figureOf } from '../../ui/data/figures';
import type { GroupView } from './groupView';

/** One indicator of a unit beside the province and the best assessed unit of its list. */
export interface BenchmarkRow {
  indicator: Indicator;
  own: IndicatorValue;
  province: IndicatorValue;
  /** The best of the assessed units with cases enough; several where they are level, none where none has them or none is best. */
  best: IndicatorValue[];
}

/**
 * Every indicator of a unit against the province and the best. A unit that is not assessed is nobody's benchmark, nor is a
 * figure of too few cases.
 */
export function benchmarkRows(
  office: Office,
  assessment: Assessment,
  unit: { group: Pick<GroupView, 'id' | 'level'>; id: string },
  { below }: Pick<Scheme['smallN'], 'below'>,
): BenchmarkRow[] {
  const { level } = unit.group;
  const rivals = rankingOf(assessment, unit.group.id).filter((r) => r.rank !== null);
  return office.catalogue.indicators
    .filter((i) => shownAt(i, level))
    .map((indicator) => {
      const held = rivals
        .map((r) => figureOf(assessment, level, r.id, indicator.id))
        .filter((v): v is IndicatorValue & { value: number } => v.value !== null && v.denominator >= below);
      const values = held.map((v) => v.value);
      const { better } = measureOf(indicator);
      const bound = better === 'lower' ? Math.min(...values) : Math.max(...values);
      return {
        indicator,
        own: figureOf(assessment, level, unit.id, indicator.id),
        province: figureOf(assessment, 'province', office.regions.province.code, indicator.id),
        best: better === null ? [] : held.filter((v) => v.value === bound),
      };
    });
}
