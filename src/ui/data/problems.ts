import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProblemPage, ProblemQuestion } from '../../assessment/workspace';
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
