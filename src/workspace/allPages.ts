import type { EvidenceQuestion, EvidenceRow } from '../domain/evidence';
import type { ProblemGroup } from '../domain/problemGroups';
import type { SubmissionProblem } from '../domain/problems';
import { unless } from './unless';
import type { ProblemQuestion, Workspace, WorkspaceState } from './workspace';

/** Rows, problems and groups of a page. Groups carry their runs and values, which are asked for by their keys. */
const ROWS = 2000;
const PROBLEMS = 5000;
const GROUPS = 500;

/** Everything that is told page by page. @param page from an offset on; `total` of the whole */
async function allPages<T>(page: (offset: number) => Promise<{ total: number; rows: readonly T[] }>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const { total, rows } = await page(all.length);
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) return all;
  }
}

/**
 * All rows of a question, for an export.
 * @param onProgress rows so far and in all
 * @throws the signal's reason when cancelled; Error where the rows changed meanwhile
 */
export function allRows(
  workspace: Pick<Workspace, 'evidence'> & { state(): Pick<WorkspaceState, 'revision'> },
  question: EvidenceQuestion,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<EvidenceRow[]> {
  let revision: number | undefined;
  return allPages(async (offset) => {
    signal.throwIfAborted();
    const page = await unless(signal, workspace.evidence(question, offset, ROWS));
    // From the first answer on: that one waits until what is kept has been read.
    revision ??= workspace.state().revision;
    if (workspace.state().revision !== revision) throw new Error('导出过程中报送有变化，请重新导出。');
    onProgress(offset + page.rows.length, page.total);
    return page;
  });
}

type Asked = Omit<ProblemQuestion, 'offset' | 'limit'>;

/** All problems of a question, for an export. */
export const allProblems = (workspace: Pick<Workspace, 'problems'>, question: Asked): Promise<SubmissionProblem[]> =>
  allPages((offset) => workspace.problems({ ...question, offset, limit: PROBLEMS }));

/** The same, those of one cause together. */
export const allProblemGroups = (
  workspace: Pick<Workspace, 'problemGroups'>,
  question: Asked,
): Promise<ProblemGroup[]> =>
  allPages(async (offset) => {
    const { total, groups } = await workspace.problemGroups({ ...question, offset, limit: GROUPS });
    return { total, rows: groups };
  });
