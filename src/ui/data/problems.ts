import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AsideRow, RowAt } from '../../domain/aside';
import type { ProblemGroupPage } from '../../domain/problemGroups';
import type { ProblemPage, ProblemQuestion } from '../../workspace/workspace';
import { type Loaded, loadedOf } from './loaded';
import { useRowsRead } from './starting';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** One page of the problems found at intake. */
export function useProblems(question: ProblemQuestion): Loaded<ProblemPage> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  return loadedOf(
    useQuery({
      queryKey: ['problems', revision, question],
      queryFn: () => workspace.problems(question),
      enabled: useRowsRead(),
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
}

/** One page of the problems found at intake, those of one cause together. */
export function useProblemGroups(question: ProblemQuestion): Loaded<ProblemGroupPage> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  return loadedOf(
    useQuery({
      queryKey: ['problem-groups', revision, question],
      queryFn: () => workspace.problemGroups(question),
      initialData: () => workspace.answered('problemGroups', question),
      enabled: useRowsRead(),
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
}

/**
 * A row that was put aside, whole.
 * @param shownTo what the history is told before names are shown; null while they are masked. Where it cannot be written
 * nothing is shown.
 */
export function useAsideRow(at: RowAt, shownTo: string | null): Loaded<AsideRow> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const persons = shownTo !== null;
  return loadedOf(
    useQuery({
      queryKey: ['aside-row', revision, at, persons],
      queryFn: async () => {
        if (persons) await workspace.log('persons_shown', shownTo);
        return workspace.asideRow(at, persons);
      },
      // Names are shown until the row is closed: opened anew it is told anew.
      gcTime: persons ? 0 : undefined,
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  );
}
