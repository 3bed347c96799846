import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProblemPage, ProblemQuestion, Workspace } from '../../assessment/workspace';
import { type Loaded, loadedOf } from './loaded';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** One page of the problems found at intake. */
export function useProblems(question: ProblemQuestion): Loaded<ProblemPage> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  return loadedOf(
    useQuery({
      queryKey: ['problems', revision, question],
      queryFn: () => workspace.problems(question),
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
}

/** All problems, fetched page by page, for an export. */
export async function allProblems(workspace: Workspace): Promise<ProblemPage['rows']> {
  const rows: ProblemPage['rows'] = [];
  for (;;) {
    const page = await workspace.problems({ offset: rows.length, limit: 5000 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
