import type { Assessment, IndicatorValue } from '../../assessment/assess';
import type { AreaLevel } from '../../domain/cells';
import type { IndicatorId } from '../../domain/indicators';
import type { Period } from '../../domain/period';

const indexes = new WeakMap<Assessment, Map<string, IndicatorValue>>();

/**
 * The figure of an area in an assessment.
 * @param period the assessed period, or a quarter of it
 * @throws RangeError when the assessment does not hold it
 */
export function figureOf(
  assessment: Assessment,
  level: AreaLevel,
  id: string,
  indicator: IndicatorId,
  period: Period = assessment.period,
): IndicatorValue {
  let index = indexes.get(assessment);
  if (!index) {
    index = new Map(assessment.indicators.map((v) => [`${v.level}/${v.id}/${v.indicator}/${v.period}`, v]));
    indexes.set(assessment, index);
  }
  const found = index.get(`${level}/${id}/${indicator}/${period}`);
  if (!found) throw new RangeError(`no figure ${indicator} of ${level} ${id} in ${period}`);
  return found;
}
