import type { SubmissionProblem } from '../domain/problems';
import type { ProblemQuestion, Workspace } from './workspace';

const PAGE = 5000;

/** All problems of a question, fetched page by page, for an export. */
export async function problemsOf(
  workspace: Pick<Workspace, 'problems'>,
  question: Omit<ProblemQuestion, 'offset' | 'limit'>,
): Promise<SubmissionProblem[]> {
  const rows: SubmissionProblem[] = [];
  for (;;) {
    const page = await workspace.problems({ ...question, offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
