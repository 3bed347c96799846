import type { Assessment, IndicatorValue } from '../assessment/assess';
import { groupById, type Office } from '../domain/office';
import type { Scheme } from '../domain/scheme';
import { type ReportTable, scoreTable } from './tables';

/** One unit of an assessment. */
export interface UnitOf {
  /** Id of its group. */
  group: string;
  id: string;
}

/** Whether a figure is that of a unit: ids of units are unique, those of counties and zones are none. */
const isOfUnit = ({ level, id }: IndicatorValue, unit: string): boolean =>
  id === unit && (level === 'prefecture' || level === 'department');

/** The assessment with only this unit's rank, points and figures; its numbers stay as they are. */
export function assessmentOfUnit(assessment: Assessment, { group, id }: UnitOf): Assessment {
  return {
    ...assessment,
    ranking: assessment.ranking.filter((r) => r.group === group && r.id === id),
    sheets: assessment.sheets.filter((line) => line.group === group && line.id === id),
    indicators: assessment.indicators.filter((v) => isOfUnit(v, id)),
  };
}

/** The score sheet of one unit as a table; no rows where the unit is not assessed. */
export const unitScoreTable = (office: Office, scheme: Scheme, assessment: Assessment, unit: UnitOf): ReportTable =>
  scoreTable(office.catalogue, scheme, assessmentOfUnit(assessment, unit), [groupById(office, unit.group)]);
