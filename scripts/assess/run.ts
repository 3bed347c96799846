import { assess } from '../../src/assessment/assess';
import { type AssessmentDocument, documentOf } from '../../src/assessment/document';
import { fingerprint } from '../../src/assessment/fingerprint';
import { CALENDAR_LAST, CALENDAR_YEARS } from '../../src/domain/calendar';
import { Tabulation } from '../../src/domain/cells';
import type { Day } from '../../src/domain/day';
import type { Office } from '../../src/domain/office';
import type { Period } from '../../src/domain/period';
import type { ProblemGroup } from '../../src/domain/problemGroups';
import { fileProblem, type Problem } from '../../src/domain/problems';
import { reportedBy } from '../../src/domain/reportedBy';
import type { Scheme } from '../../src/domain/scheme';
import { carriedText } from '../../src/domain/sharedCases';
import { effectiveSubmissions, type Submission, submissionKey } from '../../src/domain/submission';
import { cellsAt } from '../../src/workspace/cellsAt';
import { takeInFolder } from './takeInFolder';

export interface AssessRequest {
  dir: string;
  office: Office;
  scheme: Scheme;
  period: Period;
  /** Told of the submissions where it follows from them. */
  asOf: Day | ((submissions: readonly Submission[]) => Day);
  /** Folder below `dir` that holds no submissions: where results are written. */
  leaveOut?: string | undefined;
  onMessage?: (text: string) => void;
  /** Told of the problems with rows, those of one cause together. */
  onProblems?: (groups: readonly ProblemGroup[]) => void;
}

/** Takes in every file of a folder and assesses one period: the page's intake and the page's rules on native DuckDB. */
export async function assessFolder(request: AssessRequest): Promise<AssessmentDocument> {
  const { dir, office, scheme, period, onMessage = () => undefined, onProblems } = request;
  const folder = await takeInFolder(office, dir, onMessage, request.leaveOut);
  const { engine, submissions, refused, problems } = folder;
  try {
    onProblems?.(folder.groups);
    const asOf = typeof request.asOf === 'string' ? request.asOf : request.asOf(submissions);
    if (asOf > CALENDAR_LAST)
      onMessage(
        `截止日 ${asOf}：该年度节假日安排未公布（现有 ${CALENDAR_YEARS} 年），期限在 ${CALENDAR_LAST} 以后的案件不计入指标，件数另列（undated）。`,
      );
    const { total: shared, carried } = await engine.sharedCases(0, 0);
    if (shared > 0)
      onMessage(
        `同一台账的 ${shared} 个案件编号由两个以上单位报送：按各单位的报送分别计算，${office.words.whole}合计中重复计算。`,
      );
    if (carried.length > 0) onMessage(carriedText(office, carried));
    const effective = effectiveSubmissions(submissions);
    const table = new Tabulation(
      await cellsAt(office, engine, submissions, asOf),
      office.regions,
      office.profile.zones,
      undefined,
      reportedBy(office, submissions, asOf),
    );
    const assessment = assess({ office, scheme, period, asOf, table, submissions: effective });
    // The same stands on the cover of a workbook of the same figures.
    onMessage(`结果指纹 ${await fingerprint(assessment, scheme)}`);
    return documentOf(assessment, submissions, refused, [...supersededNotes(submissions, effective), ...problems]);
  } finally {
    await engine.close();
  }
}

/** A note for each file that a later version replaces. */
function supersededNotes(submissions: readonly Submission[], effective: readonly Submission[]): Problem[] {
  const counting = new Map(effective.map((s) => [submissionKey(s), s]));
  return submissions.flatMap((s) => {
    const latest = counting.get(submissionKey(s));
    return latest && latest.id !== s.id ? [fileProblem(s.file, 'later_version', { detail: latest.file })] : [];
  });
}
