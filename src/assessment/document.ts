import type { Problem } from '../domain/problems';
import { effectiveSubmissions, type Submission, submissionStatus } from '../domain/submission';
import type { Assessment, AssessmentDocument } from './assess';

/** A file that was refused whole, as far as it was understood. */
export interface RefusedFile {
  file: string;
  sha256: string;
  problem: Problem;
}

/** The result with the submissions and problems behind it, as `--json` prints it and the page exports it. */
export function documentOf(
  assessment: Assessment,
  submissions: readonly Submission[],
  refused: readonly RefusedFile[],
  problems: readonly Problem[],
): AssessmentDocument {
  const effective = effectiveSubmissions(submissions);
  const taken = submissions.map((s) => ({
    file: s.file,
    unit: s.unit,
    period: s.period,
    ledger: s.ledger,
    encoding: s.encoding,
    sha256: s.sha256,
    rowsRead: s.rowsRead,
    rowsAccepted: s.rowsAccepted,
    rowsRejected: s.rowsRejected,
    status: submissionStatus(s, effective) as string,
  }));
  const untaken = refused.map(({ file, sha256 }) => ({
    file,
    unit: null,
    period: null,
    ledger: null,
    encoding: null,
    sha256,
    rowsRead: 0,
    rowsAccepted: 0,
    rowsRejected: 0,
    status: 'refused',
  }));
  const { profile, scheme, period, asOf, indicators, scores, ranking } = assessment;
  return {
    profile,
    scheme,
    period,
    asOf,
    submissions: [...taken, ...untaken],
    problems: [...refused.map((r) => r.problem), ...problems],
    indicators,
    scores,
    ranking,
  };
}
