import type { Assessment } from '../assessment/assess';
import type { Catalogue } from '../domain/catalogue/catalogue';
import type { Group, Scheme } from '../domain/scheme';
import { type ReportTable, scoreTable } from './tables';

/** One unit of an assessment. */
export interface UnitOf {
  group: Group;
  /** A prefecture's code or a department's id. */
  id: string;
}

/** The assessment with only this unit's rank, points and figures; its numbers stay as they are. */
export function assessmentOfUnit(assessment: Assessment, { group, id }: UnitOf): Assessment {
  const level = group === 'prefectures' ? 'prefecture' : 'department';
  return {
    ...assessment,
    ranking: assessment.ranking.filter((r) => r.group === group && r.id === id),
    scores: assessment.scores.filter((s) => s.group === group && s.id === id),
    indicators: assessment.indicators.filter((v) => v.level === level && v.id === id),
  };
}

/** The score sheet of one unit as a table; no rows where the unit is not assessed. */
export const unitScoreTable = (
  catalogue: Catalogue,
  scheme: Scheme,
  assessment: Assessment,
  unit: UnitOf,
): ReportTable => scoreTable(catalogue, scheme, assessmentOfUnit(assessment, unit), [unit.group]);
