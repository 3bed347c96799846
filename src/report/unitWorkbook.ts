import writeExcelFile from 'write-excel-file/universal';
import type { Assessment } from '../assessment/assess';
import type { Group, Scheme } from '../domain/scheme';
import { indicatorTable, type ReportTable, rankingTable, scoreTable } from './tables';
import { bytesOf, coverSheet, tableSheet, type WorkbookInput } from './workbook';

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
export const unitScoreTable = (scheme: Scheme, assessment: Assessment, unit: UnitOf): ReportTable =>
  scoreTable(scheme, assessmentOfUnit(assessment, unit), [unit.group]);

/**
 * One unit as an xlsx workbook: 封面, 评分表, 名次, 指标. The cover names every submission by its hash, as a unit's figures
 * also rest on what others report of it.
 */
export async function unitWorkbook(input: WorkbookInput, unit: UnitOf): Promise<Blob> {
  const { scheme } = input;
  const own = assessmentOfUnit(input.assessment, unit);
  const sheet = (name: string, table: ReportTable) => tableSheet(name, table, scheme.decimals);
  return bytesOf(
    writeExcelFile([
      coverSheet(input),
      sheet('评分表', scoreTable(scheme, own, [unit.group])),
      sheet('名次', rankingTable(scheme, own, [unit.group])),
      sheet('指标', indicatorTable(own)),
    ]),
  );
}
