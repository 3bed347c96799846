import type { Assessment } from '../assessment/assess';
import { isOfUnit } from '../assessment/scoreSheet';
import { groupById, type Office } from '../domain/office';
import type { Scheme } from '../domain/scheme';
import { type ReportTable, scoreTable } from './tables';

/** One unit of an assessment. */
export interface UnitOf {
  /** Id of its group. */
  group: string;
  id: string;
}

/** The assessment with only this unit's rank, points and figures; its numbers stay as they are. */
export function assessmentOfUnit(assessment: Assessment, { group, id }: UnitOf): Assessment {
  return {
    ...assessment,
    ranking: assessment.ranking.filter((r) => r.group === group && r.id === id),
    scores: assessment.scores.filter((s) => s.group === group && s.id === id),
    indicators: assessment.indicators.filter((v) => isOfUnit(v, id)),
  };
}

/** The score sheet of one unit as a table; no rows where the unit is not assessed. */
export const unitScoreTable = (office: Office, scheme: Scheme, assessment: Assessment, unit: UnitOf): ReportTable =>
  scoreTable(office.catalogue, scheme, assessmentOfUnit(assessment, unit), [groupById(office, unit.group)]);
