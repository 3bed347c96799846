import type { ProblemGroup } from '../domain/problemGroups';
import type { SubmissionProblem } from '../domain/problems';
import type { ProblemQuestion, Workspace } from './workspace';

const PAGE = 5000;
/** Groups carry their runs and values, which are asked for by their keys. */
const GROUPS = 500;

type Asked = Omit<ProblemQuestion, 'offset' | 'limit'>;

/** All problems of a question, fetched page by page, for an export. */
export const problemsOf = (workspace: Pick<Workspace, 'problems'>, question: Asked): Promise<SubmissionProblem[]> =>
  wholeOf(async (offset) => workspace.problems({ ...question, offset, limit: PAGE }));

/** The same, those of one cause together. */
export const problemGroupsOf = (
  workspace: Pick<Workspace, 'problemGroups'>,
  question: Asked,
): Promise<ProblemGroup[]> =>
  wholeOf(async (offset) => {
    const { total, groups } = await workspace.problemGroups({ ...question, offset, limit: GROUPS });
    return { total, rows: groups };
  });

async function wholeOf<T>(page: (offset: number) => Promise<{ total: number; rows: T[] }>): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const { total, rows: more } = await page(rows.length);
    rows.push(...more);
    if (more.length === 0 || rows.length >= total) return rows;
  }
}
