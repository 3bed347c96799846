import type { EvidenceQuestion, EvidenceRow } from '../domain/evidence';
import type { ProblemGroup } from '../domain/problemGroups';
import type { SubmissionProblem } from '../domain/problems';
import type { SharedCase } from '../domain/sharedCases';
import { unless } from './unless';
import type { ProblemQuestion, Workspace, WorkspaceState } from './workspace';

/** What a page holds. Shared cases have several rows each; groups carry their runs and values, which are asked for by their keys. */
const ROWS = 2000;
const SHARED = 1000;
const PROBLEMS = 5000;
const GROUPS = 500;

/** A desk that says when its rows changed. */
interface Desk {
  state(): Pick<WorkspaceState, 'revision'>;
}

/** How far an export is, and whether it is still wanted. */
interface Told {
  signal: AbortSignal;
  /** Of what is asked for, how much is there and how much there is. */
  onProgress: (done: number, total: number) => void;
}

/**
 * Everything that is told page by page, of rows that may change between two pages: a list of half of each is none.
 * @param page from an offset on; `total` of the whole
 * @throws the signal's reason when cancelled; Error where the rows changed meanwhile
 */
async function steadyPages<T>(
  desk: Desk,
  { signal, onProgress }: Told,
  page: (offset: number) => Promise<{ total: number; rows: readonly T[] }>,
): Promise<T[]> {
  const all: T[] = [];
  let revision: number | undefined;
  for (;;) {
    signal.throwIfAborted();
    const { total, rows } = await unless(signal, page(all.length));
    // From the first answer on: that one waits until what is kept has been read.
    revision ??= desk.state().revision;
    if (desk.state().revision !== revision) throw new Error('导出过程中报送有变化，请重新导出。');
    all.push(...rows);
    onProgress(all.length, total);
    if (rows.length === 0 || all.length >= total) return all;
  }
}

/** All rows of a question, for an export: see `steadyPages`. */
export const allRows = (
  workspace: Pick<Workspace, 'evidence'> & Desk,
  question: EvidenceQuestion,
  told: Told,
): Promise<EvidenceRow[]> => steadyPages(workspace, told, (offset) => workspace.evidence(question, offset, ROWS));

/** All cases that several units report, for an export: see `steadyPages`. */
export const allSharedCases = (workspace: Pick<Workspace, 'sharedCases'> & Desk, told: Told): Promise<SharedCase[]> =>
  steadyPages(workspace, told, async (offset) => {
    const { total, cases } = await workspace.sharedCases(offset, SHARED);
    return { total, rows: cases };
  });

type Asked = Omit<ProblemQuestion, 'offset' | 'limit'>;

/** All problems of a question, for an export: see `steadyPages`. */
export const allProblems = (
  workspace: Pick<Workspace, 'problems'> & Desk,
  question: Asked,
  told: Told,
): Promise<SubmissionProblem[]> =>
  steadyPages(workspace, told, (offset) => workspace.problems({ ...question, offset, limit: PROBLEMS }));

/** The same, those of one cause together. */
export const allProblemGroups = (
  workspace: Pick<Workspace, 'problemGroups'> & Desk,
  question: Asked,
  told: Told,
): Promise<ProblemGroup[]> =>
  steadyPages(workspace, told, async (offset) => {
    const { total, groups } = await workspace.problemGroups({ ...question, offset, limit: GROUPS });
    return { total, rows: groups };
  });
