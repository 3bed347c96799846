import type { Catalogue } from '../domain/catalogue/catalogue';
import { severityOf } from '../domain/problemCodes';
import { problemCodes } from '../domain/problemNames';
import type { Submission } from '../domain/submission';
import type { ProblemFilter } from '../engine/sql/problems';
import type { ProblemQuestion } from './workspace';

/** A question for problems as the engine is asked: which submissions, which codes. */
export function problemFilter(
  catalogue: Catalogue,
  submissions: readonly Submission[],
  { submission, unit, severity, code, codes, group }: Omit<ProblemQuestion, 'offset' | 'limit'>,
): ProblemFilter {
  const chosen = submissions.filter(
    (s) => (submission === undefined || s.id === submission) && (unit === undefined || s.unit === unit),
  );
  // What only says how a file was read is no problem: it is asked for by itself.
  const ofSeverity = () =>
    problemCodes(catalogue, severity).filter((c) => severity !== undefined || severityOf(c) !== 'note');
  return { submissions: chosen.map((s) => s.id), codes: codes ?? (code ? [code] : ofSeverity()), group };
}
